import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { nextPackState } from "./policy-pack.ts";
import { tellTeams } from "./tell.ts";

interface Ending {
  readonly pack: { readonly id: string; readonly communityId: string };
  readonly event: "lapse" | "replace";
  /** Null for the clock. */
  readonly by: string | null;
  readonly now: Date;
}

/**
 * What one person put in force holds no more, in the caller's transaction: the files that two agreed to are back by that alone. The
 * proposal to confirm it is closed, and the teams are told. Gives false where somebody was quicker.
 */
export async function endEmergency(
  tx: Tx,
  core: Core,
  { pack: { id, communityId }, event, by, now }: Ending,
): Promise<boolean> {
  const { count } = await tx.policyPack.updateMany({
    where: { id, state: "emergency" },
    data: { state: nextPackState("emergency", event) ?? "lapsed", slot: null, endedAt: now },
  });
  if (count === 0) return false;
  await tx.proposal.updateMany({
    where: { targetId: id, act: "policy.confirm", state: "open" },
    data: { state: by === null ? "expired" : "withdrawn", decidedAt: now },
  });
  await tellTeams(tx, core, { packId: id, at: now, op: "edit" });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: by ?? "clock",
    verb: event === "replace" ? "policy.replaced" : by === null ? "policy.lapsed" : "policy.taken-back",
    subject: id,
  });
  return true;
}

/** The clock's part: nobody confirmed it in time. The rules were back at that moment already. Gives how many. */
export async function lapsePoliciesDue(core: Core): Promise<number> {
  const due = { slot: "emergency", confirmBy: { lte: core.clock.now() } };
  const [first] = await core.db.policyPack.findMany({ where: due });
  if (first === undefined) return 0;
  const ended = await core.tx(async (tx, now) => {
    const pack = await tx.policyPack.findFirst({
      where: { id: first.id, slot: "emergency", confirmBy: { lte: now } },
    });
    return pack !== null && (await endEmergency(tx, core, { pack, event: "lapse", by: null, now }));
  });
  if (ended) core.wake();
  return ended ? 1 : 0;
}

/**
 * Takes back what one person put in force, before its time: the files that two agreed to are back. It takes one person, whoever
 * they are, and counts as a lapse. Refuses not_found where there is none.
 */
export async function takeBackEmergency(
  core: Core,
  { actor }: { actor: Actor },
): Promise<{ packId: string }> {
  authorise(actor, "policy.propose");
  const taken = await core.tx(async (tx, now) => {
    const pack = await tx.policyPack.findFirst({ where: { slot: "emergency", confirmBy: { gt: now } } });
    if (pack === null) throw refuse("not_found", { what: "emergency change" });
    // A second person may have agreed to it at this very moment.
    if (!(await endEmergency(tx, core, { pack, event: "lapse", by: actor.memberId, now })))
      throw refuse("not_found", { what: "emergency change" });
    return { packId: pack.id };
  });
  core.wake();
  return taken;
}
