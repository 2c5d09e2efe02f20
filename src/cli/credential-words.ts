import { type FieldOutcome, isGood } from "#core/credentials/checks/check.ts";
import type { QueuedCredential } from "#core/credentials/decision/credential-queue.ts";
import { PROOF_WORDS, proofKind } from "#core/credentials/proof/proof.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

export const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

/** "3 days", "5 hours", "12 minutes". */
export function lasting(ms: number): string {
  if (ms >= DAY_MS) return many(Math.floor(ms / DAY_MS), "day");
  if (ms >= HOUR_MS) return many(Math.floor(ms / HOUR_MS), "hour");
  return many(Math.max(0, Math.floor(ms / MINUTE_MS)), "minute");
}

export const ageOf = (at: Date, now: Date): string => lasting(now.getTime() - at.getTime());

/** "2026-12-01 (in 5 days)", "(7 days ago)" or "(now)". */
export function dayFrom(at: Date, now: Date): string {
  const ms = at.getTime() - now.getTime();
  if (Math.abs(ms) < MINUTE_MS) return `${dayOf(at)} (now)`;
  return `${dayOf(at)} (${ms >= 0 ? `in ${lasting(ms)}` : `${lasting(-ms)} ago`})`;
}

export const WAITS_FOR: Readonly<Record<QueuedCredential["waitsFor"], string>> = {
  check: "a look at the registers",
  control: "a proof that the account is theirs",
  "first-person": "a first person's decision",
  "second-person": "a second person",
  again: "a new check, since it ended",
};

const NEXT: Readonly<Record<QueuedCredential["waitsFor"], (id: string) => string>> = {
  check: (id) => `curbside credential check ${id}`,
  control: (id) => `curbside credential prove ${id} --by call-back`,
  "first-person": (id) => `curbside credential approve ${id}`,
  "second-person": (id) => `curbside credential approve ${id}`,
  again: (id) => `curbside credential check ${id}`,
};

/** The command that comes next for what waits. */
export const nextCommand = ({
  credentialId,
  waitsFor,
}: Pick<QueuedCredential, "credentialId" | "waitsFor">): string => NEXT[waitsFor](credentialId);

export const FIELD_WORDS: Readonly<Record<FieldOutcome["outcome"], string>> = {
  same: "same",
  similar: "similar",
  different: "DIFFERENT",
  "not-compared": "not compared",
};

export const LEVEL_WORDS: Readonly<Record<1 | 2 | 3, string>> = {
  1: "1 of 3: registers only, nothing shows that the account is theirs",
  2: "2 of 3: registers, and one proof that the account is theirs",
  3: "3 of 3: registers, and two proofs that do not depend on each other",
};

export const proofWords = (kind: string): string => {
  const known = proofKind(kind);
  return known === undefined ? kind : PROOF_WORDS[known];
};

const SOURCES: Readonly<Record<string, string>> = {
  npi: "NPI number",
  nppes: "NPPES",
  "nppes-live": "NPPES, asked live",
  taxonomy: "NUCC taxonomy",
  license: "State licence file",
  exclusions: "Exclusion list (LEIE)",
  register: "Register, by a person",
  report: "All together",
};

export const sourceName = (source: string): string => SOURCES[source] ?? source;

/** A result as a reviewer reads it: on the list of exclusions, not to be found is what is good. */
export function resultWords(source: string, result: string): string {
  if (source === "report") return TOGETHER[result] ?? result;
  return source === "exclusions" ? (ON_A_LIST[result] ?? result) : (RESULTS[result] ?? result);
}

const RESULTS: Readonly<Record<string, string>> = {
  match: "fits",
  mismatch: "DOES NOT FIT",
  "not-found": "NOT FOUND",
  inactive: "NOT IN FORCE",
  review: "a person must look",
  unknown: "unknown",
};

const ON_A_LIST: Readonly<Record<string, string>> = {
  ...RESULTS,
  "not-found": "not on it",
  hit: "ON THE LIST",
};

const TOGETHER: Readonly<Record<string, string>> = {
  match: "nothing speaks against it",
  review: "a person must look",
  mismatch: "SPEAKS AGAINST IT",
};

/** How a result is to be seen; the words say it too. */
export function toneOf(source: string, result: string): "good" | "bad" | "warn" {
  if (result === "mismatch" || result === "inactive" || result === "hit") return "bad";
  return isGood({ source, result }) ? "good" : "warn";
}
