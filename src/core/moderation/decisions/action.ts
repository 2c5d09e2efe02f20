import { keptWords, type Message, msg } from "#core/language/t.ts";
import type { SubjectKind } from "../cases/case.ts";

/** What a moderator can decide on a case. */
export const ACTIONS = [
  "dismiss",
  "hide",
  "redact",
  "warn",
  "strike",
  "time-out",
  "suspend-provider",
  "remove",
  "ban",
] as const;
export type Action = (typeof ACTIONS)[number];

/** What somebody can be, by the gravest decision about them that stands. */
export type Standing = "timed-out" | "removed" | "banned";

interface Kind {
  /** What it can be decided on. */
  readonly on: readonly SubjectKind[];
  /** What it makes of the person. */
  readonly makes?: Standing;
  readonly lasts: "a while" | "for good" | "either";
  /** For good, it needs two: one may do it at once, but it lapses unless a second one confirms it. */
  readonly needsTwo?: true;
  /** Whom it is about must be a member here. */
  readonly ofMember?: true;
  /** Said to the person it is about, after "We". */
  readonly did: Message;
  /** What stays, unless the moderator says something else. */
  readonly stays: Message;
}

const TEXTS: readonly SubjectKind[] = ["message", "post", "experience", "kept-answer"];
const ANY: readonly SubjectKind[] = [...TEXTS, "member", "account"];

const ALL_ELSE = msg("Everything else stays as it is.");

export const KINDS = {
  dismiss: { on: ANY, lasts: "for good", did: msg("did nothing"), stays: ALL_ELSE },
  hide: { on: TEXTS, lasts: "for good", did: msg("hid the text"), stays: ALL_ELSE },
  redact: {
    on: ["message", "experience"],
    lasts: "for good",
    did: msg("removed some words"),
    stays: msg("The rest of the text stands."),
  },
  warn: { on: ANY, lasts: "for good", ofMember: true, did: msg("ask you to keep to it"), stays: ALL_ELSE },
  strike: {
    on: ANY,
    lasts: "a while",
    ofMember: true,
    did: msg("noted a strike, which fades after 90 days"),
    stays: ALL_ELSE,
  },
  "time-out": {
    on: ANY,
    makes: "timed-out",
    lasts: "a while",
    did: msg("paused your writing here"),
    stays: msg("You can read, take back what you asked, and appeal."),
  },
  "suspend-provider": {
    on: ANY,
    lasts: "either",
    needsTwo: true,
    ofMember: true,
    did: msg("paused your answering here"),
    stays: msg("Your credential is not touched by this."),
  },
  remove: {
    on: ANY,
    makes: "removed",
    lasts: "for good",
    did: msg("removed you from this community"),
    stays: msg("You may join again later."),
  },
  ban: {
    on: ANY,
    makes: "banned",
    lasts: "either",
    needsTwo: true,
    did: msg("closed this community to you"),
    stays: msg("You can appeal with the code below."),
  },
} as const satisfies Record<Action, Kind>;

export const kindOf = (action: Action): Kind => KINDS[action];

/** What stays, as a decision keeps it: what comes with Curbside is said in the reader's language, a moderator's own words as they are. */
export const staysWords = (kept: string): string =>
  keptWords(
    kept,
    ACTIONS.map((action) => kindOf(action).stays),
  );

/** An action as it was stored; "warn", which does nothing by itself, for a word of another version. */
export const actionOf = (stored: string): Action => ACTIONS.find((known) => known === stored) ?? "warn";

/** Gravest last. */
const BY_WEIGHT: readonly Standing[] = ["timed-out", "removed", "banned"];

/** Of several things that hold for somebody, the gravest. */
export const gravest = (standings: readonly Standing[]): Standing | undefined =>
  BY_WEIGHT.findLast((one) => standings.includes(one));

/** What can be decided on a subject, in the order of weight. */
export const actionsOn = (about: SubjectKind, { isMember }: { isMember: boolean }): Action[] =>
  ACTIONS.filter((action) => {
    const { on, ofMember } = kindOf(action);
    return on.includes(about) && (isMember || ofMember !== true);
  });
