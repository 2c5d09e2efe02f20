import { msg, t, tn } from "#core/language/t.ts";
import type { DigestCard, WelcomeCard } from "#core/rhythm/cards.ts";

/** Words that are the same on every platform, without markup. */
export interface RhythmWords {
  readonly title: string;
  /** Paragraphs. */
  readonly body: readonly string[];
}

function countLines({ answers, isNear, questions, tips }: NonNullable<DigestCard["counts"]>): string[] {
  const kept = isNear
    ? tn(answers, "1 new answer close to what you look for", "{n} new answers close to what you look for")
    : tn(answers, "1 new answer in the library", "{n} new answers in the library");
  return [
    ...(answers === 0 ? [] : [kept]),
    ...(questions === 0
      ? []
      : [
          tn(
            questions,
            "1 question that you may know something about",
            "{n} questions that you may know something about",
          ),
        ]),
    ...(tips === 0 ? [] : [t("One line about what helped somebody here")]),
  ];
}

/** What is pushed: nothing of it tells what the community, or anybody in it, is about. */
export function digestWords({ counts }: DigestCard): RhythmWords {
  return {
    title: t("Your week is here"),
    body: [
      ...(counts === undefined ? [] : [countLines(counts).join("\n")]),
      t("Press Show to read it. You can stop these at any time, with one press."),
    ],
  };
}

const WHAT_ONE_CAN_DO = [
  msg("/ask: ask a volunteer with a checked credential. You see the card before it is sent."),
  msg("/find: look whether somebody asked the same before."),
  msg("/experience: tell what helped you, or read what helped others."),
  msg("/connect: find somebody like you."),
];

export function welcomeWords({ offersDigest }: WelcomeCard): RhythmWords {
  return {
    title: t("Good that you are here"),
    body: [
      WHAT_ONE_CAN_DO.map((line) => t(line)).join("\n"),
      t(
        "Press Get help now, or use /help-now, for help lines in your country. Nobody watches here day and night.",
      ),
      ...(offersDigest
        ? [
            t(
              "If you like, I can send you a short message once a week: what is new, and what helped somebody. It is off until you press the button.",
            ),
          ]
        : []),
    ],
  };
}
