import { type Message, msg, t, tn } from "#core/language/t.ts";
import type { Counted } from "#core/privacy/erase/erasing.ts";
import type { ErasedPlace, ErasureCard } from "#core/privacy/erasure-card.ts";
import type { ErasurePreview } from "#core/privacy/preview-erasure.ts";

const BOUND = msg(
  "A case or a decision about you is not over. Until it is, we keep a scrambled mark of your account, so that it still counts if you come back. What was reported stays sealed until nobody can appeal any more. You can still ask for another look with /appeal, from the same account; we cannot write to you about it.",
);

/** Before it is asked for: what goes, what stays and why. Lines without markup. */
export function previewWords({ community, questions, answersKept, bound }: ErasurePreview): {
  title: string;
  first: string;
  goes: readonly string[];
  stays: readonly string[];
  last: string;
} {
  return {
    title: t("Erase my data"),
    first: t(
      "This removes you from {community} for good, and from no other community. Nobody can undo it, and nobody can get it back for you.",
      { community },
    ),
    goes: [
      t("Your name here, your country and your choices"),
      ...(questions === 0
        ? []
        : [
            tn(
              questions,
              "The question you asked, with every answer, on both sides",
              "All {n} questions you asked, with every answer, on both sides",
            ),
          ]),
      t("Every message we sent you"),
      t("The experiences that you told, and your notes"),
      t("What you wrote in reports and in worries about others"),
      t("Whom you met here, your friends, and what you told them"),
      t("Which account is yours: after this we do not know you"),
    ],
    stays: [
      t("What others have already read. We cannot make anybody forget it"),
      t("What you typed yourself in a server or a thread. Delete that there"),
      t("That something happened and when, with no name and no text. Nobody may change that record"),
      ...(answersKept === 0
        ? []
        : [
            t(
              "Answers you gave: they stay with the people you helped, with your profession and without your name",
            ),
          ]),
      t("Where somebody chose not to meet you again, a scrambled mark of your account, so that it holds"),
      ...(bound ? [t(BOUND)] : []),
      t("Backups of this community may hold a copy for a while. If one is used, you are erased again first"),
    ],
    last: t(
      "You can join again later as somebody new. Help lines are there for you either way, with /help-now.",
    ),
  };
}

const COUNT_WORDS = {
  questions: [msg("{n} question taken back"), msg("{n} questions taken back")],
  texts: [msg("{n} text in them erased"), msg("{n} texts in them erased")],
  notes: [msg("{n} note of yours"), msg("{n} notes of yours")],
  experiences: [msg("{n} experience that you told"), msg("{n} experiences that you told")],
  messagesToYou: [msg("{n} message to you to be removed"), msg("{n} messages to you to be removed")],
  answersKept: [
    msg("{n} answer kept by whom you helped, without your name"),
    msg("{n} answers kept by those you helped, without your name"),
  ],
  credentials: [
    msg("{n} credential withdrawn, its evidence erased"),
    msg("{n} credentials withdrawn, their evidence erased"),
  ],
  reports: [msg("{n} report without your words now"), msg("{n} reports without your words now")],
  worries: [msg("{n} worry without its words now"), msg("{n} worries without their words now")],
  agreements: [msg("{n} agreement withdrawn"), msg("{n} agreements withdrawn")],
} as const satisfies Record<Counted, readonly [Message, Message]>;

const PLACE_WORDS = {
  dm: [
    msg("{platform}, direct messages: {removed} removed"),
    msg("{platform}, direct messages: {removed} removed, {left} could not be removed"),
  ],
  thread: [
    msg("{platform}, threads: {removed} removed"),
    msg("{platform}, threads: {removed} removed, {left} could not be removed"),
  ],
  channel: [
    msg("{platform}, channels: {removed} removed"),
    msg("{platform}, channels: {removed} removed, {left} could not be removed"),
  ],
} as const satisfies Record<ErasedPlace["place"], readonly [all: Message, some: Message]>;

function placeWords({ platform, place, removed, left }: ErasedPlace): string {
  const [all, some] = PLACE_WORDS[place];
  const name = platform.charAt(0).toUpperCase() + platform.slice(1);
  return t(left === 0 ? all : some, { platform: name, removed, left });
}

export const countLines = (counts: ErasureCard["counts"]): string[] =>
  Object.entries(COUNT_WORDS).flatMap(([what, [one, many]]) => {
    const count = counts[what as Counted] ?? 0;
    return count === 0 ? [] : [tn(count, one, many)];
  });

export const placeLines = (places: readonly ErasedPlace[]): string[] => places.map(placeWords);

const WHOSE = {
  member: msg("You asked for it."),
  team: msg("Two people of the team did it, by your wish or because a law demands it."),
  restore: msg("A backup had brought it back."),
} as const satisfies Record<ErasureCard["wish"], Message>;

/** The last message: the same on every platform and without markup. */
export function receiptWords({ wish, counts, places, bound, code }: ErasureCard): {
  title: string;
  first: string;
  lines: readonly string[];
  last: readonly string[];
} {
  return {
    title: t("Your data were erased"),
    first: `${t(WHOSE[wish])} ${t("This is the last message you get from us.")}`,
    lines: [...countLines(counts), ...placeLines(places)],
    last: [
      t("Where somebody chose not to meet you again, a scrambled mark of your account, so that it holds"),
      ...(bound ? [t(BOUND)] : []),
      t("Others may have read some of it before."),
      t("Your code: {code}. With it, an admin can find this receipt. It does not say who you were.", {
        code,
      }),
      t("You can delete this message. You can join again as somebody new. Take care."),
    ],
  };
}

/** Said at once, to whoever erased themselves. */
export const erasedNow = (code: string): string =>
  t(
    "Everything of yours is being erased. You get one last message here when it is done, within a day. Your code for the receipt: {code}. Take care.",
    { code },
  );
