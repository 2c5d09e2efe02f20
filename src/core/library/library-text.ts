import { msg, t } from "#core/language/t.ts";
import type { EntryState } from "#core/library/library-entry.ts";
import { advise, type Texts } from "#core/refusal-text.ts";

const STATE_WORDS = {
  proposed: msg("This answer waits for the patient and the author."),
  agreed: msg("This answer waits for a colleague's look."),
  kept: msg("This answer is in the library."),
  stale: msg("This answer is past its day and waits for another look."),
  declined: msg("This answer was not agreed to."),
  lapsed: msg("This answer was not agreed to, or not looked at, in time."),
  unfit: msg("This answer was found not fit to be kept."),
  withdrawn: msg("This answer was taken out."),
  retired: msg("This answer was retired."),
  merged: msg("This answer was merged into another one."),
} as const satisfies Record<EntryState, string>;

const CANNOT_KEEP = {
  "not-answered": {
    detail: msg("Only an answer that stands as its patient got it can be kept."),
    nextStep: msg("Wait until the question is answered, then press Keep again."),
  },
  already: {
    detail: msg("Somebody asked to keep this answer already."),
    nextStep: msg("Its card in the question's thread says how that stands."),
  },
  "said-no": {
    detail: msg("It was asked about this answer before, and nobody is asked twice."),
    nextStep: msg("The answer stays with its question; you can keep another one."),
  },
  disputed: {
    detail: msg("A colleague sees this answer differently, and an answer is kept when nobody does."),
    nextStep: msg("Leave it with its question, where both are shown; another one can be kept."),
  },
  "author-left": {
    detail: msg("Whoever wrote it has left, and nobody else can agree for them."),
    nextStep: msg("The answer stays with its question; a colleague who answers the same can be asked."),
  },
  danger: {
    detail: msg("Somebody may be in danger in this conversation, and nobody is asked for such a text."),
    nextStep: msg("Leave it with its question; an article about it can be imported."),
  },
} as const;

const PARTS = {
  author: msg("You wrote this answer. Another provider has to look before others can find it."),
  keeper: msg(
    "You put this question into general words. Another provider has to look before others can find it.",
  ),
} as const;

/** Words for what can be refused about the library. */
export const LIBRARY_TEXT: Texts<"cannot_keep" | "entry_status" | "entry_changed" | "own_part"> = {
  cannot_keep: ({ why }) => ({ title: t("Cannot be kept"), ...advise(CANNOT_KEEP[why]) }),
  entry_status: ({ is }) => ({
    title: t("Not possible in the library now"),
    detail: t(STATE_WORDS[is]),
    nextStep: t("Nothing was changed; look at its newest card."),
  }),
  entry_changed: () => ({
    title: t("The answer changed since"),
    detail: t("It was edited, hidden or reported after everybody agreed to its words."),
    nextStep: t("Wait for the moderators where it was reported; an answer with new words can be kept anew."),
  }),
  own_part: ({ part }) => ({
    title: t("Needs another pair of eyes"),
    detail: t(PARTS[part]),
    nextStep: t("Leave it for a colleague; it waits for 30 days."),
  }),
};
