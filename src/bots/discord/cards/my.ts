import { topicWords } from "#core/credentials/topics.ts";
import { type Message, msg, t } from "#core/language/t.ts";
import { UNANSWERED } from "#core/peers/asked/readable-questions.ts";
import type { myQuestions } from "#core/questions/my-questions.ts";
import { type Button, type Face, moment } from "../markup.ts";

type MyQuestion = Awaited<ReturnType<typeof myQuestions>>[number];

const STATUS_WORDS = {
  draft: msg("not sent yet"),
  waiting: msg("waiting for a volunteer"),
  claimed: msg("a volunteer is on it"),
  held: msg("a colleague looks at the answer before it is sent"),
  "asked-back": msg("a volunteer asked you something"),
  answered: msg("answered##status"),
  "taken-back": msg("taken back"),
  expired: msg("nobody could answer in time"),
  closed: msg("closed##status"),
  cancelled: msg("cancelled##status"),
} as const satisfies Record<MyQuestion["status"], Message>;

const REPLIES: ReadonlySet<MyQuestion["status"]> = new Set([
  "waiting",
  "claimed",
  "held",
  "asked-back",
  "answered",
]);
const REOPENS: ReadonlySet<MyQuestion["status"]> = new Set(["expired", "closed"]);
const TAKES_BACK: ReadonlySet<MyQuestion["status"]> = new Set([...REPLIES, ...REOPENS]);

const ASKS_PEERS: ReadonlySet<string> = new Set(UNANSWERED);

function lineFor({ number, topic, status, promisedAt, library }: MyQuestion): string {
  const until =
    status === "waiting" && promisedAt != null
      ? t(", we tell you by {promisedAt}", { promisedAt: moment(promisedAt) })
      : "";
  const kept = library?.state === "kept" || library?.state === "stale" ? t(", kept for others") : "";
  return t("**Question {number}** · {topic} · {status}{until}{kept}", {
    number,
    topic: topicWords(topic),
    status: t(STATUS_WORDS[status]),
    until,
    kept,
  });
}

/** The way out of the library, or to say whether something of it may be kept. */
function libraryButtons({ library }: MyQuestion): Button[] {
  if (library === undefined) return [];
  const { entryId: subject, state } = library;
  return state === "proposed" || state === "agreed"
    ? [{ verb: "open-keep", subject, label: t("Keep it for others?") }]
    : [{ verb: "take-out", subject, label: t("Take it out of the library") }];
}

function buttonsFor(question: MyQuestion): Button[] {
  const { questionId, status } = question;
  const buttons: Button[] = [];
  if (REPLIES.has(status))
    buttons.push({ verb: "reply", subject: questionId, label: t("Reply"), look: "main" });
  if (status === "answered")
    buttons.push(
      { verb: "helped", subject: questionId, label: t("Helped") },
      { verb: "still-unclear", subject: questionId, label: t("Still unclear") },
    );
  if (REOPENS.has(status))
    buttons.push({ verb: "ask-again", subject: questionId, label: t("Ask again"), look: "main" });
  if (TAKES_BACK.has(status)) buttons.push({ verb: "take-back", subject: questionId, label: t("Take back") });
  if (ASKS_PEERS.has(status))
    buttons.push({ verb: "ask-peers", subject: questionId, label: t("Ask other members too") });
  return [...buttons, ...libraryButtons(question)];
}

/** A member's questions, newest first, with the buttons of the one that is chosen, else of the newest. */
export function myFace(all: readonly MyQuestion[], chosenId?: string): Face {
  const questions = all
    .filter(({ status }) => status !== "cancelled" && status !== "draft")
    .sort((one, other) => other.number - one.number);
  const chosen = questions.find(({ questionId }) => questionId === chosenId) ?? questions[0];
  if (chosen === undefined)
    return {
      title: t("My questions"),
      body: t("You have not sent a question yet."),
      buttons: [{ verb: "ask", subject: "new", label: t("Ask"), look: "main" }],
    };
  const options = questions.map((q) => ({
    label: t("Question {number}: {what}", { number: q.number, what: t(STATUS_WORDS[q.status]) }),
    value: q.questionId,
  }));
  return {
    title: chosenId === undefined ? t("My questions") : t("Question {number}", { number: chosen.number }),
    body: (chosenId === undefined ? questions.slice(0, 20) : [chosen]).map(lineFor).join("\n"),
    footer: t("The buttons are for question {number}", { number: chosen.number }),
    buttons: buttonsFor(chosen),
    ...(options.length > 1
      ? { choice: { verb: "pick-question", hint: t("Another question"), options } }
      : {}),
  };
}
