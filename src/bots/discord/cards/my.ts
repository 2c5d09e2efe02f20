import type { myQuestions } from "#core/questions/my-questions.ts";
import { type Button, type Face, moment } from "../markup.ts";

type MyQuestion = Awaited<ReturnType<typeof myQuestions>>[number];

const STATUS_WORDS = {
  draft: "not sent yet",
  waiting: "waiting for a volunteer",
  claimed: "a volunteer is on it",
  held: "a colleague looks at the answer before it is sent",
  "asked-back": "a volunteer asked you something",
  answered: "answered",
  "taken-back": "taken back",
  expired: "nobody could answer in time",
  closed: "closed",
  cancelled: "cancelled",
} as const satisfies Record<MyQuestion["status"], string>;

const REPLIES: ReadonlySet<MyQuestion["status"]> = new Set([
  "waiting",
  "claimed",
  "held",
  "asked-back",
  "answered",
]);
const REOPENS: ReadonlySet<MyQuestion["status"]> = new Set(["expired", "closed"]);
const TAKES_BACK: ReadonlySet<MyQuestion["status"]> = new Set([...REPLIES, ...REOPENS]);

function lineFor({ number, topic, status, promisedAt, library }: MyQuestion): string {
  const until = status === "waiting" && promisedAt != null ? `, we tell you by ${moment(promisedAt)}` : "";
  const kept = library?.state === "kept" || library?.state === "stale" ? ", kept for others" : "";
  return `**Question ${number}** · ${topic} · ${STATUS_WORDS[status]}${until}${kept}`;
}

/** The way out of the library, or to say whether something of it may be kept. */
function libraryButtons({ library }: MyQuestion): Button[] {
  if (library === undefined) return [];
  const { entryId: subject, state } = library;
  return state === "proposed" || state === "agreed"
    ? [{ verb: "open-keep", subject, label: "Keep it for others?" }]
    : [{ verb: "take-out", subject, label: "Take it out of the library" }];
}

function buttonsFor(question: MyQuestion): Button[] {
  const { questionId, status } = question;
  const buttons: Button[] = [];
  if (REPLIES.has(status)) buttons.push({ verb: "reply", subject: questionId, label: "Reply", look: "main" });
  if (status === "answered")
    buttons.push(
      { verb: "helped", subject: questionId, label: "Helped" },
      { verb: "still-unclear", subject: questionId, label: "Still unclear" },
    );
  if (REOPENS.has(status))
    buttons.push({ verb: "ask-again", subject: questionId, label: "Ask again", look: "main" });
  if (TAKES_BACK.has(status)) buttons.push({ verb: "take-back", subject: questionId, label: "Take back" });
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
      title: "My questions",
      body: "You have not sent a question yet.",
      buttons: [{ verb: "ask", subject: "new", label: "Ask", look: "main" }],
    };
  const options = questions.map((q) => ({
    label: `Question ${q.number}: ${STATUS_WORDS[q.status]}`,
    value: q.questionId,
  }));
  return {
    title: chosenId === undefined ? "My questions" : `Question ${chosen.number}`,
    body: (chosenId === undefined ? questions.slice(0, 20) : [chosen]).map(lineFor).join("\n"),
    footer: `The buttons are for question ${chosen.number}`,
    buttons: buttonsFor(chosen),
    ...(options.length > 1 ? { choice: { verb: "pick-question", hint: "Another question", options } } : {}),
  };
}
