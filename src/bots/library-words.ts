import { credentialLine } from "#bots/credential-words.ts";
import type {
  EntryText,
  KeepRequestCard,
  KeepTeamCard,
  LibraryAnswer,
  LibraryDueCard,
} from "#core/library/cards.ts";
import { REVIEW_MONTHS, USUAL_MONTHS } from "#core/library/library-entry.ts";
import { ANSWER_FIELDS, type AnswerText } from "#core/questions/cards.ts";

/** Words about the library that are the same on every platform, without markup: whoever shows them escapes what people wrote. */

export const day = (at: Date): string =>
  at.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** The parts of an answer, each with its heading; one without where the answer is one text. */
export function answerParts(
  answer: AnswerText | string,
): readonly { readonly heading?: string; readonly text: string }[] {
  if (typeof answer === "string") return [{ text: answer }];
  return (Object.keys(ANSWER_FIELDS) as (keyof AnswerText)[])
    .filter((field) => answer[field] !== "")
    .map((field) => ({ heading: ANSWER_FIELDS[field], text: answer[field] }));
}

/** Whose word it is. An imported answer names where it is from, and never a credential. */
export function sourceWords({ source }: EntryText): string {
  if ("credential" in source) return credentialLine(source.credential);
  const { from, by } = source.imported;
  return `From ${from}, looked at there by ${by}`;
}

const SINCE = {
  ended: " Their credential has ended since.",
  suspended: " Their credential is suspended at the moment.",
} as const;

/** Who looked at it, when, and until when that holds. */
export function reviewWords({ since, reviewedAt, reviewerRole, reviewBy }: LibraryAnswer): string {
  const by = reviewerRole === undefined ? "" : ` by a colleague (${reviewerRole.toLowerCase()})`;
  const ended = since === undefined ? "" : SINCE[since];
  return `Reviewed ${day(reviewedAt)}${by}, review by ${day(reviewBy)}.${ended}`;
}

interface Words {
  readonly title: string;
  readonly says: string;
}

const GONE = "Nothing of it is kept for others.";

const REQUESTS: { readonly [S in KeepRequestCard["state"]]: (card: KeepRequestCard) => Words } = {
  proposed: ({ agreed, waitsUntil }) =>
    agreed
      ? {
          title: "Thank you. You said yes",
          says: "A volunteer and a colleague of theirs look at it next. Nobody can find it before that. You can change your mind at any time.",
        }
      : {
          title: "May we keep this answer for others?",
          says: `Others here with the same question could find it, and where this server has a channel for kept answers, everybody there can read it. This is all they would read. Your name here is not in it. Saying no is fine, and changes nothing for you. If you do not answer${waitsUntil === undefined ? "" : ` by ${day(waitsUntil)}`}, that is a no.`,
        },
  agreed: () => ({
    title: "Thank you. You said yes",
    says: "Another volunteer looks at it next. Nobody can find it before that. You can change your mind at any time.",
  }),
  kept: ({ reviewBy, onShelf }) => ({
    title: "It is in the library now",
    says: `Others here can find it${onShelf ? ", and everybody on this server can read it in the channel for kept answers" : ""}. Thank you for helping them.${reviewBy === undefined ? "" : ` On ${day(reviewBy)} somebody looks again whether it is still right.`} You can take it out at any time.`,
  }),
  stale: () => ({
    title: "Nobody can find it at the moment",
    says: "A volunteer looks whether it is still right. You can take it out at any time.",
  }),
  declined: () => ({ title: "It is not kept", says: GONE }),
  lapsed: () => ({ title: "It is not kept", says: GONE }),
  unfit: () => ({
    title: "It is not kept",
    says: `A second volunteer thought that it fits you better than others. ${GONE}`,
  }),
  withdrawn: ({ reviewBy }) =>
    reviewBy === undefined
      ? { title: "It is not kept", says: GONE }
      : {
          title: "It was taken out of the library",
          says: `Nobody can find it any more; someone may already have read it. ${GONE}`,
        },
  retired: () => ({
    title: "It is no longer in the library",
    says: `The volunteers took it out. Thank you for sharing it. ${GONE}`,
  }),
  merged: () => ({
    title: "It is no longer in the library",
    says: `Another answer says the same, and people find that one. Thank you for sharing it. ${GONE}`,
  }),
};

/** What the patient reads above the text, or instead of it. */
export function requestWords(card: KeepRequestCard): Words {
  // What is hidden nobody finds, as what waits for another look.
  const state = card.hidden && card.state === "kept" ? "stale" : card.state;
  return REQUESTS[state](card);
}

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
