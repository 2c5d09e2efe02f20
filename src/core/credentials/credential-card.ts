import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";

/** What anyone may know of a credential: what was checked, what was not, and how it stands now. */
export interface CredentialCard {
  readonly provider: string;
  readonly profession: string;
  readonly jurisdiction: string;
  readonly status: "attested" | "verified" | "expired" | "revoked" | "failed" | "suspended";
  readonly source: string;
  readonly checkedAt: Date;
  readonly expiresAt: Date | null;
  /** How many people looked at the evidence. */
  readonly reviewers: number;
  readonly checked: readonly string[];
  readonly notChecked: readonly string[];
}

const STATUSES = ["attested", "verified", "expired", "revoked", "failed", "suspended"] as const;

export async function credentialCard(
  core: Core,
  { credentialId }: { credentialId: string },
): Promise<CredentialCard> {
  const credential = await core.db.credential.findUnique({
    where: { id: credentialId },
    include: { member: true },
  });
  if (credential === null) throw refuse("not_found", { what: "credential" });
  const { profession, jurisdiction, source, checkedAt, expiresAt } = credential;
  const stored = STATUSES.find((known) => known === credential.status) ?? "failed";
  const over = stored === "verified" && expiresAt !== null && expiresAt <= core.clock.now();
  return {
    provider: credential.member.pseudonym,
    profession,
    jurisdiction,
    status: over ? "expired" : stored,
    source,
    checkedAt,
    expiresAt,
    reviewers: stored === "verified" ? 2 : 1,
    checked: [
      "the licence number, as an admin read it on the public register",
      "that the account is the one that asked to be registered",
    ],
    notChecked: ["quality of care", "insurance", "identity documents"],
  };
}
