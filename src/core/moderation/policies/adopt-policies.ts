import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { ownPolicies, ownSources, policiesWith } from "#core/screening/policies/load-policies.ts";
import { sealFiles, witnessOf } from "./policy-pack.ts";

/**
 * What lies in the home folder when an installation begins, or is brought up to a version that asks for two people, is what the
 * first change starts from: it was in force until then (ADR 0023). It happens once, and is in the record. Throws PolicyError where
 * the files cannot be used. Gives how many files, or undefined where there is a beginning already.
 */
export async function adoptPolicies(
  tx: Tx,
  core: Core,
  { communityId, actor, now }: { communityId: string; actor: string; now: Date },
): Promise<number | undefined> {
  if ((await tx.policyPack.count()) > 0) return undefined;
  const files = ownSources(ownPolicies(core.config.home));
  policiesWith(files);
  const facts = { id: core.newId(), communityId, adopted: true, proposedById: null, approvedById: null };
  const pack = { files, changes: [] };
  await tx.policyPack.create({
    data: {
      ...facts,
      state: "in-force",
      slot: "in-force",
      filesSealed: await sealFiles(tx, core, facts.id, pack),
      witness: witnessOf(core, { ...facts, confirmBy: null }, pack),
      inForceAt: now,
    },
  });
  if (files.length > 0)
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor,
      verb: "policy.adopted",
      subject: facts.id,
      detail: { files: files.length },
    });
  return files.length;
}

/** At the first start of a version that asks for two people. Gives how many files were adopted; undefined where none were to be. */
export async function adoptAtUpgrade(core: Core): Promise<number | undefined> {
  return core.tx(async (tx, now) => {
    const first = await tx.community.findFirst({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
    if (first === null) return undefined;
    return adoptPolicies(tx, core, { communityId: first.id, actor: "system", now });
  });
}
