import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { newestChecks } from "../decision/check-detail.ts";
import { endCredential } from "../decision/end-credential.ts";
import { keepReport, reportOn } from "../decision/run-checks.ts";
import { openEvidence } from "../evidence.ts";
import { alertModerators } from "../tell.ts";
import { type Judgement, judge } from "./judge.ts";
import { nextDue } from "./next-due.ts";

const REASON_LIMIT = 500;

async function follow(
  tx: Tx,
  core: Core,
  credential: { id: string; communityId: string; source: string },
  judgement: Judgement,
  now: Date,
): Promise<void> {
  const { id: credentialId } = credential;
  if (judgement.is === "ends") {
    const reason = judgement.reason.slice(0, REASON_LIMIT);
    await endCredential(tx, core, { credentialId, event: "suspend", reason, by: null, now });
  }
  if (judgement.is === "look") {
    await tx.credential.update({ where: { id: credentialId }, data: { nextDueAt: now } });
    await alertModerators(tx, core, credential, "due", now);
  }
  if (judgement.is === "stands") {
    const { expiresAt, source = credential.source } = judgement;
    const due = nextDue({ checkedAt: now, expiresAt, byFile: true });
    await tx.credential.update({
      where: { id: credentialId },
      data: { checkedAt: now, source, expiresAt, nextDueAt: due },
    });
  }
}

/** Asks the registries about one credential that stands, keeps what they say, and does what follows from it. */
export async function recheck(core: Core, credentialId: string): Promise<Judgement["is"]> {
  const is = await core.tx(async (tx, now) => {
    const credential = await tx.credential.findUnique({ where: { id: credentialId } });
    if (credential === null || credential.status !== "verified") return "unknown" as const;
    const evidence = await openEvidence(tx, core, credential);
    const report = await reportOn(tx, core, credential, evidence, { now });
    if (report === undefined) return "unknown" as const;
    const before = new Map(
      (await newestChecks(tx, credentialId)).map(({ source, result }) => [source, result]),
    );
    await keepReport(tx, core, credential, report, { byId: null, now });
    const judgement = judge(report, before);
    await follow(tx, core, credential, judgement, now);
    await record(tx, {
      at: now.getTime(),
      communityId: credential.communityId,
      actor: "clock",
      verb: "credential.rechecked",
      subject: credentialId,
      detail: { is: judgement.is },
    });
    return judgement.is;
  });
  core.wake();
  return is;
}
