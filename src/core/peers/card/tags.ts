import { type Message, msg, t } from "#core/language/t.ts";

/** What a member can choose to be found by. The lists are closed, so that no card holds a word of anybody's own. */
export const TAGS = {
  topic: {
    tablets: msg("Tablets or capsules"),
    injections: msg("Injections or infusions"),
    "side-effects": msg("Side effects"),
    surgery: msg("Surgery or a procedure"),
    tests: msg("Tests, and waiting for results"),
    pain: msg("Pain"),
    tiredness: msg("Tiredness"),
    sleep: msg("Sleep"),
    food: msg("Eating and weight"),
    movement: msg("Moving and exercise"),
    mood: msg("Mood and worry"),
    talking: msg("Talking therapy"),
    changing: msg("Changing or stopping a treatment"),
    none: msg("No treatment now"),
  },
  stage: {
    waiting: msg("Waiting for a diagnosis"),
    new: msg("Newly diagnosed"),
    starting: msg("Starting a treatment"),
    years: msg("Some years in"),
    stable: msg("Stable or in remission"),
    harder: msg("It is getting harder"),
    end: msg("Near the end of life"),
  },
  age: {
    "18-29": msg("18-29"),
    "30-44": msg("30-44"),
    "45-59": msg("45-59"),
    "60-74": msg("60-74"),
    "75": msg("75 or over"),
  },
  life: {
    working: msg("Working"),
    studying: msg("Studying"),
    "not-working": msg("Not working because of health"),
    children: msg("Raising children"),
    pregnant: msg("Pregnant, or planning to be"),
    alone: msg("Living alone"),
    retired: msg("Retired"),
    moved: msg("New to this country"),
  },
  side: {
    living: msg("Living with it"),
    caring: msg("Caring for someone"),
  },
} as const;

export type TagGroup = keyof typeof TAGS;
export const TAG_GROUPS = Object.keys(TAGS) as readonly TagGroup[];

/** How many of each group; a card that names everything would find everybody. */
export const MOST_OF: Readonly<Record<TagGroup, number>> = { topic: 5, stage: 1, age: 1, life: 3, side: 1 };

/** "topic.pain". */
export type Tag = string;

const LABELS: ReadonlyMap<Tag, Message> = new Map(
  TAG_GROUPS.flatMap((group) =>
    Object.entries(TAGS[group]).map(([slug, label]) => [`${group}.${slug}`, label] as const),
  ),
);

export const ALL_TAGS: readonly Tag[] = [...LABELS.keys()];

export const isTag = (tag: string): boolean => LABELS.has(tag);

export const groupOf = (tag: Tag): string => tag.split(".")[0] ?? "";

/** The words for a tag; "" for one that a later version of the lists has no more. */
export const labelOf = (tag: Tag): string => {
  const label = LABELS.get(tag);
  return label === undefined ? "" : t(label);
};
