import { type Actor, authorise } from "#core/access.ts";
import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { enqueue } from "#core/deliveries/enqueue.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { Month } from "./month.ts";
import { subjectOf } from "./transparency-card.ts";
import { requireOver } from "./transparency-report.ts";

/** Where it goes: to the patients where they ask, to the team where it moderates. */
const PLACES = [
  { side: "patients", purpose: "ask" },
  { side: "team", purpose: "moderation" },
] as const;

export interface Posted {
  readonly side: "patients" | "team";
  readonly is: "posted" | "posted before" | "not linked";
}

interface Wanted {
  readonly communityId: string;
  readonly month: Month;
  readonly now: Date;
}

async function postTo(
  tx: Tx,
  core: Core,
  { side, purpose }: (typeof PLACES)[number],
  { communityId, month, now }: Wanted,
): Promise<Posted["is"]> {
  const subjectId = subjectOf(communityId, month.id);
  const conversation = `transparency:${subjectId}:${side}`;
  if ((await tx.delivery.count({ where: { conversation } })) > 0) return "posted before";
  const channel = await channelFor(tx, { communityId, purpose });
  if (channel === undefined) return "not linked";
  await enqueue(tx, core, {
    communityId,
    conversation,
    op: "post",
    kind: "transparency",
    subjectId,
    platform: channel.platform,
    target: { kind: "channel", id: channel.channelId },
    at: now,
  });
  return "posted";
}

/**
 * Posts a month in a few lines to both sides, once: another time says that it stands there already. Refuses not_allowed,
 * invalid_input for a month that is not over, and not_found where neither channel is linked.
 */
export async function publishTransparency(
  core: Core,
  { actor, month }: { actor: Actor; month: Month },
): Promise<Posted[]> {
  authorise(actor, "report.publish");
  const { communityId } = actor;
  const posted = await core.tx(async (tx, now) => {
    requireOver(month, now);
    // One at a time in a community: two admins at once post once.
    await tx.$executeRaw`UPDATE "Community" SET "bridge" = "bridge" WHERE "id" = ${communityId}`;
    const made: Posted[] = [];
    for (const place of PLACES)
      made.push({ side: place.side, is: await postTo(tx, core, place, { communityId, month, now }) });
    if (made.every(({ is }) => is === "not linked")) throw refuse("not_found", { what: "channel" });
    const count = made.filter(({ is }) => is === "posted").length;
    if (count > 0)
      await record(tx, {
        at: now.getTime(),
        communityId,
        actor: actor.memberId,
        verb: "report.published",
        subject: communityId,
        detail: { month: month.id, posts: count },
      });
    return made;
  });
  core.wake();
  return posted;
}
