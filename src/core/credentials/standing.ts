import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type Refusals, refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { CredentialLine } from "#core/questions/cards.ts";
import { openEvidence } from "./evidence.ts";
import { type AskedFrom, type GeneralOnly, generalOnly } from "./scope.ts";

export interface StandingCredential {
  readonly id: string;
  readonly line: CredentialLine;
}

export type Standing =
  | { readonly ok: true; readonly credential: StandingCredential }
  | { readonly ok: false; readonly why: Refusals["no_standing"]["why"] };

const WHY: Readonly<Record<string, Refusals["no_standing"]["why"]>> = {
  claimed: "unverified",
  attested: "unverified",
  failed: "unverified",
  expired: "expired",
  revoked: "revoked",
  suspended: "suspended",
};

const newestFirst = [{ createdAt: "desc" }, { id: "desc" }] as const;

/**
 * The credentials that stand now. The word "verified" is not enough: the proposal must have been approved by a second person,
 * so that whoever writes into the one table gives nobody standing.
 */
async function standingCredentials(tx: Tx | Core["db"], memberId: string, now: Date) {
  const credentials = await tx.credential.findMany({
    where: {
      memberId,
      status: "verified",
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
      // What the moderators decided about somebody leaves their credential as it is.
      member: { barredAt: null, state: "active" },
    },
    orderBy: [...newestFirst],
  });
  const proposals = await tx.proposal.findMany({
    where: {
      id: { in: credentials.flatMap(({ proposalId }) => (proposalId === null ? [] : [proposalId])) },
      state: "approved",
      approverId: { not: null },
    },
  });
  const approved = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  return credentials.filter(({ id, proposalId }) => {
    const proposal = approved.get(proposalId ?? "");
    return proposal?.targetId === id && proposal.subjectId === memberId;
  });
}

type Standings = Awaited<ReturnType<typeof standingCredentials>>;

function lineOf({ profession, jurisdiction, checkedAt, source }: Standings[number]): CredentialLine {
  return { profession, jurisdiction, checkedAt, source };
}

/** May this member answer now? Derived from their credentials each time it is asked; nothing remembers it. */
export async function standingOf(tx: Tx | Core["db"], memberId: string, now: Date): Promise<Standing> {
  const [credential] = await standingCredentials(tx, memberId, now);
  if (credential !== undefined)
    return { ok: true, credential: { id: credential.id, line: lineOf(credential) } };
  const newest = await tx.credential.findFirst({
    where: { memberId },
    include: { member: true },
    orderBy: [...newestFirst],
  });
  if (newest !== null && newest.member.barredAt !== null) return { ok: false, why: "barred" };
  if (newest === null) return { ok: false, why: "none" };
  return { ok: false, why: WHY[newest.status] ?? "expired" };
}

/** Does this one credential of theirs stand now? */
export async function credentialStands(
  tx: Tx,
  { memberId, credentialId }: { memberId: string; credentialId: string | null },
  now: Date,
): Promise<boolean> {
  return (await standingCredentials(tx, memberId, now)).some(({ id }) => id === credentialId);
}

/** The credential that gives standing, read in the transaction that uses it. Refuses no_standing. */
export async function requireStanding(tx: Tx, actor: Actor, now: Date): Promise<StandingCredential> {
  const standing = await standingOf(tx, actor.memberId, now);
  if (!standing.ok) throw refuse("no_standing", { why: standing.why });
  return standing.credential;
}

/** Within its scope first, then within the profession, then outside of it, and last outside of the country. */
const NEARNESS: readonly (GeneralOnly | undefined)[] = [
  undefined,
  "country-not-said",
  "other-field",
  "elsewhere",
];

/** Of several credentials, the one that covers a question best, with how it is shown beside the answer. Refuses no_standing. */
export async function standingFor(
  tx: Tx,
  core: Core,
  { actor, asked, now }: { readonly actor: Actor; readonly asked: AskedFrom; readonly now: Date },
): Promise<StandingCredential> {
  const newest = await requireStanding(tx, actor, now);
  const standing = await standingCredentials(tx, actor.memberId, now);
  const scoped = standing.map((credential) => ({ credential, general: generalOnly(credential, asked) }));
  const [best] = scoped.sort((one, other) => NEARNESS.indexOf(one.general) - NEARNESS.indexOf(other.general));
  if (best === undefined) return newest;
  const { credential, general } = best;
  const { names } =
    credential.display === "named" ? await openEvidence(tx, core, credential) : { names: null };
  return {
    id: credential.id,
    line: {
      ...lineOf(credential),
      ...(general === undefined ? {} : { general }),
      ...(names === null ? {} : { name: `${names.first} ${names.last}` }),
    },
  };
}
