import { createHash } from "node:crypto";
import { ageInDays } from "../registries/days.ts";
import type { Found } from "../registries/open-registries.ts";
import { isStale } from "../registries/registry-status.ts";

export type CheckResult = "match" | "mismatch" | "not-found" | "inactive" | "hit" | "review" | "unknown";

/** How one thing that was claimed compares with a registry. */
export interface FieldOutcome {
  readonly field: string;
  readonly outcome: "same" | "similar" | "different" | "not-compared";
  /** What the registry has; never a date of birth. */
  readonly registry?: string;
}

/** Which file a check was made against. */
export interface SourceVersion {
  readonly name: string;
  readonly file: string;
  readonly asOf: string;
  /** Until which day it holds all changes. */
  readonly until: string;
  readonly stale: boolean;
  readonly sha256: string;
  /** Of the row that was compared. */
  readonly rowHash?: string;
}

/** A row of the list of exclusions that may be this person. */
export interface Candidate {
  /** Names the row for a ruling. */
  readonly rowHash: string;
  readonly score: number;
  readonly says: string;
  readonly cleared: boolean;
  readonly born: "same" | "different" | "unknown";
}

export interface Check {
  readonly source: "npi" | "nppes" | "taxonomy" | "license" | "exclusions";
  readonly result: CheckResult;
  /** One plain sentence for the reviewer. */
  readonly says: string;
  readonly fields: readonly FieldOutcome[];
  readonly version?: SourceVersion;
  readonly candidates?: readonly Candidate[];
}

/** What speaks for somebody: on a list of excluded people, not to be found; everywhere else, to fit. */
export const isGood = ({ source, result }: { readonly source: string; readonly result: string }): boolean =>
  result === (source === "exclusions" ? "not-found" : "match");

/** Names a row by what it says. */
export const hashOf = (row: unknown): string =>
  createHash("sha256").update(JSON.stringify(row)).digest("hex");

export const isTooOld = ({ registry, until }: Found<unknown>, now: Date): boolean =>
  isStale(registry, ageInDays(until, now));

export function versionOf(found: Found<unknown>, now: Date, row?: unknown): SourceVersion {
  const { name, source, until } = found;
  return {
    name,
    file: source.file,
    asOf: source.asOf,
    until,
    stale: isTooOld(found, now),
    sha256: source.sha256,
    ...(row === undefined ? {} : { rowHash: hashOf(row) }),
  };
}

export const unknown = (source: Check["source"], says: string): Check => ({
  source,
  result: "unknown",
  says,
  fields: [],
});

/** An old file can tell against somebody, and cannot speak for them: what is good or missing in it may have changed. */
export function withoutOldComfort(check: Check): Check {
  if (check.version?.stale !== true) return check;
  if (check.result !== "match" && check.result !== "not-found") return check;
  const { name, until } = check.version;
  return {
    ...check,
    result: "unknown",
    says: `${check.says} But ${name} is too old to rely on: it holds changes until ${until} only.`,
  };
}
