import { topicWords } from "#core/credentials/topics.ts";
import type { Amber } from "#core/experiences/ambers.ts";
import type { Choice, Choices } from "#core/experiences/choices.ts";
import type { ToldCount } from "#core/experiences/counts/read-counts.ts";
import type { ExperienceStatus } from "#core/experiences/experience.ts";
import type { ExperienceLabelCard } from "#core/experiences/label-card.ts";
import type { Remarks } from "#core/experiences/screen-experience.ts";
import type { Use } from "#core/experiences/uses.ts";
import { type Message, msg, t } from "#core/language/t.ts";

/** Words about experiences that are the same on every platform, without markup. */

export const NOBODY_CHECKED = msg(
  "These are members' own experiences. Nobody checked them, and bodies differ. Talk to somebody who knows you before you change a treatment.",
);

export const AMBER_WORDS = {
  "weight-food": msg("weight and food"),
  "death-dying": msg("death and dying"),
  "self-harm": msg("self-harm"),
  "blood-procedures": msg("blood and procedures"),
  violence: msg("violence"),
  "pregnancy-loss": msg("pregnancy loss"),
  "substance-use": msg("substance use"),
} as const satisfies Record<Amber, Message>;

/** Who has told it, for whoever reads it. */
const WHOSE_WORDS = {
  self: msg("first-hand"),
  parent: msg("for a parent they care for"),
  child: msg("for a child they care for"),
  partner: msg("for a partner they care for"),
  relative: msg("for a relative they care for"),
  friend: msg("for a friend they care for"),
  client: msg("for somebody they care for at work"),
} as const satisfies Record<NonNullable<Choices["whose"]>, Message>;

export const whoseWords = (whose: Choices["whose"]): string =>
  whose === undefined ? "" : t(WHOSE_WORDS[whose]);

/** What is asked, and what can be chosen. A topic is its own words. */
export const CHOICE_HINTS = {
  topic: msg("Topic"),
  whose: msg("Whose experience is it?"),
  outcome: msg("How did it go?"),
  noticed: msg("How soon could you tell?"),
} as const satisfies Record<Choice, Message>;

export const OPTION_WORDS = {
  self: msg("My own"),
  parent: msg("A parent I care for"),
  child: msg("A child I care for"),
  partner: msg("A partner I care for"),
  relative: msg("A relative I care for"),
  friend: msg("A friend I care for"),
  client: msg("Somebody I care for at work"),
  "a-lot": msg("It helped a lot"),
  some: msg("It helped some"),
  "no-difference": msg("It made no difference"),
  worse: msg("It made things worse"),
  days: msg("Within days"),
  weeks: msg("Within weeks"),
  months: msg("After months"),
} as const satisfies Record<string, Message>;

export const optionWords = (value: string): string =>
  Object.hasOwn(OPTION_WORDS, value)
    ? t(OPTION_WORDS[value as keyof typeof OPTION_WORDS])
    : topicWords(value);

export const USE_WORDS = {
  community: msg("This community may read it"),
  providers: msg("Verified providers may read it"),
  library: msg("The library may quote it"),
} as const satisfies Record<Use, Message>;

export const COUNTED_ONLY = msg(
  "How it went and how soon are only counted together with many others, and never shown beside your name.",
);

/** Said on the card that will be shared. */
export const BEFORE_SHARING = msg(
  "Each of the three is off until you press it, and you can change it later. The first is needed to share. Nothing here is sold or used for research.",
);

export const STATUS_WORDS = {
  draft: msg("not shared yet"),
  shared: msg("shared"),
  redacted: msg("shared; moderators removed some words"),
  hidden: msg("hidden by the moderators"),
  withdrawn: msg("withdrawn; nobody finds it"),
  removed: msg("deleted"),
  cancelled: msg("cancelled"),
} as const satisfies Record<ExperienceStatus, Message>;

export const WITHDRAWN = msg(
  "Nobody finds it any more. Numbers that count many members together may hold it until they are counted again.",
);

export const NOTHING_FOUND = msg(
  "Nobody has shared an experience about that yet, or not one that you can see. Other words may find one. If you know something about it, yours could be the first.",
);

/** What an author hears of a text before it is shared: hints, and nothing that stops them. The advice itself is apart. */
export const remarkWords = {
  advice: {
    lead: msg("A hint:"),
    text: msg(
      "say what happened to you, not what others could take or do. Names of medicines are fine; amounts are best left out. You decide. This reads like advice:",
    ),
  },
  lookedAt: {
    lead: msg("A moderator will look at it too."),
    text: msg("It may break a rule here. It is shared all the same, and a person decides, not a machine."),
  },
  fullyScreened: {
    lead: msg("We could not check all of it:"),
    text: msg("it may not be in English or Spanish. Please look once more."),
  },
} as const satisfies Record<keyof Remarks, { lead: Message; text: Message }>;

const day = (at: Date): string => at.toISOString().slice(0, 10);

/** What many say of one treatment: how many, how it went, how soon; what would point at somebody is not told. */
export function countLine(
  { people: all, outcome, noticed, countedAt }: ToldCount,
  about: string,
): string | undefined {
  const parts = [
    ...(all === undefined ? [] : [t("About {all} people wrote about {about}.", { all, about })]),
    ...(outcome === undefined
      ? []
      : [
          t(
            "Of {all}, {helped} say it helped some or a lot, and {notHelped} that it made no difference or made things worse.",
            {
              all: outcome.helped + outcome.notHelped,
              helped: outcome.helped,
              notHelped: outcome.notHelped,
            },
          ),
        ]),
    ...(noticed === undefined
      ? []
      : [
          t("Of {all}, {soon} could tell within weeks, and {late} after months.", {
            all: noticed.withinWeeks + noticed.laterOn,
            soon: noticed.withinWeeks,
            late: noticed.laterOn,
          }),
        ]),
  ];
  return parts.length === 0
    ? undefined
    : [...parts, t("Counted on {day}.", { day: day(countedAt) })].join(" ");
}

/** Why there may be no number. */
export const FEW_ARE_HIDDEN = msg(
  "Numbers are shown once at least five people wrote, and never so that they could point at one person.",
);

export function experienceLabelWords({ number, label }: ExperienceLabelCard): {
  title: string;
  lines: string[];
} {
  return {
    title: t("A label on your experience {number}", { number }),
    lines: [
      t(
        "A moderator put the label “{label}” before it, so that each reader can choose. Your text stands as it is, and you did nothing wrong.",
        { label: t(AMBER_WORDS[label]) },
      ),
      t("If you see it differently, tell a moderator of this community."),
    ],
  };
}
