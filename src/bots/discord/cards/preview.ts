import { FOR_WHOM_WORDS } from "#bots/for-whom-words.ts";
import { topicWords } from "#core/credentials/topics.ts";
import { msg, t, tn } from "#core/language/t.ts";
import type { LibraryAnswer } from "#core/library/cards.ts";
import type { Draft } from "#core/questions/draft.ts";
import type { DraftedReply } from "#core/questions/draft-reply.ts";
import { canBePutBack } from "#core/questions/kept-words.ts";
import type { PreviewSegment } from "#core/screening/preview.ts";
import { ageBandWords } from "../choices.ts";
import { rememberDraft } from "../drafts-in-hand.ts";
import { type Button, type Content, escapeText, type Face, line, show } from "../markup.ts";
import { supportButtons } from "./crisis-support.ts";
import { foundFaces } from "./library.ts";
import { kindWords, numberedWords } from "./removed-kinds.ts";

/** Removed parts are struck out, so that the person sees what will not cross. */
export function struckOut(segments: readonly PreviewSegment[]): string {
  return segments
    .map(({ text, removed }) => (removed ? `~~${escapeText(text)}~~` : escapeText(text)))
    .join("");
}

/** Small numbers in words, as people say them. */
function linesWords(hidden: number): string {
  const few = [undefined, undefined, t("two lines"), t("three lines"), t("four lines"), t("five lines")];
  return few[hidden] ?? t("{hidden} lines", { hidden });
}

/** Why the detail of a method is hidden: no blame, and the writer stays welcome. */
function hiddenNote(hidden: number): string[] {
  if (hidden === 0) return [];
  return [
    tn(
      hidden,
      "We hid one line that could hurt others. The rest of your post stands. You are still welcome here.",
      "We hid {lines} that could hurt others. The rest of your post stands. You are still welcome here.",
      { lines: linesWords(hidden) },
    ),
  ];
}

/** What was removed, by kind (the placeholder's words without its brackets), and what was hidden. */
function removedNotes({ preview: { question, tried }, forWhom }: Draft): string[] {
  const removed = [...question, ...tried].filter((part) => part.removed);
  const hidden = removed.filter(({ unsafe }) => unsafe).length;
  const kinds = removed
    .filter(({ unsafe }) => unsafe !== true)
    .map(({ placeholder = "" }) => placeholder.slice(1, -1).replace(/ \d+$/, ""));
  const told =
    kinds.length === 0
      ? hidden === 0
        ? t("Nothing was removed.")
        : t("Nothing else was removed.")
      : t("**Removed to protect you:** {kinds}.", { kinds: [...new Set(kinds)].map(kindWords).join(", ") });
  const others =
    forWhom !== "self" && kinds.includes("name")
      ? [t("Names of others stay out. A volunteer does not need them to answer.")]
      : [];
  return [
    ...hiddenNote(hidden),
    ...others,
    t("{told} Not every name or place is found: please look once more.", { told }),
  ];
}

function buttonsFor({ kind, questionId, messageId, edition }: Draft): Button[] {
  const noun = kind === "question" ? "card" : "reply";
  const subject = `${questionId}/${messageId}/${edition}`;
  return [
    { verb: `send-${noun}`, subject, label: t("Send this card"), look: "main" },
    { verb: `edit-${noun}`, subject, label: t("Edit") },
    { verb: `cancel-${noun}`, subject, label: t("Cancel") },
  ];
}

/** Words that a program took for a name, place or date of somebody, to be put back by whoever wrote them. */
function putBackChoice({ preview, questionId, messageId, edition, forWhom }: Draft): Face["choice"] {
  const options = [...preview.question, ...preview.tried]
    .filter(canBePutBack(forWhom))
    .map(({ text, placeholder = "" }, which) => ({
      label: `${text} (${numberedWords(placeholder)})`,
      value: `${questionId}/${messageId}/${edition}/${which}`,
    }));
  return { verb: "put-back", hint: t("Removed by mistake? Put it back"), options };
}

/** The exact card that will cross, for the person who wrote it, before anything crosses. */
export function previewFace(draft: Draft): Face {
  const { preview, kind, pseudonym, topic, forWhom, ageBand, number } = draft;
  const about = `**${escapeText(pseudonym)}** · ${escapeText(topicWords(topic))} · ${t(FOR_WHOM_WORDS[forWhom])} · ${escapeText(ageBandWords(ageBand))}`;
  return {
    title:
      kind === "question"
        ? t("What will be sent: this card")
        : t("What will be sent to question {number}", { number }),
    body: [
      kind === "question" ? about : `**${escapeText(pseudonym)}**`,
      struckOut(preview.question),
      ...(preview.tried.length > 0
        ? [t("**Tried so far**\n{tried}", { tried: struckOut(preview.tried) })]
        : []),
      ...removedNotes(draft),
      ...(draft.fullyScreened
        ? []
        : [
            t(
              "**We could not check all of it**: it is long, or not in English or Spanish. A person will look at it.",
            ),
          ]),
      ...(draft.lookedAt
        ? [
            t(
              "**A moderator will look at it too.** It may break a rule here, such as no selling or no attacks. It is sent all the same, and a person decides, not a machine.",
            ),
          ]
        : []),
      t(
        "To: verified volunteers in their Slack. Not sent: your Discord name, picture, server. You can take it back; someone may already have read it.",
      ),
    ].join("\n\n"),
    buttons: buttonsFor(draft),
    choice: putBackChoice(draft),
  };
}

function original(segments: readonly PreviewSegment[]): string {
  return segments.map(({ text }) => text).join("");
}

/** Discord shows no more letters in all cards of one message. */
const MOST_LETTERS = 6000;

const lettersOf = ({ embeds }: Content): number =>
  embeds.reduce((sum, { title = "", description = "", footer }) => {
    return sum + title.length + description.length + (footer?.text.length ?? 0);
  }, 0);

const ANSWERED_BEFORE = msg(
  "**This was answered before.** If one of these is enough, press that it answered it, and nothing is sent. If not, your card is below.",
);

/** What the library has about it stands above the card, as far as there is room: the card itself is always whole. */
function withAnswers(draft: Draft, answers: readonly LibraryAnswer[]): Content {
  const card = previewFace(draft);
  if (answers.length === 0) return show(card);
  const content = show(...foundFaces(answers, { questionId: draft.questionId }), card);
  if (lettersOf(content) > MOST_LETTERS) return withAnswers(draft, answers.slice(0, -1));
  return { ...content, content: t(ANSWERED_BEFORE) };
}

/**
 * The preview as it is shown. Help comes first and never instead: above a text that shows danger stand its help lines,
 * outside the card, so that no length of it can push them out.
 */
export function draftContent(draft: Draft, answers: readonly LibraryAnswer[] = []): Content {
  rememberDraft(draft.messageId, {
    question: original(draft.preview.question),
    tried: original(draft.preview.tried),
  });
  const content = withAnswers(draft, answers);
  if (draft.alert === undefined) return content;
  const help = line(escapeText(draft.alert.text), supportButtons(draft.alert.alertId));
  return { ...content, content: help.content, components: [...help.components, ...content.components] };
}

/** What its writer sees of a reply: the card to send, or that it went at once, as they wished. */
export function replyContent(reply: DraftedReply): Content {
  if (reply.state === "shown") return draftContent(reply);
  if (reply.state === "over") return line(t("This reply is no longer there. Nothing more is sent."));
  return line(
    t("Sent at once, since nothing had to be taken out. We'll tell you here when there is a reply."),
    [{ verb: "ask-first", subject: reply.questionId, label: t("Ask me first again") }],
  );
}
