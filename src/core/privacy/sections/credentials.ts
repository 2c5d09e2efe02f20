import { isGood } from "#core/credentials/checks/check.ts";
import { allChecks, openDetail } from "#core/credentials/decision/check-detail.ts";
import { openEvidence } from "#core/credentials/evidence.ts";
import { keptAddress } from "#core/credentials/proof/open-proof.ts";
import { sealedNote } from "#core/moderation/cases/case-notes.ts";
import { createOpening, type Reading, rolesOf } from "../reading.ts";

/** One look at one register. What it has of others of that name or number is not in it. */
export interface OwnCheck {
  readonly register: string;
  readonly method: string;
  readonly result: string;
  readonly file: string | null;
  readonly fileOf: string | null;
  readonly fileSha256: string | null;
  readonly page: string | null;
  readonly checkedAt: Date;
  readonly says: string | null;
  readonly compared: readonly {
    readonly field: string;
    readonly outcome: string;
    readonly inRegister: string | null;
  }[];
}

export interface OwnProof {
  readonly kind: string;
  readonly state: string;
  readonly begunAt: Date;
  readonly endsAt: Date;
  readonly doneAt: Date | null;
  readonly byRole: string | null;
  readonly addressUsed: string | null;
  readonly addressFrom: string | null;
}

/** A question about their credential: that there was one, and what they said to it. */
export interface Questioned {
  readonly state: string;
  readonly askedAt: Date;
  readonly decidedAt: Date | null;
  readonly yourReplies: readonly { readonly text: string | null; readonly at: Date }[];
}

export interface OwnCredential {
  readonly profession: string;
  readonly jurisdiction: string;
  readonly status: string;
  readonly shownAs: string;
  readonly firstName: string | null;
  readonly middleName: string | null;
  readonly lastName: string | null;
  readonly formerNames: readonly string[];
  readonly licenceNumber: string;
  readonly npi: string | null;
  readonly roleAskedFor: string;
  readonly restsOn: string;
  readonly page: string | null;
  readonly claimedAt: Date;
  readonly checkedAt: Date;
  readonly decidedAt: Date | null;
  readonly decidedFor: string | null;
  readonly underReviewAt: Date | null;
  readonly expiresAt: Date | null;
  readonly nextLookAt: Date | null;
  readonly checks: readonly OwnCheck[];
  readonly proofs: readonly OwnProof[];
  readonly badges: readonly {
    readonly issuedAt: Date;
    readonly expiresAt: Date;
    readonly revokedAt: Date | null;
  }[];
  readonly questioned: readonly Questioned[];
}

const read = ({ tx, memberId }: Reading) =>
  tx.credential.findMany({
    where: { memberId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    include: {
      badges: { orderBy: { issuedAt: "asc" } },
      proofs: { orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
    },
  });

type Row = Awaited<ReturnType<typeof read>>[number];

async function checksOf({ tx, core, memberId }: Reading, credentialId: string): Promise<OwnCheck[]> {
  const checks: OwnCheck[] = [];
  for (const row of await allChecks(tx, credentialId)) {
    const { source, method, result, file, asOf, sha256, checkedAt } = row;
    const { says, fields, url } = await openDetail(tx, core, { ...row, memberId });
    checks.push({
      register: source,
      method,
      result,
      file,
      fileOf: asOf,
      fileSha256: sha256,
      page: url,
      checkedAt,
      // What speaks against them may be about somebody else, by name.
      says: isGood(row) ? says : null,
      compared: fields.map(({ field, outcome, registry }) => ({
        field,
        outcome,
        inRegister: outcome === "same" ? (registry ?? null) : null,
      })),
    });
  }
  return checks;
}

async function proofsOf(reading: Reading, { proofs }: Row): Promise<OwnProof[]> {
  const { tx, core, memberId } = reading;
  const roleOf = await rolesOf(
    reading,
    proofs.map(({ byId }) => byId),
  );
  const shown: OwnProof[] = [];
  for (const proof of proofs) {
    const { kind, state, createdAt: begunAt, expiresAt: endsAt, doneAt, byId } = proof;
    const { to = null, from = null } = await keptAddress(tx, core, { ...proof, memberId });
    shown.push({
      ...{ kind, state, begunAt, endsAt, doneAt, byRole: roleOf(byId) },
      ...{ addressUsed: to, addressFrom: from },
    });
  }
  return shown;
}

async function questionedOf(reading: Reading, credentialId: string): Promise<Questioned[]> {
  const { tx, communityId, memberId } = reading;
  const cases = await tx.case.findMany({
    where: { communityId, subjectKind: "credential", subjectId: credentialId },
    orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    include: {
      notes: { where: { authorId: memberId, kind: "reply" }, orderBy: [{ createdAt: "asc" }, { id: "asc" }] },
    },
  });
  const opening = createOpening(reading);
  const made = cases.map(({ state, openedAt: askedAt, decidedAt, notes }) => {
    const replies = notes.map((note) => ({ text: opening.text(sealedNote(communityId, note)), note }));
    return () => ({
      ...{ state, askedAt, decidedAt },
      yourReplies: replies.map(({ text, note }) => ({ text: text(), at: note.createdAt })),
    });
  });
  await opening.open();
  return made.map((one) => one());
}

async function credential(reading: Reading, row: Row): Promise<OwnCredential> {
  const { names, licence, npi, sourceUrl, role, decidedFor } = await openEvidence(
    reading.tx,
    reading.core,
    row,
  );
  const { profession, jurisdiction, status, checkedAt, decidedAt, underReviewAt, expiresAt } = row;
  return {
    ...{ profession, jurisdiction, status, shownAs: row.display },
    firstName: names?.first ?? null,
    middleName: names?.middle ?? null,
    lastName: names?.last ?? null,
    formerNames: names?.former ?? [],
    licenceNumber: licence,
    npi,
    roleAskedFor: role,
    restsOn: row.source,
    page: sourceUrl,
    claimedAt: row.createdAt,
    ...{ checkedAt, decidedAt, decidedFor, underReviewAt, expiresAt },
    nextLookAt: row.nextDueAt,
    checks: await checksOf(reading, row.id),
    proofs: await proofsOf(reading, row),
    badges: row.badges.map((badge) => ({
      issuedAt: badge.issuedAt,
      expiresAt: badge.expiresAt,
      revokedAt: badge.revokedAt,
    })),
    questioned: await questionedOf(reading, row.id),
  };
}

export async function credentials(reading: Reading): Promise<OwnCredential[]> {
  const shown: OwnCredential[] = [];
  for (const row of await read(reading)) shown.push(await credential(reading, row));
  return shown;
}
