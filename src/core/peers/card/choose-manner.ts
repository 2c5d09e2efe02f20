import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { letOffersGo } from "../pairs/let-offers-go.ts";
import { putAmongFound } from "./among-found.ts";
import { isPace, isTime, isZone } from "./times.ts";
import { isWants } from "./wants.ts";

interface ChooseManner {
  readonly actor: Actor;
  readonly platform: string;
  readonly pace: string;
  readonly times: readonly string[];
  readonly zone: string;
  /** Whom they would like to meet; somebody like themselves unless given. */
  readonly wants?: string;
}

/**
 * How often, when and to whom they would like to write. Offers say how often and to whom, so those that wait are let go when that
 * changes. Refuses invalid_input.
 */
export async function chooseManner(core: Core, { actor, platform, ...chosen }: ChooseManner): Promise<void> {
  authorise(actor, "peers.connect");
  const { communityId, memberId } = actor;
  const { pace, zone, wants = "peer" } = chosen;
  const times = [...new Set(chosen.times)].sort();
  if (!isPace(pace) || !isZone(zone) || !isWants(wants) || times.length === 0 || !times.every(isTime))
    throw refuse("invalid_input", { field: "choice", rule: "must be one of the list" });
  await core.tx(async (tx, now) => {
    await holdMember(tx, memberId);
    const before = await tx.peerCard.findUnique({ where: { memberId } });
    const manner = { pace, times: times.join(" "), zone, wants };
    await tx.peerCard.upsert({
      where: { memberId },
      create: { memberId, communityId, platform, changedAt: now, ...manner },
      update: manner,
    });
    if (before?.state === "on" && (before.pace !== pace || before.wants !== wants)) {
      await putAmongFound(tx, core, { memberId, now });
      await letOffersGo(tx, core, { memberId, now });
    }
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "peers.chosen",
      subject: memberId,
    });
  });
  core.wake();
}
