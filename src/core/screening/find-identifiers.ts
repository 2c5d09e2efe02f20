import { type Candidate, type Finder, settleOverlaps } from "./candidate.ts";
import { findEmails, findHandles } from "./find-contacts.ts";
import { findDates } from "./find-dates.ts";
import { findLabelledNumbers } from "./find-labelled-numbers.ts";
import { findCheckedNumbers, findLongNumbers, findSsns } from "./find-numbers.ts";
import { findPhones } from "./find-phones.ts";
import { findIps, findPublicSites, findUrls } from "./find-web.ts";
import { type Folded, type Span, spanInInput } from "./fold.ts";
import type { Identifier } from "./screening.ts";

const FINDERS: readonly Finder[] = [
  findEmails,
  findUrls,
  findIps,
  findHandles,
  findSsns,
  findCheckedNumbers,
  findLabelledNumbers,
  findDates,
  findPhones,
  findLongNumbers,
];

/** Keeps what does not lie inside one of the sites: page numbers in a public link are no record numbers. */
function outside(sites: readonly Span[]): (candidate: Candidate) => boolean {
  const byStart = new Map<number, number>();
  for (const { start, end } of sites) for (let at = start; at < end; at++) byStart.set(at, end);
  return (candidate) => (byStart.get(candidate.start) ?? 0) < candidate.end;
}

/**
 * Identifiers that have a form which can be checked, in order and apart. @NOTE this cut does not find names,
 * places, addresses, postcodes, care facilities or ages of 90 and over.
 */
export function findIdentifiers(forms: Folded): readonly Identifier[] {
  const publicSites = findPublicSites(forms.text);
  const candidates = FINDERS.flatMap((find) => find(forms.text)).filter(outside(publicSites));
  const placed = candidates.map((candidate) => ({
    ...spanInInput(forms, candidate.start, candidate.end),
    type: candidate.type,
  }));
  return settleOverlaps(placed);
}
