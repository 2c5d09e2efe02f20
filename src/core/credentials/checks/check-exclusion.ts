import type { PersonName } from "../names/compare-names.ts";
import { nameKeys } from "../names/fold-name.ts";
import { spellings } from "../names/spellings.ts";
import type { Registries } from "../registries/open-registries.ts";
import { type Candidate, type Check, unknown, versionOf, withoutOldComfort } from "./check.ts";
import { bornDigits, type Claimed, personOf, validNpi } from "./claimed.ts";
import { rowHash, type Weighed, weigh } from "./exclusion-candidate.ts";

const many = (count: number) => (count === 1 ? "one row" : `${count} rows`);

const candidateOf = ({ verdict: _, certain: __, ...candidate }: Weighed): Candidate => candidate;

/** Whether the list of excluded people has this person, by any name that they or NPPES gave. */
export function checkExclusion(
  registries: Registries,
  claimed: Claimed,
  inNppes: readonly PersonName[],
  options: { readonly now: Date; readonly cleared?: ReadonlySet<string> },
): Check {
  // A name without a first name would fit everybody of that last name.
  const names = [
    personOf(claimed),
    ...inNppes.map((name) => ({ ...name, first: name.first ?? claimed.first })),
  ];
  const [npi, born] = [validNpi(claimed), bornDigits(claimed)];
  const lasts = names.flatMap(({ last, otherLast = [] }) => [last ?? "", ...otherLast]);
  if (nameKeys(claimed.last).length === 0)
    return unknown("exclusions", "Without a last name nobody can be looked up in the list of exclusions.");
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
  // Rows that differ in nothing but the date of birth share a hash; a ruling on one must not clear the other.
  const hashes = found.found.map(rowHash);
  const isOne = (hash: string) => hashes.filter((one) => one === hash).length === 1;
  const ruled = weighed.map((one) =>
    !one.certain && isOne(one.rowHash) && options.cleared?.has(one.rowHash) === true
      ? { ...one, cleared: true, verdict: "cleared" as const }
      : one,
  );
  const hits = ruled.filter(({ verdict }) => verdict === "hit");
  const open = ruled.filter(({ verdict }) => verdict === "review");
  const cleared = ruled.length - hits.length - open.length;
  const [result, says] =
    hits.length > 0
      ? (["hit", `${many(hits.length)} of the list of exclusions: this person. ${hits[0]?.says}`] as const)
      : open.length > 0
        ? ([
            "review",
            `${many(open.length)} of the list of exclusions may be this person. ${open[0]?.says}`,
          ] as const)
        : ([
            "not-found",
            cleared === 0
              ? "The list of exclusions has nobody like this person."
              : `The list of exclusions has others of that name only (${many(cleared)}).`,
          ] as const);
  return withoutOldComfort({
    source: "exclusions",
    result,
    says: says.charAt(0).toUpperCase() + says.slice(1),
    fields: [],
    version: versionOf(found, options.now),
    candidates: [...hits, ...open, ...ruled.filter(({ verdict }) => verdict === "cleared")].map(candidateOf),
  });
}
