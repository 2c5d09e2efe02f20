import type { KeepTeamCard, LibraryDueCard } from "#core/library/cards.ts";
import { REVIEW_MONTHS, USUAL_MONTHS } from "#core/library/library-entry.ts";
import { day, type Words } from "./library-words.ts";

/** What those who answer and keep read about the library, the same on every platform and without markup. */

const WAITS_FOR = { patient: "the patient", author: "its author" } as const;

const TEAM: { readonly [S in KeepTeamCard["state"]]: (card: KeepTeamCard) => string } = {
  proposed: ({ waitsFor, waitsUntil }) =>
    `Waits for ${waitsFor.map((who) => WAITS_FOR[who]).join(" and ")}${waitsUntil === undefined ? "" : `, until ${day(waitsUntil)}`}. No answer is a no.`,
  agreed: ({ waitsUntil }) =>
    `Both agreed. A colleague who wrote none of it looks now${waitsUntil === undefined ? "" : `, until ${day(waitsUntil)}`}.`,
  kept: ({ reviewBy }) =>
    `In the library.${reviewBy === undefined ? "" : ` To be looked at again by ${day(reviewBy)}.`}`,
  stale: () => "Past its day: nobody finds it until somebody says that it is still right.",
  declined: () => "Not agreed to. Nothing is kept, and nobody is asked again.",
  lapsed: () => "Not agreed to, or not looked at, in time. Nothing is kept.",
  unfit: () => "A colleague found it not fit to be kept. Nothing is kept.",
  withdrawn: () => "Taken out. Nothing is kept.",
  retired: () => "Retired. Nothing is kept.",
  merged: () => "Merged into another answer.",
};

const HIDDEN = "Hidden by the moderators: nobody finds it.";

export const teamWords = (card: KeepTeamCard): string =>
  card.hidden && (card.state === "kept" || card.state === "stale") ? HIDDEN : TEAM[card.state](card);

export const dueWords = ({ entries, to }: LibraryDueCard): Words => {
  const whose = to === "author" ? "your answers in the library" : "answers in the library";
  if (entries.length === 0)
    return { title: "Nothing left to look at", says: "All of these were looked at. Thank you." };
  return {
    title: "Still right?",
    says: `Some of ${whose} are past their day, so that nobody finds them now. “Still right” shows one for another ${USUAL_MONTHS} months; “Retire” takes it out for good.`,
  };
};

export const MONTH_CHOICES = REVIEW_MONTHS.map((months) => ({
  label: `In ${months} months`,
  value: String(months),
}));
