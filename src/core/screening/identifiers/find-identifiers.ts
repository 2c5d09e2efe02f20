import { findWordHandles } from "../handles/read-handles.ts";
import { type Evidence, evidenceOf } from "../names/features.ts";
import { findNames } from "../names/find-names.ts";
import { findTold } from "../numbers/read-numbers.ts";
import { clearOf, placeholdersIn } from "../placeholders.ts";
import { type Folded, type Span, spanInInput } from "../reading/fold.ts";
import { isForeign } from "../reading/language.ts";
import { type Token, tokensBetween } from "../reading/tokens.ts";
import type { Identifier } from "../screening.ts";
import { type Candidate, type Finder, settleOverlaps } from "./candidate.ts";
import { findAddresses } from "./find-addresses.ts";
import { findAges } from "./find-ages.ts";
import { findCodes } from "./find-codes.ts";
import { findEmails, findHandles } from "./find-contacts.ts";
import { CALENDAR, findDates } from "./find-dates.ts";
import { findFacilities } from "./find-facilities.ts";
import { findLabelledNumbers } from "./find-labelled-numbers.ts";
import { findCheckedNumbers, findLongNumbers, findSsns } from "./find-numbers.ts";
import { findPhones } from "./find-phones.ts";
import { findPostcodes } from "./find-postcodes.ts";
import { findSpelledNames, findSpelledNumbers } from "./find-spelled.ts";
import { findPlates } from "./find-vehicles.ts";
import { findIps, findLinks, isPublicSite } from "./find-web.ts";
import { glanceAt, SEEN } from "./glance.ts";
import { wholeNumbers } from "./whole-numbers.ts";

/** Each finder with what a text must hold for it to find anything. */
const FINDERS: readonly { readonly find: Finder; readonly needs: number }[] = [
  { find: findEmails, needs: SEEN.at },
  { find: findIps, needs: SEEN.digit },
  { find: findHandles, needs: SEEN.at | SEEN.handle | SEEN.mixed | SEEN.humps },
  { find: findSsns, needs: SEEN.digit },
  { find: findCheckedNumbers, needs: SEEN.digit },
  { find: findLabelledNumbers, needs: SEEN.label },
  { find: findDates, needs: SEEN.dateShape | CALENDAR },
  { find: findPhones, needs: SEEN.digit | SEEN.spelled },
  { find: findLongNumbers, needs: SEEN.fourDigits },
  { find: findCodes, needs: SEEN.fourDigits },
  { find: findAddresses, needs: SEEN.digit | SEEN.streetOrWay | SEEN.corner | SEEN.at },
  { find: findPostcodes, needs: SEEN.digit },
  { find: findPlates, needs: SEEN.digit | SEEN.vehicle },
  { find: (text, seen) => findAges(text, seen, new Date().getFullYear()), needs: SEEN.digit | SEEN.spelled },
];

/** Keeps what does not lie inside one of the sites: page numbers in a public link are no record numbers. */
function outside(sites: readonly Span[]): (candidate: Candidate) => boolean {
  const byStart = new Map<number, number>();
  for (const { start, end } of sites) for (let at = start; at < end; at++) byStart.set(at, end);
  return (candidate) => (byStart.get(candidate.start) ?? 0) < candidate.end;
}

/** Identifiers that have a form which can be checked, and public sites, which stay; offsets are those of the folded text. */
interface Formed {
  /** In order and apart. */
  readonly found: Candidate[];
  readonly sites: readonly Candidate[];
}

/** Runs the finders whose start was seen. */
export function findFormed(text: string, tokens: readonly Token[], seen: number): Formed {
  const sites: Candidate[] = [];
  const found: Candidate[] = [];
  for (const link of (seen & SEEN.dot) === 0 ? [] : findLinks(text))
    (isPublicSite(text, link) ? sites : found).push(link);
  for (const { find, needs } of FINDERS) if ((seen & needs) !== 0) found.push(...find(text, seen));
  if ((seen & (SEEN.digit | SEEN.spelled)) !== 0) found.push(...findSpelledNumbers(text, tokens));
  if ((seen & SEEN.letter) !== 0) found.push(...findSpelledNames(text, tokens));
  if (found.length === 0) return { found, sites };
  const own = sites.length === 0 ? found : found.filter(outside(sites));
  return { found: settleOverlaps(wholeNumbers(text, tokens, own)), sites };
}

interface NamesEvidence {
  /** What the text holds (glance.ts). */
  readonly seen: number;
  /** Placeholders of an earlier removal. */
  readonly done: readonly Span[];
  readonly formed: readonly Candidate[];
  readonly sites: readonly Candidate[];
  readonly evidence: Evidence;
}

/** What the finders of names stand on: the text in tokens, with what is known already for what it is. */
export function namesEvidence(text: string, tokens: readonly Token[]): NamesEvidence {
  const done = placeholdersIn(text);
  // The signs and numbers of placeholders are no start of anything.
  const seen = glanceAt(text, done.length === 0 ? tokens : clearOf(tokens, done));
  const { found, sites } = findFormed(text, tokens, seen);
  const formed = done.length === 0 ? found : clearOf(found, done);
  const known = done.length === 0 ? formed : settleOverlaps([...formed, ...done]);
  const evidence = evidenceOf(text, known.length === 0 ? tokens : tokensBetween(tokens, known));
  return { seen, done, formed, sites, evidence };
}

/** Names, places and care facilities by their words, in languages whose words are known. */
function findWorded(text: string, { seen, done, sites, evidence }: NamesEvidence): Candidate[] {
  if (isForeign(evidence.tokens, evidence.facts)) return [];
  const facilities = findFacilities({ text, tokens: evidence.tokens, facts: evidence.facts, seen });
  const told = (seen & (SEEN.digit | SEEN.spelled)) === 0 ? [] : findTold(evidence);
  const handles = findWordHandles(evidence, (seen & SEEN.handle) !== 0).filter(outside(sites));
  const named = [...facilities, ...findNames(evidence, text, facilities), ...told, ...handles];
  return done.length === 0 ? named : clearOf(settleOverlaps(named), done);
}

/**
 * All identifiers in order and apart: what has a form, then names, places and care facilities by their words. In a
 * language that is not known only what has a form is found.
 */
export function findIdentifiers(forms: Folded, tokens: readonly Token[]): readonly Identifier[] {
  const { text } = forms;
  const known = namesEvidence(text, tokens);
  const candidates = known.formed.concat(findWorded(text, known));
  if (candidates.length === 0) return candidates;
  return settleOverlaps(
    candidates.map((candidate) => ({
      ...spanInInput(forms, candidate.start, candidate.end),
      type: candidate.type,
    })),
  );
}
