import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { readNotes } from "#core/moderation/cases/case-notes.ts";
import type { CredentialAlertCard, CredentialNoticeCard } from "./cards.ts";
import { openEvidence } from "./evidence.ts";
import { graceEnd } from "./watch/next-due.ts";

const NOTICES = [
  "claimed",
  "proved",
  "approved",
  "rejected",
  "suspended",
  "revoked",
  "expired",
  "due-soon",
  "questioned",
  "under-review",
  "question-settled",
  "question-closed",
  "code-waits",
  "due",
] as const satisfies readonly CredentialNoticeCard["about"][];

const ALERTS = [
  "claimed",
  "claimed-twice",
  "suspended",
  "expired",
  "questioned",
  "replied",
  "due",
] as const satisfies readonly CredentialAlertCard["about"][];

/** Acts whose reason is told with them; the others say it all. */
const WITH_REASON: ReadonlySet<string> = new Set(["rejected", "suspended", "revoked", "expired"]);

const OF_A_CASE: Readonly<Record<string, string>> = { questioned: "question", replied: "reply" };

/** Why, where there is a why; to the moderators also what was asked or replied. */
async function reasonFor(
  tx: Tx,
  core: Core,
  about: string,
  credential: { id: string; memberId: string; communityId: string; evidenceSealed: Uint8Array },
): Promise<string> {
  if (WITH_REASON.has(about)) return (await openEvidence(tx, core, credential)).decidedFor ?? "";
  const kind = OF_A_CASE[about];
  if (kind === undefined) return "";
  const open = await tx.case.findUnique({ where: { openKey: `credential:${credential.id}` } });
  if (open === null) return "";
  const notes = await readNotes(tx, core, { caseId: open.id, communityId: credential.communityId });
  return notes.findLast((note) => note.kind === kind)?.text ?? "";
}

/** Subject: `<about>:<credentialId>:<when>`. */
async function subjectOf(tx: Tx, core: Core, subjectId: string) {
  const [about = "", credentialId = ""] = subjectId.split(":");
  const credential = await tx.credential.findUnique({
    where: { id: credentialId },
    include: { member: { include: { community: true } } },
  });
  if (credential === null) return undefined;
  return { about, credential, reason: await reasonFor(tx, core, about, credential) };
}

export async function loadCredentialNoticeCard(
  tx: Tx,
  core: Core,
  subjectId: string,
): Promise<CredentialNoticeCard | undefined> {
  const found = await subjectOf(tx, core, subjectId);
  const about = NOTICES.find((known) => known === found?.about);
  if (found === undefined || about === undefined) return undefined;
  const { id, profession, jurisdiction, expiresAt, nextDueAt, member } = found.credential;
  return {
    kind: "credential-notice",
    credentialId: id,
    community: member.community.name,
    profession,
    jurisdiction,
    about,
    // Whose it is does not read what was asked: it may tell who asked.
    reason: WITH_REASON.has(about) ? found.reason : "",
    expiresAt,
    overAt: nextDueAt === null ? null : graceEnd(nextDueAt),
    mail: core.mail !== undefined,
  };
}

export async function loadCredentialAlertCard(
  tx: Tx,
  core: Core,
  subjectId: string,
): Promise<CredentialAlertCard | undefined> {
  const found = await subjectOf(tx, core, subjectId);
  const about = ALERTS.find((known) => known === found?.about);
  if (found === undefined || about === undefined) return undefined;
  const { id, profession, jurisdiction, member } = found.credential;
  return {
    kind: "credential-alert",
    credentialId: id,
    provider: member.pseudonym,
    profession,
    jurisdiction,
    about,
    // What a register says may hold the name on the licence, which two people must agree to show.
    reason: about in OF_A_CASE ? found.reason : "",
  };
}
