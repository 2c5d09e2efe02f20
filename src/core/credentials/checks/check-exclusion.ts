import type { PersonName } from "../names/compare-names.ts";
import { nameKeys } from "../names/fold-name.ts";
import { spellings } from "../names/spellings.ts";
import type { Exclusion } from "../registries/leie/find-exclusions.ts";
import type { Registries } from "../registries/open-registries.ts";
import {
  type Candidate,
  type Check,
  type CheckResult,
  unknown,
  versionOf,
  withoutOldComfort,
} from "./check.ts";
import { bornDigits, type Claimed, personOf, validNpi } from "./claimed.ts";
import { rowHash, type Weighed, weigh } from "./exclusion-candidate.ts";

const many = (count: number) => (count === 1 ? "one row" : `${count} rows`);

const candidateOf = ({ verdict: _, certain: __, ...candidate }: Weighed): Candidate => candidate;

/** What was ruled for this claim: a row is somebody else. Certain ones stay, and rows that a ruling cannot tell apart. */
function ruled(
  weighed: readonly Weighed[],
  rows: readonly Exclusion[],
  cleared: ReadonlySet<string> | undefined,
): Weighed[] {
  // Rows that differ in nothing but the date of birth share a hash; a ruling on one must not clear the other.
  const hashes = rows.map(rowHash);
  const isOne = (hash: string) => hashes.filter((one) => one === hash).length === 1;
  return weighed.map((one) =>
    !one.certain && cleared?.has(one.rowHash) === true && isOne(one.rowHash)
      ? { ...one, cleared: true, verdict: "cleared" as const }
      : one,
  );
}

function conclude(
  hits: readonly Weighed[],
  open: readonly Weighed[],
  cleared: number,
): [CheckResult, string] {
  if (hits.length > 0)
    return ["hit", `This person is on the list of exclusions (${many(hits.length)}). ${hits[0]?.says}`];
  if (open.length > 0)
    return [
      "review",
      `This person may be on the list of exclusions (${many(open.length)}). ${open[0]?.says}`,
    ];
  if (cleared > 0)
    return ["not-found", `The list of exclusions has others of that name only (${many(cleared)}).`];
  return ["not-found", "The list of exclusions has nobody like this person."];
}

/** Whether the list of excluded people has this person, by any name that they or NPPES gave. */
export function checkExclusion(
  registries: Registries,
  claimed: Claimed,
  inNppes: readonly PersonName[],
  options: { readonly now: Date; readonly cleared?: ReadonlySet<string> },
): Check {
  if (nameKeys(claimed.last).length === 0)
    return unknown("exclusions", "Without a last name nobody can be looked up in the list of exclusions.");
  // A name without a first name would fit everybody of that last name.
  const names = [
    personOf(claimed),
    ...inNppes.map((name) => ({ ...name, first: name.first ?? claimed.first })),
  ];
  const [npi, born] = [validNpi(claimed), bornDigits(claimed)];
  const lasts = names.flatMap(({ last, otherLast = [] }) => [last ?? "", ...otherLast]);
  const known = { ...(npi === undefined ? {} : { npi }), ...(born === undefined ? {} : { born }) };
  const found = registries.exclusionsFor({
    // First and last name may have been written in each other's place.
    names: [...lasts, claimed.first].flatMap(spellings).filter((name) => name !== ""),
    misspelt: true,
    ...known,
  });
  if (found === undefined)
    return unknown(
      "exclusions",
      "The list of exclusions was not imported here: nobody is known to be clear.",
    );
  const weighed = found.found.flatMap((row) => weigh(row, { names, ...known }) ?? []);
  const all = ruled(weighed, found.found, options.cleared);
  const [hits, open, cleared] = (["hit", "review", "cleared"] as const).map((verdict) =>
    all.filter((one) => one.verdict === verdict),
  ) as [Weighed[], Weighed[], Weighed[]];
  const [result, says] = conclude(hits, open, cleared.length);
  return withoutOldComfort({
    source: "exclusions",
    result,
    says,
    fields: [],
    version: versionOf(found, options.now),
    candidates: [...hits, ...open, ...cleared].map(candidateOf),
  });
}
