import type { Counted } from "#core/privacy/erase/erasing.ts";
import type { ErasedPlace, ErasureCard } from "#core/privacy/erasure-card.ts";
import type { ErasurePreview } from "#core/privacy/preview-erasure.ts";

const BOUND =
  "A case or a decision about you is not over. Until it is, we keep a scrambled mark of your account, so that it still counts if you come back. What was reported stays sealed until nobody can appeal any more. You can still ask for another look with /appeal, from the same account; we cannot write to you about it.";

/** Before it is asked for: what goes, what stays and why. Lines without markup. */
export function previewWords({ community, questions, answersKept, bound }: ErasurePreview): {
  title: string;
  first: string;
  goes: readonly string[];
  stays: readonly string[];
  last: string;
} {
  const asked = questions === 1 ? "The question you asked" : `All ${questions} questions you asked`;
  return {
    title: "Erase my data",
    first: `This removes you from ${community} for good, and from no other community. Nobody can undo it, and nobody can get it back for you.`,
    goes: [
      "Your name here, your country and your choices",
      ...(questions === 0 ? [] : [`${asked}, with every answer, on both sides`]),
      "Every message we sent you",
      "The experiences that you told, and your notes",
      "What you wrote in reports and in worries about others",
      "Whom you met here, your friends, and what you told them",
      "Which account is yours: after this we do not know you",
    ],
    stays: [
      "What others have already read. We cannot make anybody forget it",
      "What you typed yourself in a server or a thread. Delete that there",
      "That something happened and when, with no name and no text. Nobody may change that record",
      ...(answersKept === 0
        ? []
        : [
            "Answers you gave: they stay with the people you helped, with your profession and without your name",
          ]),
      "Where somebody chose not to meet you again, a scrambled mark of your account, so that it holds",
      ...(bound ? [BOUND] : []),
      "Backups of this community may hold a copy for a while. If one is used, you are erased again first",
    ],
    last: "You can join again later as somebody new. Help lines are there for you either way, with /help-now.",
  };
}

const COUNT_WORDS = {
  questions: ["question taken back", "questions taken back"],
  texts: ["text in them erased", "texts in them erased"],
  notes: ["note of yours", "notes of yours"],
  experiences: ["experience that you told", "experiences that you told"],
  messagesToYou: ["message to you to be removed", "messages to you to be removed"],
  answersKept: [
    "answer kept by whom you helped, without your name",
    "answers kept by those you helped, without your name",
  ],
  credentials: ["credential withdrawn, its evidence erased", "credentials withdrawn, their evidence erased"],
  reports: ["report without your words now", "reports without your words now"],
  worries: ["worry without its words now", "worries without their words now"],
  agreements: ["agreement withdrawn", "agreements withdrawn"],
} as const satisfies Record<Counted, readonly [string, string]>;

const PLACE_WORDS = { dm: "direct messages", thread: "threads", channel: "channels" } as const;

function placeWords({ platform, place, removed, left }: ErasedPlace): string {
  const name = platform.charAt(0).toUpperCase() + platform.slice(1);
  const not = left === 0 ? "" : `, ${left} could not be removed`;
  return `${name}, ${PLACE_WORDS[place]}: ${removed} removed${not}`;
}

export const countLines = (counts: ErasureCard["counts"]): string[] =>
  Object.entries(COUNT_WORDS).flatMap(([what, [one, many]]) => {
    const count = counts[what as Counted] ?? 0;
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });

export const placeLines = (places: readonly ErasedPlace[]): string[] => places.map(placeWords);

const WHOSE = {
  member: "You asked for it.",
  team: "Two people of the team did it, by your wish or because a law demands it.",
  restore: "A backup had brought it back.",
} as const satisfies Record<ErasureCard["wish"], string>;

/** The last message: the same on every platform and without markup. */
export function receiptWords({ wish, counts, places, bound, code }: ErasureCard): {
  title: string;
  first: string;
  lines: readonly string[];
  last: readonly string[];
} {
  return {
    title: "Your data were erased",
    first: `${WHOSE[wish]} This is the last message you get from us.`,
    lines: [...countLines(counts), ...placeLines(places)],
    last: [
      "Where somebody chose not to meet you again, a scrambled mark of your account, so that it holds",
      ...(bound ? [BOUND] : []),
      "Others may have read some of it before.",
      `Your code: ${code}. With it, an admin can find this receipt. It does not say who you were.`,
      "You can delete this message. You can join again as somebody new. Take care.",
    ],
  };
}

/** Said at once, to whoever erased themselves. */
export const erasedNow = (code: string): string =>
  `Everything of yours is being erased. You get one last message here when it is done, within a day. Your code for the receipt: ${code}. Take care.`;
