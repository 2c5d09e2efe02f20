import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { type Candidate, isGood } from "../checks/check.ts";
import { allChecks, openDetail } from "./check-detail.ts";
import { LIVE_SOURCE } from "./record-live.ts";

type Check = Awaited<ReturnType<typeof allChecks>>[number];

/** What can speak against somebody by itself; a taxonomy alone does not, where the licence says more. */
const SPEAKING = ["nppes", "license", "exclusions", "register", LIVE_SOURCE];
const AGAINST: ReadonlySet<string> = new Set(["hit", "mismatch", "inactive"]);

const isAgainst = ({ source, result }: Pick<Check, "source" | "result">): boolean =>
  AGAINST.has(result) || (source === "register" && result === "not-found");

export interface Told extends Pick<Check, "source" | "result" | "checkedAt" | "asOf"> {
  readonly says: string;
  readonly candidates: readonly Pick<Candidate, "rowHash" | "born" | "cleared">[];
}

/**
 * Whether a later look takes back what was found. A hit by a date of birth is not undone by a look without one, also where two
 * people had called the row somebody else's: those knew less.
 */
export function takesBack(later: Told, found: Told): boolean {
  // A doubt about a number is open, and both persons see it; only a person who may be excluded stays a hit.
  const doubtful = later.result === "review" && later.source !== "exclusions";
  if (!isGood(later) && !doubtful) return false;
  const hits = found.candidates.filter(({ cleared }) => !cleared).map(({ rowHash }) => rowHash);
  return later.candidates.every(({ rowHash, born }) => !hits.includes(rowHash) || born === "different");
}

/** Every look at one of the sources that can speak against somebody, the oldest first. */
export async function allTold(
  tx: Tx,
  core: Core,
  { id, memberId }: { readonly id: string; readonly memberId: string },
): Promise<Told[]> {
  const checks = (await allChecks(tx, id)).filter(({ source }) => SPEAKING.includes(source));
  return Promise.all(
    checks.map(async (check) => ({ ...check, ...(await openDetail(tx, core, { ...check, memberId })) })),
  );
}

/** What was found against somebody and not taken back by the same source since. */
export function standingAgainst(checks: readonly Told[]): Told[] {
  return SPEAKING.flatMap((source) => {
    let against: Told | undefined;
    for (const check of checks.filter((one) => one.source === source))
      if (isAgainst(check)) against = check;
      else if (against !== undefined && takesBack(check, against)) against = undefined;
    return against === undefined ? [] : [against];
  });
}
