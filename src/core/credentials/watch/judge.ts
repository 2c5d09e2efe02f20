import { type Check, isGood } from "../checks/check.ts";
import type { CheckReport } from "../checks/check-claim.ts";
import { lastMoment } from "./next-due.ts";

export type Judgement =
  /** A register speaks against it, or knows it no more. */
  | { readonly is: "ends"; readonly reason: string }
  /** Something is new that a person must look at. */
  | { readonly is: "look" }
  /** The board's file says again that it stands. */
  | { readonly is: "stands"; readonly expiresAt: Date | null; readonly source: string | undefined }
  /** The registers are too old or missing: nothing new is known, and the due date stays. */
  | { readonly is: "unknown" };

/** What was in a register and is no more is not fine: NPPES and the boards drop numbers silently. */
const DROPS = new Set(["nppes", "license"]);

export interface KnownBefore {
  /** The last results by source that decided something: neither a file that was too old for a while nor a doubt is forgotten. */
  readonly before: ReadonlyMap<string, string>;
  /** What two people let stand although it was open, in the words of the checks. */
  readonly agreed: ReadonlySet<string>;
}

/**
 * What a new report means for a credential that stands. Pure. Missing is never fine, an old file is no news, and neither is a
 * doubt that two people agreed to (docs/adr/0018).
 */
export function judge(report: CheckReport, { before, agreed }: KnownBefore): Judgement {
  if (report.outcome === "refuse") return { is: "ends", reason: report.reasons.join(" ") };
  const wasGood = (source: string) => isGood({ source, result: before.get(source) ?? "unknown" });
  const dropped = report.checks.find(
    ({ source, result }) => DROPS.has(source) && wasGood(source) && result === "not-found",
  );
  if (dropped !== undefined) return { is: "ends", reason: dropped.says };
  // A review that the licence answers, as with a taxonomy, is none of the reasons.
  const isNews = ({ result, says }: Check) =>
    result === "review" && report.reasons.includes(says) && !agreed.has(says);
  const isHidden = ({ source, result, version }: Check) =>
    wasGood(source) && result === "unknown" && DROPS.has(source) && version !== undefined && !version.stale;
  if (report.checks.some((check) => isNews(check) || isHidden(check))) return { is: "look" };
  const license = report.checks.find(({ source }) => source === "license");
  if (license?.result !== "match" || license.version?.stale !== false) return { is: "unknown" };
  const expiresAt = report.expiresAt === undefined ? null : lastMoment(report.expiresAt);
  return { is: "stands", expiresAt, source: license.version.name };
}
