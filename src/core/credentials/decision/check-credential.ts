import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { CheckReport } from "../checks/check-claim.ts";
import { openEvidence } from "../evidence.ts";
import { followJudgement } from "../watch/follow-judgement.ts";
import { judge } from "../watch/judge.ts";
import { lastMoment } from "../watch/next-due.ts";
import { agreedDoubts } from "./agreed-doubts.ts";
import { lastDecided } from "./check-detail.ts";
import { credentialHere } from "./credential-here.ts";
import { keepReport, reportOn } from "./run-checks.ts";

const endOf = (day: string | undefined) => (day === undefined ? null : lastMoment(day));

export interface Checked extends CheckReport {
  /** It stood, and what the registers say ended that. */
  readonly suspended: boolean;
}

type Credential = Awaited<ReturnType<typeof credentialHere>>;

/** What a claim rests on from now on; what was proposed stays as it is. */
async function followClaim(tx: Tx, credential: Credential, report: CheckReport, now: Date): Promise<void> {
  const license = report.checks.find(({ source }) => source === "license");
  if (license?.result !== "match" || credential.status === "attested") return;
  await tx.credential.update({
    where: { id: credential.id },
    data: {
      source: license.version?.name ?? credential.source,
      checkedAt: now,
      expiresAt: endOf(report.expiresAt),
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
    const credential = await credentialHere(tx, actor, credentialId);
    const { communityId, memberId } = credential;
    authorise(actor, "credential.attest", { communityId, ownerId: memberId });
    const evidence = await openEvidence(tx, core, credential);
    const report = await reportOn(tx, core, credential, evidence, {
      now,
      ...(born === undefined ? {} : { born }),
    });
    if (report === undefined) throw refuse("no_names", {});
    const before = await lastDecided(tx, credentialId);
    const agreed = await agreedDoubts(tx, core, credential);
    const by = actor.memberId;
    await keepReport(tx, core, credential, report, { byId: by, now });
    const stands = credential.status === "verified";
    // The same as for the sweep: else a number that was dropped would be no news to it any more.
    const judgement = judge(report, { before, agreed });
    const suspended = stands && (await followJudgement(tx, core, credential, { judgement, by, now }));
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
