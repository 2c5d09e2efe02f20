import { credentialLine } from "#bots/credential-words.ts";
import { professionWords } from "#core/credentials/professions.ts";
import { dayWords } from "#core/language/formats.ts";
import { msg, t } from "#core/language/t.ts";
import type { EntryText, KeepRequestCard, LibraryAnswer } from "#core/library/cards.ts";
import { ANSWER_FIELDS, type AnswerText } from "#core/questions/cards.ts";

/** Words about the library that are the same on every platform, without markup: whoever shows them escapes what people wrote. */

export const day = (at: Date): string => dayWords(at);

/** The parts of an answer, each with its heading; one without where the answer is one text. */
export function answerParts(
  answer: AnswerText | string,
): readonly { readonly heading?: string; readonly text: string }[] {
  if (typeof answer === "string") return [{ text: answer }];
  return (Object.keys(ANSWER_FIELDS) as (keyof AnswerText)[])
    .filter((field) => answer[field] !== "")
    .map((field) => ({ heading: t(ANSWER_FIELDS[field]), text: answer[field] }));
}

/** Whose word it is. An imported answer names where it is from, and never a credential. */
export function sourceWords({ source }: EntryText): string {
  if ("credential" in source) return credentialLine(source.credential);
  const { from, by } = source.imported;
  return t("From {from}, looked at there by {by}", { from, by });
}

const SINCE = {
  ended: msg("Their credential has ended since."),
  suspended: msg("Their credential is suspended at the moment."),
} as const;

/** Who looked at it, when, and until when that holds. */
export function reviewWords({ since, reviewedAt, reviewerRole, reviewBy }: LibraryAnswer): string {
  const days = { day: day(reviewedAt), until: day(reviewBy) };
  const reviewed =
    reviewerRole === undefined
      ? t("Reviewed {day}, review by {until}.", days)
      : t("Reviewed {day} by a colleague ({role}), review by {until}.", {
          ...days,
          role: professionWords(reviewerRole).toLowerCase(),
        });
  return [reviewed, ...(since === undefined ? [] : [t(SINCE[since])])].join(" ");
}

export interface Words {
  readonly title: string;
  readonly says: string;
}

const GONE = msg("Nothing of it is kept for others.");
const withGone = (says: string): string => `${says} ${t(GONE)}`;

const REQUESTS: { readonly [S in KeepRequestCard["state"]]: (card: KeepRequestCard) => Words } = {
  proposed: ({ agreed, waitsUntil }) =>
    agreed
      ? {
          title: t("Thank you. You said yes"),
          says: t(
            "A volunteer and a colleague of theirs look at it next. Nobody can find it before that. You can change your mind at any time.",
          ),
        }
      : {
          title: t("May we keep this answer for others?"),
          says: [
            t(
              "Others here with the same question could find it, and where this server has a channel for kept answers, everybody there can read it. This is all they would read. Your name here is not in it. Saying no is fine, and changes nothing for you.",
            ),
            waitsUntil === undefined
              ? t("If you do not answer, that is a no.")
              : t("If you do not answer by {day}, that is a no.", { day: day(waitsUntil) }),
          ].join(" "),
        },
  agreed: () => ({
    title: t("Thank you. You said yes"),
    says: t(
      "Another volunteer looks at it next. Nobody can find it before that. You can change your mind at any time.",
    ),
  }),
  kept: ({ reviewBy, onShelf }) => ({
    title: t("It is in the library now"),
    says: [
      onShelf
        ? t(
            "Others here can find it, and everybody on this server can read it in the channel for kept answers. Thank you for helping them.",
          )
        : t("Others here can find it. Thank you for helping them."),
      ...(reviewBy === undefined
        ? []
        : [t("On {day} somebody looks again whether it is still right.", { day: day(reviewBy) })]),
      t("You can take it out at any time."),
    ].join(" "),
  }),
  stale: () => ({
    title: t("Nobody can find it at the moment"),
    says: t("A volunteer looks whether it is still right. You can take it out at any time."),
  }),
  declined: () => ({ title: t("It is not kept"), says: t(GONE) }),
  lapsed: () => ({ title: t("It is not kept"), says: t(GONE) }),
  unfit: () => ({
    title: t("It is not kept"),
    says: withGone(t("A second volunteer thought that it fits you better than others.")),
  }),
  withdrawn: ({ reviewBy }) =>
    reviewBy === undefined
      ? { title: t("It is not kept"), says: t(GONE) }
      : {
          title: t("It was taken out of the library"),
          says: withGone(t("Nobody can find it any more; someone may already have read it.")),
        },
  retired: () => ({
    title: t("It is no longer in the library"),
    says: withGone(t("The volunteers took it out. Thank you for sharing it.")),
  }),
  merged: () => ({
    title: t("It is no longer in the library"),
    says: withGone(t("Another answer says the same, and people find that one. Thank you for sharing it.")),
  }),
};

/** What the patient reads above the text, or instead of it. */
export function requestWords(card: KeepRequestCard): Words {
  // What is hidden nobody finds, as what waits for another look.
  const state = card.hidden && card.state === "kept" ? "stale" : card.state;
  return REQUESTS[state](card);
}
