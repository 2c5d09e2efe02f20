import type { IdentifierType } from "../screening.ts";

/** A possible identifier in the folded text. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly type: IdentifierType;
}

/** Finds one family of identifiers in a folded text that holds what was `seen` (glance.ts); linear in its length. */
export type Finder = (text: string, seen: number) => readonly Candidate[];

/** Of two that overlap and are equally long, the one named first here gives its name. */
const PREFERENCE: readonly IdentifierType[] = [
  "EMAIL",
  "URL",
  "IP",
  "SSN",
  "DATE",
  "PHONE",
  "HANDLE",
  "LICENSE",
  "MRN",
  "DEVICE",
  "VEHICLE",
  "ACCOUNT",
  "ADDRESS",
  "HOSPITAL",
  "NAME",
  "CITY",
  "ZIP",
  "AGE90",
];

function outranks(a: Candidate, b: Candidate): boolean {
  const longer = a.end - a.start - (b.end - b.start);
  if (longer !== 0) return longer > 0;
  return PREFERENCE.indexOf(a.type) < PREFERENCE.indexOf(b.type);
}

/**
 * Candidates in order and apart. Those that overlap become one that covers them all and takes the name of the
 * longest: half an identifier left standing is a leak.
 */
export function settleOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const sorted = candidates.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const settled: Candidate[] = [];
  let leader: Candidate | undefined;
  for (const candidate of sorted) {
    const last = settled.at(-1);
    if (last === undefined || leader === undefined || candidate.start >= last.end) {
      settled.push(candidate);
      leader = candidate;
      continue;
    }
    if (outranks(candidate, leader)) leader = candidate;
    settled[settled.length - 1] = {
      start: last.start,
      end: Math.max(last.end, candidate.end),
      type: leader.type,
    };
  }
  return settled;
}
