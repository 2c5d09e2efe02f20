import type { Amber } from "#core/experiences/ambers.ts";
import type { Choice, Choices } from "#core/experiences/choices.ts";
import type { ToldCount } from "#core/experiences/counts/read-counts.ts";
import type { ExperienceStatus } from "#core/experiences/experience.ts";
import type { ExperienceLabelCard } from "#core/experiences/label-card.ts";
import type { Remarks } from "#core/experiences/screen-experience.ts";
import type { Use } from "#core/experiences/uses.ts";

/** Words about experiences that are the same on every platform, without markup. */

export const NOBODY_CHECKED =
  "These are members' own experiences. Nobody checked them, and bodies differ. Talk to somebody who knows you before you change a treatment.";

export const AMBER_WORDS = {
  "weight-food": "weight and food",
  "death-dying": "death and dying",
  "self-harm": "self-harm",
  "blood-procedures": "blood and procedures",
  violence: "violence",
  "pregnancy-loss": "pregnancy loss",
  "substance-use": "substance use",
} as const satisfies Record<Amber, string>;

/** Who has told it, for whoever reads it. */
const WHOSE_WORDS = {
  self: "first-hand",
  parent: "for a parent they care for",
  child: "for a child they care for",
  partner: "for a partner they care for",
  relative: "for a relative they care for",
  friend: "for a friend they care for",
  client: "for somebody they care for at work",
} as const satisfies Record<NonNullable<Choices["whose"]>, string>;

export const whoseWords = (whose: Choices["whose"]): string =>
  whose === undefined ? "" : WHOSE_WORDS[whose];

/** What is asked, and what can be chosen. A topic is its own words. */
export const CHOICE_HINTS = {
  topic: "Topic",
  whose: "Whose experience is it?",
  outcome: "How did it go?",
  noticed: "How soon could you tell?",
} as const satisfies Record<Choice, string>;

export const OPTION_WORDS = {
  self: "My own",
  parent: "A parent I care for",
  child: "A child I care for",
  partner: "A partner I care for",
  relative: "A relative I care for",
  friend: "A friend I care for",
  client: "Somebody I care for at work",
  "a-lot": "It helped a lot",
  some: "It helped some",
  "no-difference": "It made no difference",
  worse: "It made things worse",
  days: "Within days",
  weeks: "Within weeks",
  months: "After months",
} as const satisfies Record<string, string>;

export const optionWords = (value: string): string =>
  Object.hasOwn(OPTION_WORDS, value) ? OPTION_WORDS[value as keyof typeof OPTION_WORDS] : value;

export const USE_WORDS = {
  community: "This community may read it",
  providers: "Verified providers may read it",
  library: "The library may quote it",
} as const satisfies Record<Use, string>;

export const COUNTED_ONLY =
  "How it went and how soon are only counted together with many others, and never shown beside your name.";

/** Said on the card that will be shared. */
export const BEFORE_SHARING =
  "Each of the three is off until you press it, and you can change it later. The first is needed to share. Nothing here is sold or used for research.";

export const STATUS_WORDS = {
  draft: "not shared yet",
  shared: "shared",
  redacted: "shared; moderators removed some words",
  hidden: "hidden by the moderators",
  withdrawn: "withdrawn; nobody finds it",
  removed: "deleted",
  cancelled: "cancelled",
} as const satisfies Record<ExperienceStatus, string>;

export const WITHDRAWN =
  "Nobody finds it any more. Numbers that count many members together may hold it until they are counted again.";

export const NOTHING_FOUND =
  "Nobody has shared an experience about that yet, or not one that you can see. Other words may find one. If you know something about it, yours could be the first.";

/** What an author hears of a text before it is shared: hints, and nothing that stops them. The advice itself is apart. */
export const remarkWords = {
  advice: {
    lead: "A hint:",
    text: "say what happened to you, not what others could take or do. Names of medicines are fine; amounts are best left out. You decide. This reads like advice:",
  },
  lookedAt: {
    lead: "A moderator will look at it too.",
    text: "It may break a rule here. It is shared all the same, and a person decides, not a machine.",
  },
  fullyScreened: {
    lead: "We could not check all of it:",
    text: "it may not be in English or Spanish. Please look once more.",
  },
} as const satisfies Record<keyof Remarks, { lead: string; text: string }>;

const day = (at: Date): string => at.toISOString().slice(0, 10);

/** What many say of one treatment: how many, how it went, how soon; what would point at somebody is not told. */
export function countLine(
  { people: all, outcome, noticed, countedAt }: ToldCount,
  about: string,
): string | undefined {
  const parts = [
    ...(all === undefined ? [] : [`About ${all} people wrote about ${about}.`]),
    ...(outcome === undefined
      ? []
      : [
          `Of ${outcome.helped + outcome.notHelped}, ${outcome.helped} say it helped some or a lot, and ${outcome.notHelped} that it made no difference or made things worse.`,
        ]),
    ...(noticed === undefined
      ? []
      : [
          `Of ${noticed.withinWeeks + noticed.laterOn}, ${noticed.withinWeeks} could tell within weeks, and ${noticed.laterOn} after months.`,
        ]),
  ];
  return parts.length === 0 ? undefined : `${parts.join(" ")} Counted on ${day(countedAt)}.`;
}

/** Why there may be no number. */
export const FEW_ARE_HIDDEN =
  "Numbers are shown once at least five people wrote, and never so that they could point at one person.";

export function experienceLabelWords({ number, label }: ExperienceLabelCard): {
  title: string;
  lines: string[];
} {
  return {
    title: `A label on your experience ${number}`,
    lines: [
      `A moderator put the label “${AMBER_WORDS[label]}” before it, so that each reader can choose. Your text stands as it is, and you did nothing wrong.`,
      "If you see it differently, tell a moderator of this community.",
    ],
  };
}
