import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type CredentialStatus, statusOf, UNDECIDED } from "../credential.ts";
import { controlLevel } from "../proof/proof.ts";

export interface QueuedCredential {
  readonly credentialId: string;
  readonly provider: string;
  readonly profession: string;
  readonly jurisdiction: string;
  readonly status: CredentialStatus;
  readonly claimedAt: Date;
  /** What has to be done next, and by whom it cannot be. */
  readonly waitsFor: "check" | "control" | "first-person" | "second-person" | "again";
  readonly proposedBy: string | null;
}

/** The registers all together, or a person at the board's page; one number asked live is not enough. */
const LOOKS = new Set(["report", "register"]);

/** What ended and can be put right by a new check: its holder was told to ask for one. */
const ENDED: readonly CredentialStatus[] = ["suspended", "expired"];

/** Claims, proposals and what ended, that wait for somebody, the oldest first. */
export async function credentialQueue(core: Core, { actor }: { actor: Actor }): Promise<QueuedCredential[]> {
  authorise(actor, "credential.read");
  const { communityId } = actor;
  const now = core.clock.now();
  const waiting = await core.db.credential.findMany({
    where: { communityId, status: { in: [...UNDECIDED, ...ENDED] } },
    include: { member: true, proofs: true, checks: { select: { source: true } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const open = await core.db.proposal.findMany({
    where: { communityId, state: "open", expiresAt: { gt: now } },
  });
  const proposers = await core.db.member.findMany({
    where: { id: { in: open.map(({ proposerId }) => proposerId) } },
  });
  return waiting.map(({ id, member, profession, jurisdiction, status, createdAt, proofs, checks }) => {
    const proposal = open.find(({ targetId }) => targetId === id);
    const looked = checks.some(({ source }) => LOOKS.has(source));
    const unproved = controlLevel(proofs) < 2;
    const ended = ENDED.some((known) => known === status);
    return {
      credentialId: id,
      provider: member.pseudonym,
      profession,
      jurisdiction,
      status: statusOf(status),
      claimedAt: createdAt,
      waitsFor:
        proposal !== undefined
          ? "second-person"
          : ended
            ? "again"
            : !looked
              ? "check"
              : unproved
                ? "control"
                : "first-person",
      proposedBy: proposers.find((person) => person.id === proposal?.proposerId)?.pseudonym ?? null,
    };
  });
}
