import type { EntryState } from "#core/library/library-entry.ts";
import type { Texts } from "#core/refusal-text.ts";

const STATE_WORDS = {
  proposed: "waits for the patient and the author",
  agreed: "waits for a colleague's look",
  kept: "is in the library",
  stale: "is past its day and waits for another look",
  declined: "was not agreed to",
  lapsed: "was not agreed to, or not looked at, in time",
  unfit: "was found not fit to be kept",
  withdrawn: "was taken out",
  retired: "was retired",
  merged: "was merged into another one",
} as const satisfies Record<EntryState, string>;

const CANNOT_KEEP = {
  "not-answered": [
    "Only an answer that stands as its patient got it can be kept.",
    "Wait until the question is answered, then press Keep again.",
  ],
  already: [
    "Somebody asked to keep this answer already.",
    "Its card in the question's thread says how that stands.",
  ],
  "said-no": [
    "It was asked about this answer before, and nobody is asked twice.",
    "The answer stays with its question; you can keep another one.",
  ],
  disputed: [
    "A colleague sees this answer differently, and an answer is kept when nobody does.",
    "Leave it with its question, where both are shown; another one can be kept.",
  ],
  "author-left": [
    "Whoever wrote it has left, and nobody else can agree for them.",
    "The answer stays with its question; a colleague who answers the same can be asked.",
  ],
  danger: [
    "Somebody may be in danger in this conversation, and nobody is asked for such a text.",
    "Leave it with its question; an article about it can be imported.",
  ],
} as const;

const PARTS = {
  author: "You wrote this answer.",
  keeper: "You put this question into general words.",
} as const;

/** Words for what can be refused about the library. */
export const LIBRARY_TEXT: Texts<"cannot_keep" | "entry_status" | "entry_changed" | "own_part"> = {
  cannot_keep: ({ why }) => ({
    title: "Cannot be kept",
    detail: CANNOT_KEEP[why][0],
    nextStep: CANNOT_KEEP[why][1],
  }),
  entry_status: ({ is }) => ({
    title: "Not possible in the library now",
    detail: `This answer ${STATE_WORDS[is]}.`,
    nextStep: "Nothing was changed; look at its newest card.",
  }),
  entry_changed: () => ({
    title: "The answer changed since",
    detail: "It was edited, hidden or reported after everybody agreed to its words.",
    nextStep: "Wait for the moderators where it was reported; an answer with new words can be kept anew.",
  }),
  own_part: ({ part }) => ({
    title: "Needs another pair of eyes",
    detail: `${PARTS[part]} Another provider has to look before others can find it.`,
    nextStep: "Leave it for a colleague; it waits for 30 days.",
  }),
};
