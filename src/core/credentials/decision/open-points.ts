import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { type Candidate, isGood } from "../checks/check.ts";
import type { Evidence } from "../evidence.ts";
import { allChecks, openDetail } from "./check-detail.ts";
import { LIVE_SOURCE } from "./record-live.ts";
import { reportOn } from "./run-checks.ts";

const DAY_MS = 24 * 3_600_000;
/** A licence must have been looked at this lately (NCQA: 120 days before the decision). */
const FRESH_MS = 120 * DAY_MS;

const NO_NAME =
  "The name on the licence was not written down: no register here was asked, nor the list of exclusions.";

type Check = Awaited<ReturnType<typeof allChecks>>[number];

/** What can speak against somebody by itself; a taxonomy alone does not, where the licence says more. */
const SPEAKING = ["nppes", "license", "exclusions", "register", LIVE_SOURCE];
const AGAINST: ReadonlySet<string> = new Set(["hit", "mismatch", "inactive"]);

const isAgainst = ({ source, result }: Pick<Check, "source" | "result">): boolean =>
  AGAINST.has(result) || (source === "register" && result === "not-found");

interface Detailed extends Pick<Check, "source" | "result"> {
  readonly says: string;
  readonly candidates: readonly Pick<Candidate, "rowHash" | "born" | "cleared">[];
}

/**
 * Whether a later look takes back what was found. A hit by a date of birth is not undone by a look without one, also where two
 * people had called the row somebody else's: those knew less.
 */
function takesBack(later: Detailed, found: Detailed): boolean {
  // A doubt about a number is open, and both persons see it; only a person who may be excluded stays a hit.
  const doubtful = later.result === "review" && later.source !== "exclusions";
  if (!isGood(later) && !doubtful) return false;
  const hits = found.candidates.filter(({ cleared }) => !cleared).map(({ rowHash }) => rowHash);
  return later.candidates.every(({ rowHash, born }) => !hits.includes(rowHash) || born === "different");
}

/** What was found against somebody and not taken back by the same source since, in words. */
function standingAgainst(checks: readonly Detailed[]): string[] {
  return SPEAKING.flatMap((source) => {
    let against: Detailed | undefined;
    for (const check of checks.filter((one) => one.source === source))
      if (isAgainst(check)) against = check;
      else if (against !== undefined && takesBack(check, against)) against = undefined;
    return against === undefined ? [] : [against.says];
  });
}

interface Asked {
  readonly id: string;
  readonly communityId: string;
  readonly memberId: string;
  readonly profession: string;
  readonly jurisdiction: string;
  readonly checkedAt: Date;
}

/** Rows of the list of exclusions that only a date of birth told apart: whoever typed it may have mistyped it. */
export async function clearedByBirth(tx: Tx, core: Core, { id, memberId }: Asked): Promise<string[]> {
  const newest = (await allChecks(tx, id)).findLast(({ source }) => source === "exclusions");
  if (newest === undefined) return [];
  const { candidates } = await openDetail(tx, core, { ...newest, memberId });
  return candidates.filter(({ born }) => born === "different").map(({ rowHash }) => rowHash);
}

/**
 * What is still open about a claim, in words; nothing where the registers say yes. It holds what was found so far, and what
 * the registers say now. Refuses checks_against for what cannot be talked away, and not_checked for a licence that nothing
 * confirmed lately.
 */
export async function openPoints(
  tx: Tx,
  core: Core,
  credential: Asked,
  { evidence, now }: { readonly evidence: Evidence; readonly now: Date },
): Promise<string[]> {
  const { memberId } = credential;
  const checks = await allChecks(tx, credential.id);
  const newest = (wanted: string) => checks.findLast(({ source }) => source === wanted);
  const detailOf = (check: Check) => openDetail(tx, core, { ...check, memberId });
  const saysOf = async (check: Check) => (await detailOf(check)).says;
  const told = checks.filter(({ source }) => SPEAKING.includes(source));
  const against = standingAgainst(
    await Promise.all(told.map(async (check) => ({ ...check, ...(await detailOf(check)) }))),
  );
  if (against.length > 0) throw refuse("checks_against", { reasons: against });
  const kept = newest("report");
  const keptSays = kept === undefined || kept.result === "match" ? [] : (await saysOf(kept)).split("\n");
  if (kept?.result === "mismatch") throw refuse("checks_against", { reasons: keptSays });
  const today = await reportOn(tx, core, credential, evidence, { now });
  const todaySays = today === undefined ? [NO_NAME] : today.reasons;
  if (today?.outcome === "refuse") throw refuse("checks_against", { reasons: today.reasons });
  const fresh = now.getTime() - credential.checkedAt.getTime() <= FRESH_MS;
  const looked = newest("license")?.result === "match" || newest("register")?.result === "match";
  if (!fresh || !looked) throw refuse("not_checked", {});
  const live = newest(LIVE_SOURCE);
  const liveSays = live === undefined || live.result === "match" ? [] : [await saysOf(live)];
  return [...new Set([...keptSays, ...todaySays, ...liveSays])];
}
