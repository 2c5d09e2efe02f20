import type { Check, CheckResult } from "./check.ts";

/** What the checks came to, as far as the proposal needs it. */
export interface Findings {
  readonly checks: readonly Check[];
  /** The licence itself is one for what was claimed. */
  readonly licensedForIt: boolean;
  /** NPPES or the state has the present last name, and not a former one only. */
  readonly presentName: boolean;
  /** NPPES and the state have names that fit the claim, and not each other. */
  readonly twoPeople: boolean;
}

/** What each check must come to. */
const GOOD: Readonly<Record<Check["source"], CheckResult>> = {
  npi: "match",
  nppes: "match",
  taxonomy: "match",
  license: "match",
  exclusions: "not-found",
};

const AGAINST: ReadonlySet<CheckResult> = new Set(["hit", "mismatch", "inactive"]);

/** What is proposed to the reviewer. Nothing is good that was not looked up, and only what stands against somebody refuses. */
export function proposeOutcome({ checks, licensedForIt, presentName, twoPeople }: Findings): {
  outcome: "approve" | "review" | "refuse";
  reasons: string[];
} {
  const isAgainst = ({ source, result }: Check) =>
    AGAINST.has(result) && !(source === "taxonomy" && licensedForIt);
  const isOpen = (check: Check) => {
    if (check.result === GOOD[check.source]) return false;
    // The board's word on a profession counts for more than what somebody told NPPES; not against it.
    return !(check.source === "taxonomy" && licensedForIt && check.result !== "mismatch");
  };
  const against = checks.filter(isAgainst);
  const open = checks.filter((check) => !isAgainst(check) && isOpen(check));
  const reasons = [...against, ...open].map(({ says }) => says);
  if (!presentName && checks.some(({ source, result }) => source === "license" && result === "match"))
    reasons.push("No registry has the present last name, only a former one.");
  if (twoPeople)
    reasons.push("NPPES and the licence have other middle names or suffixes: they may be two people's.");
  if (against.length > 0) return { outcome: "refuse", reasons };
  return { outcome: reasons.length === 0 ? "approve" : "review", reasons };
}
