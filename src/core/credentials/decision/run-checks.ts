import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { type CheckReport, checkClaim } from "../checks/check-claim.ts";
import { claimHash } from "../checks/claimed.ts";
import type { Evidence } from "../evidence.ts";
import { writeCheck } from "./check-detail.ts";

interface Checked {
  readonly id: string;
  readonly communityId: string;
  readonly memberId: string;
  readonly profession: string;
  readonly jurisdiction: string;
}

/** Rows of the exclusion lists that two people found to be somebody else. */
async function clearedFor(tx: Tx, communityId: string, hash: string): Promise<Set<string>> {
  const rulings = await tx.ruling.findMany({ where: { communityId, claimHash: hash } });
  return new Set(rulings.map(({ rowHash }) => rowHash));
}

/** Asks all registries of this installation about a credential, and writes nothing. Undefined where no name is known. */
export async function reportOn(
  tx: Tx,
  core: Core,
  credential: Checked,
  evidence: Evidence,
  { born, now }: { born?: string; now: Date },
): Promise<CheckReport | undefined> {
  const { names, npi, licence, cleared } = evidence;
  if (names === null) return undefined;
  const claimed = {
    first: names.first,
    last: names.last,
    formerLast: names.former,
    state: credential.jurisdiction,
    license: licence,
    profession: credential.profession,
    ...(names.middle === null ? {} : { middle: names.middle }),
    ...(npi === null ? {} : { npi }),
    ...(born === undefined ? {} : { born }),
  };
  const ruled = await clearedFor(tx, credential.communityId, claimHash(claimed));
  return checkClaim(core.registries(), claimed, { now, cleared: new Set([...ruled, ...cleared]) });
}

const SUMMED_UP = { approve: "match", review: "review", refuse: "mismatch" } as const;

/**
 * Keeps what the registries said, and what it comes to as a check named "report". A date of birth was compared in memory and
 * is in none of it.
 */
export async function keepReport(
  tx: Tx,
  core: Core,
  { id, communityId, memberId }: Checked,
  report: CheckReport,
  { byId, now }: { byId: string | null; now: Date },
): Promise<void> {
  for (const { source, result, says, fields, version, candidates = [] } of report.checks)
    await writeCheck(tx, core, {
      credentialId: id,
      communityId,
      memberId,
      source,
      method: "bulk",
      result,
      file: version?.file ?? null,
      asOf: version?.asOf ?? null,
      sha256: version?.sha256 ?? null,
      detail: { says, fields, candidates, url: null },
      byId,
      checkedAt: now,
    });
  await writeCheck(tx, core, {
    credentialId: id,
    communityId,
    memberId,
    source: "report",
    method: "bulk",
    result: SUMMED_UP[report.outcome],
    file: null,
    asOf: null,
    sha256: null,
    detail: { says: report.reasons.join("\n"), fields: [], candidates: [], url: null },
    byId,
    checkedAt: now,
  });
}
