import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { CONTENDING } from "../credential.ts";
import { type Evidence, sealEvidence } from "../evidence.ts";
import { numberedIn } from "../places.ts";
import { licenseWhole } from "../registries/license-number.ts";

export interface NewClaim {
  readonly communityId: string;
  readonly memberId: string;
  readonly profession: string;
  readonly jurisdiction: string;
  readonly display: "named" | "role-only";
  readonly evidence: Evidence;
  /** What it rests on, where somebody looked before it was written down. */
  readonly source?: string;
  readonly checkedAt?: Date;
  readonly expiresAt?: Date | null;
  readonly now: Date;
}

/** Numbers are compared blindly, in one community only. */
export function numberKeys(
  { vault }: Pick<Core, "vault">,
  {
    communityId,
    jurisdiction,
    licence,
    npi,
  }: { communityId: string; jurisdiction: string; licence: string; npi: string | null },
): { npiKey: string | null; licenceKey: string } {
  const place = numberedIn(jurisdiction);
  return {
    npiKey: npi === null ? null : vault.blindIndex(`${communityId}|npi`, npi),
    licenceKey: vault.blindIndex(`${communityId}|licence`, `${place}|${licenseWhole(licence)}`),
  };
}

/** Writes a credential that nobody has decided on. */
export async function writeClaim(tx: Tx, core: Core, claim: NewClaim): Promise<string> {
  const { communityId, memberId, profession, jurisdiction, display, evidence, now } = claim;
  const id = core.newId();
  const { licence, npi } = evidence;
  await tx.credential.create({
    data: {
      id,
      communityId,
      memberId,
      profession,
      jurisdiction,
      display,
      status: "claimed",
      evidenceSealed: await sealEvidence(tx, core, { id, memberId }, evidence),
      source: claim.source ?? "",
      checkedAt: claim.checkedAt ?? now,
      expiresAt: claim.expiresAt ?? null,
      ...numberKeys(core, { communityId, jurisdiction, licence, npi }),
      createdAt: now,
    },
  });
  return id;
}

export interface Numbered {
  readonly id: string;
  readonly communityId: string;
  readonly memberId: string;
  readonly npiKey: string | null;
  readonly licenceKey: string | null;
}

/** Empty where it has no number that could be the same. */
const sameNumber = ({ npiKey, licenceKey }: Numbered) => [
  ...(npiKey === null ? [] : [{ npiKey }]),
  ...(licenceKey === null ? [] : [{ licenceKey }]),
];

/** All else that the same person claimed here under one of these numbers, however it ended; the oldest first. */
export function ownOfSameNumber(tx: Tx, credential: Numbered) {
  const { id, communityId, memberId } = credential;
  const same = sameNumber(credential);
  if (same.length === 0) return Promise.resolve([]);
  return tx.credential.findMany({
    where: { communityId, memberId, id: { not: id }, OR: same },
    orderBy: { createdAt: "asc" },
  });
}

/**
 * Others who claim or hold the same number. Who claims it second waits for a person to decide; who holds it keeps it, since a
 * number that anybody can look up must not be enough to silence somebody (docs/adr/0018).
 */
export function alsoClaimedBy(tx: Tx, credential: Numbered) {
  const { id, communityId, memberId } = credential;
  const same = sameNumber(credential);
  if (same.length === 0) return Promise.resolve([]);
  return tx.credential.findMany({
    where: {
      communityId,
      id: { not: id },
      memberId: { not: memberId },
      status: { in: [...CONTENDING] },
      OR: same,
    },
    include: { member: true },
  });
}
