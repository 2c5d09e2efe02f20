/** What a member can choose to be found by. The lists are closed, so that no card holds a word of anybody's own. */
export const TAGS = {
  topic: {
    tablets: "Tablets or capsules",
    injections: "Injections or infusions",
    "side-effects": "Side effects",
    surgery: "Surgery or a procedure",
    tests: "Tests, and waiting for results",
    pain: "Pain",
    tiredness: "Tiredness",
    sleep: "Sleep",
    food: "Eating and weight",
    movement: "Moving and exercise",
    mood: "Mood and worry",
    talking: "Talking therapy",
    changing: "Changing or stopping a treatment",
    none: "No treatment now",
  },
  stage: {
    waiting: "Waiting for a diagnosis",
    new: "Newly diagnosed",
    starting: "Starting a treatment",
    years: "Some years in",
    stable: "Stable or in remission",
    harder: "It is getting harder",
    end: "Near the end of life",
  },
  age: {
    "18-29": "18-29",
    "30-44": "30-44",
    "45-59": "45-59",
    "60-74": "60-74",
    "75": "75 or over",
  },
  life: {
    working: "Working",
    studying: "Studying",
    "not-working": "Not working because of health",
    children: "Raising children",
    pregnant: "Pregnant, or planning to be",
    alone: "Living alone",
    retired: "Retired",
    moved: "New to this country",
  },
  side: {
    living: "Living with it",
    caring: "Caring for someone",
  },
} as const;

export type TagGroup = keyof typeof TAGS;
export const TAG_GROUPS = Object.keys(TAGS) as readonly TagGroup[];

/** How many of each group; a card that names everything would find everybody. */
export const MOST_OF: Readonly<Record<TagGroup, number>> = { topic: 5, stage: 1, age: 1, life: 3, side: 1 };

/** "topic.pain". */
export type Tag = string;

const LABELS: ReadonlyMap<Tag, string> = new Map(
  TAG_GROUPS.flatMap((group) =>
    Object.entries(TAGS[group]).map(([slug, label]) => [`${group}.${slug}`, label] as const),
  ),
);

export const ALL_TAGS: readonly Tag[] = [...LABELS.keys()];

export const isTag = (tag: string): boolean => LABELS.has(tag);

export const groupOf = (tag: Tag): string => tag.split(".")[0] ?? "";

/** The words for a tag; "" for one that a later version of the lists has no more. */
export const labelOf = (tag: Tag): string => LABELS.get(tag) ?? "";
