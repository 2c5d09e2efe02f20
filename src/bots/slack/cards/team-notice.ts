import type { TeamNoticeCard } from "#core/questions/cards.ts";
import { escapeText, type Face } from "../markup.ts";

type Notice = TeamNoticeCard["notice"];

const WORDS: { [A in Notice["about"]]: (notice: Extract<Notice, { about: A }>) => string } = {
  "thread-is-internal": () =>
    "What you write in this thread stays with the team. It never reaches the patient: use *Send to patient* for that.",
  "patient-rated": ({ helped }) =>
    helped
      ? "The patient says: this helped. Thank you."
      : "The patient says: still unclear. The question waits again.",
  "lease-lapsed": ({ holder }) => `${escapeText(holder)} did not finish in time. The question waits again.`,
  undelivered: ({ why }) =>
    why === "unreachable"
      ? "The last message could not be delivered: the patient cannot be reached now."
      : "The last message was refused by the patient's side. An admin must look.",
  "waits-again": () => "Its provider cannot answer any more. The question waits for a volunteer again.",
  "look-wanted": ({ author }) =>
    `${escapeText(author)} wrote an answer. It is sent once a colleague has looked: press *Look at the answer* on the card.`,
  "look-lapsed": ({ author }) =>
    `Nobody could look at the answer of ${escapeText(author)} in time, so it was not sent. The question waits again, and ${escapeText(author)} finds the text under *Answer*.`,
  "kept-doubted": () =>
    "A colleague sees an answer differently that is kept for others, so that nobody finds it now. Look at both: somebody else than its author can say that it is still right, or anybody can retire it.",
  "keep-look": () =>
    "The patient and the author agree that this answer is kept for others. Whoever wrote none of it, please press *Look at it* on its card.",
  "asked-again": () => "The patient asks again. The question waits for a volunteer.",
  "in-inbox": () => "The patient's direct messages are closed. The message waits in their inbox.",
};

function wordsFor<A extends Notice["about"]>(about: A, notice: Extract<Notice, { about: A }>): string {
  return WORDS[about](notice);
}

export function teamNoticeFace({ notice }: TeamNoticeCard): Face {
  return { title: "For the team", pieces: [{ ours: wordsFor(notice.about, notice) }], buttons: [] };
}
