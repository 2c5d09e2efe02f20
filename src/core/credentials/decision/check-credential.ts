import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { CheckReport } from "../checks/check-claim.ts";
import { openEvidence } from "../evidence.ts";
import { refuseNeverKept } from "../proof/never-kept.ts";
import { judge } from "../watch/judge.ts";
import { nextDue } from "../watch/next-due.ts";
import { newestChecks, writeCheck } from "./check-detail.ts";
import { endCredential } from "./end-credential.ts";
import { ownCredential } from "./own-credential.ts";
import { keepReport, reportOn } from "./run-checks.ts";

/** What was proposed already must not change under the second person's eyes. */
const FIXED = new Set(["attested"]);

const dayOf = (day: string | undefined) => (day === undefined ? null : new Date(`${day}T00:00:00Z`));

export interface Checked extends CheckReport {
  /** It stood, and what the registers say ended that. */
  readonly suspended: boolean;
}

const REASON_LIMIT = 500;

type Credential = Awaited<ReturnType<typeof ownCredential>>;

/**
 * What a look by a person means for a credential that stands: the same as that of the sweep. Else a number that was dropped
 * would be no news to the sweep any more, and the credential would go on.
 */
async function followStanding(
  tx: Tx,
  core: Core,
  credential: Credential,
  { report, before, by, now }: { report: CheckReport; before: Map<string, string>; by: string; now: Date },
): Promise<boolean> {
  const { id: credentialId, source } = credential;
  const judgement = judge(report, before);
  if (judgement.is === "ends") {
    const reason = judgement.reason.slice(0, REASON_LIMIT);
    return endCredential(tx, core, { credentialId, event: "suspend", reason, by, now });
  }
  if (judgement.is === "stands") {
    const { expiresAt } = judgement;
    const nextDueAt = nextDue({ checkedAt: now, expiresAt, byFile: true });
    await tx.credential.update({
      where: { id: credentialId },
      data: { checkedAt: now, source: judgement.source ?? source, expiresAt, nextDueAt },
    });
  }
  return false;
}

/** What a claim rests on from now on; what was proposed stays as it is. */
async function followClaim(tx: Tx, credential: Credential, report: CheckReport, now: Date): Promise<void> {
  const license = report.checks.find(({ source }) => source === "license");
  if (license?.result !== "match" || FIXED.has(credential.status)) return;
  await tx.credential.update({
    where: { id: credential.id },
    data: {
      source: license.version?.name ?? credential.source,
      checkedAt: now,
      expiresAt: dayOf(report.expiresAt),
    },
  });
}

/**
 * Asks the registries on this machine about a claim and keeps what they say. A date of birth is compared in memory and never
 * kept. One that stands is suspended where they speak against it, and due again later where they do not. Refuses not_found, and
 * no_names for a credential that an admin wrote down without asking a register by name.
 */
export async function checkCredential(
  core: Core,
  { actor, credentialId, born }: { actor: Actor; credentialId: string; born?: string },
): Promise<Checked> {
  const checked = await core.tx(async (tx, now) => {
    const credential = await ownCredential(tx, actor, credentialId);
    const { communityId, memberId } = credential;
    authorise(actor, "credential.attest", { communityId, ownerId: memberId });
    const evidence = await openEvidence(tx, core, credential);
    const report = await reportOn(tx, core, credential, evidence, {
      now,
      ...(born === undefined ? {} : { born }),
    });
    if (report === undefined) throw refuse("no_names", {});
    const known = await newestChecks(tx, credentialId);
    const before = new Map(known.map(({ source, result }) => [source, result]));
    const by = actor.memberId;
    await keepReport(tx, core, credential, report, { byId: by, now });
    const stands = credential.status === "verified";
    const suspended = stands && (await followStanding(tx, core, credential, { report, before, by, now }));
    if (!stands) await followClaim(tx, credential, report, now);
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "credential.checked",
      subject: credentialId,
      detail: { outcome: report.outcome },
    });
    return { ...report, suspended };
  });
  core.wake();
  return checked;
}

export interface LookedUp {
  readonly actor: Actor;
  readonly credentialId: string;
  /** The register that a person looked at. */
  readonly source: string;
  readonly url: string;
  readonly checkedAt: Date;
  readonly expiresAt?: Date;
}

/**
 * Where no file can be had: a person looked at the public register and says what and when. It counts as a check of the
 * licence, and is shown as what it is.
 */
export async function recordLookUp(
  core: Core,
  { actor, credentialId, source, url, checkedAt, expiresAt }: LookedUp,
): Promise<void> {
  if (source.trim() === "") throw refuse("empty", { field: "source" });
  refuseNeverKept({ source, url });
  await core.tx(async (tx, now) => {
    if (checkedAt > now) throw refuse("invalid_input", { field: "checked", rule: "cannot be in the future" });
    if (expiresAt !== undefined && expiresAt <= now) throw refuse("no_standing", { why: "expired" });
    const credential = await ownCredential(tx, actor, credentialId);
    const { communityId, memberId } = credential;
    authorise(actor, "credential.attest", { communityId, ownerId: memberId });
    if (FIXED.has(credential.status))
      throw refuse("credential_status", { is: "attested", wanted: "look up" });
    await writeCheck(tx, core, {
      credentialId,
      communityId,
      memberId,
      source: "register",
      method: "manual",
      result: "match",
      file: source.trim(),
      asOf: checkedAt.toISOString().slice(0, 10),
      sha256: null,
      detail: { says: "A person looked at the public register.", fields: [], candidates: [], url },
      byId: actor.memberId,
      checkedAt: now,
    });
    await tx.credential.update({
      where: { id: credentialId },
      data: {
        source: source.trim(),
        checkedAt,
        expiresAt: expiresAt ?? null,
        // Else one that stands would end on its old date, although somebody looked.
        ...(credential.status === "verified"
          ? { nextDueAt: nextDue({ checkedAt, expiresAt: expiresAt ?? null, byFile: false }) }
          : {}),
      },
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "credential.looked-up",
      subject: credentialId,
    });
  });
}
