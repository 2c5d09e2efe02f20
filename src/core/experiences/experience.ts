/** The whole life of an experience. A forgotten status or event does not compile. */
export type ExperienceStatus =
  | "draft"
  | "shared"
  | "redacted"
  | "hidden"
  | "withdrawn"
  | "removed"
  | "cancelled";

export type ExperienceEvent =
  | "share"
  | "cancel"
  | "edit"
  | "hide"
  | "show"
  | "redact"
  | "restore"
  | "withdraw"
  | "share-again"
  | "remove";

/**
 * `redacted` is shared without words that moderators removed, `hidden` is what they hid; `withdrawn` is kept for its author
 * alone, and of what is `removed` nothing is left. `show`, `restore` and `share-again` lead to "shared"; the use-case turns it
 * to what other decisions that stand say.
 */
const TRANSITIONS = {
  draft: { share: "shared", cancel: "cancelled" },
  shared: { edit: "shared", hide: "hidden", redact: "redacted", withdraw: "withdrawn", remove: "removed" },
  redacted: {
    edit: "shared",
    hide: "hidden",
    redact: "redacted",
    restore: "shared",
    withdraw: "withdrawn",
    remove: "removed",
  },
  hidden: {
    hide: "hidden",
    show: "shared",
    redact: "hidden",
    restore: "hidden",
    withdraw: "withdrawn",
    remove: "removed",
  },
  withdrawn: {
    hide: "withdrawn",
    show: "withdrawn",
    redact: "withdrawn",
    restore: "withdrawn",
    "share-again": "shared",
    remove: "removed",
  },
  removed: {},
  cancelled: {},
} as const satisfies Record<ExperienceStatus, Partial<Record<ExperienceEvent, ExperienceStatus>>>;

const TABLE: Record<ExperienceStatus, Partial<Record<ExperienceEvent, ExperienceStatus>>> = TRANSITIONS;

export const EXPERIENCE_STATUSES = Object.keys(TRANSITIONS) as readonly ExperienceStatus[];

/** The status after `event`, or undefined where the table has no such step. */
export function next(status: ExperienceStatus, event: ExperienceEvent): ExperienceStatus | undefined {
  return TABLE[status][event];
}

/** The statuses in which `event` is a step; for the `where` of a conditional update. */
export function statusesAllowing(event: ExperienceEvent): ExperienceStatus[] {
  return EXPERIENCE_STATUSES.filter((status) => next(status, event) !== undefined);
}

/** What others can find. */
export const FOUND: readonly ExperienceStatus[] = ["shared", "redacted"];

export const statusOf = (stored: string): ExperienceStatus =>
  EXPERIENCE_STATUSES.find((known) => known === stored) ?? "removed";

/** What cases and the search call it. */
export const EXPERIENCE = "experience";
