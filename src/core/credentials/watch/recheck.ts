import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { agreedDoubts } from "../decision/agreed-doubts.ts";
import { lastDecided } from "../decision/check-detail.ts";
import { keepReport, reportOn } from "../decision/run-checks.ts";
import { openEvidence } from "../evidence.ts";
import { followJudgement } from "./follow-judgement.ts";
import { type Judgement, judge } from "./judge.ts";

/** Asks the registries about one credential that stands, keeps what they say, and does what follows from it. */
export async function recheck(core: Core, credentialId: string): Promise<Judgement["is"]> {
  const is = await core.tx(async (tx, now) => {
    const credential = await tx.credential.findUnique({ where: { id: credentialId } });
    if (credential === null || credential.status !== "verified") return "unknown" as const;
    const evidence = await openEvidence(tx, core, credential);
    const report = await reportOn(tx, core, credential, evidence, { now });
    if (report === undefined) return "unknown" as const;
    const before = await lastDecided(tx, credentialId);
    const agreed = await agreedDoubts(tx, core, credential);
    await keepReport(tx, core, credential, report, { byId: null, now });
    const judgement = judge(report, { before, agreed });
    await followJudgement(tx, core, credential, { judgement, by: null, now });
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
