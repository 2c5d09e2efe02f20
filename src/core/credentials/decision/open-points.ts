import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { Evidence } from "../evidence.ts";
import { allChecks, openDetail } from "./check-detail.ts";
import { LIVE_SOURCE } from "./record-live.ts";
import { reportOn } from "./run-checks.ts";
import { saidBefore } from "./said-before.ts";
import { allTold, standingAgainst } from "./standing-against.ts";

const DAY_MS = 24 * 3_600_000;
/** A licence must have been looked at this lately (NCQA: 120 days before the decision). */
const FRESH_MS = 120 * DAY_MS;

const NO_NAME =
  "The name on the licence was not written down: no register here was asked, nor the list of exclusions.";

interface Asked {
  readonly id: string;
  readonly communityId: string;
  readonly memberId: string;
  readonly profession: string;
  readonly jurisdiction: string;
  readonly checkedAt: Date;
  readonly npiKey: string | null;
  readonly licenceKey: string | null;
}

/** Rows of the list of exclusions that only a date of birth told apart: whoever typed it may have mistyped it. */
export async function clearedByBirth(
  tx: Tx,
  core: Core,
  { id, memberId }: Pick<Asked, "id" | "memberId">,
): Promise<string[]> {
  const newest = (await allChecks(tx, id)).findLast(({ source }) => source === "exclusions");
  if (newest === undefined) return [];
  const { candidates } = await openDetail(tx, core, { ...newest, memberId });
  return candidates.filter(({ born }) => born === "different").map(({ rowHash }) => rowHash);
}

/**
 * What is still open about a claim, in words; nothing where the registers say yes. It holds what was found so far, what the
 * registers say now, and what they said against another claim of the same number. Refuses checks_against for what cannot be
 * talked away, and not_checked for a licence that nothing confirmed lately.
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
  const saysOf = async (check: (typeof checks)[number]) =>
    (await openDetail(tx, core, { ...check, memberId })).says;
  const against = standingAgainst(await allTold(tx, core, credential)).map(({ says }) => says);
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
  const before = await saidBefore(tx, core, credential);
  return [...new Set([...keptSays, ...todaySays, ...liveSays, ...before])];
}
