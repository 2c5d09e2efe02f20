import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { enqueue, enqueueEdit, type Order } from "#core/deliveries/enqueue.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { CrisisSupportCard } from "./crisis-card.ts";
import { lineOfTelling, subjectOfTelling, type Telling } from "./tellings.ts";
import { whoIsTold } from "./who-is-told.ts";

interface Known {
  readonly id: string;
  readonly communityId: string;
  /** Whom it is about, where they are a member. */
  readonly memberId: string | null;
  readonly escalatedAt?: Date | null;
}

type Place = Pick<Order, "platform" | "target">;

const order = ({ id, communityId }: Known, telling: Telling, { platform, target }: Place, at: Date) =>
  ({
    communityId,
    conversation: lineOfTelling(id, telling, target.id),
    kind: "crisis",
    subjectId: subjectOfTelling(id, telling),
    platform,
    target,
    at,
  }) as const;

async function crisisChannel(tx: Tx, communityId: string): Promise<Place | undefined> {
  const channel = await channelFor(tx, { communityId, purpose: "crisis" });
  if (channel === undefined) return undefined;
  return { platform: channel.platform, target: { kind: "channel", id: channel.channelId } };
}

/**
 * Directly to those who are there for it, since a mention in the channel would show which account a name is: at first to who is
 * on shift; again also to the named contacts, and, where nobody is on shift, to the leads. Not in a thread, which others can open
 * who have no part in this.
 */
async function tellDirectly(tx: Tx, core: Core, alert: Known, { at, again }: { at: Date; again: boolean }) {
  const { communityId, memberId: except } = alert;
  const { onCall = [], contacts, leads } = await whoIsTold(tx, { communityId, except, again, now: at });
  const people = new Set([...onCall, ...(again ? [...contacts, ...leads] : [])].map((one) => one.memberId));
  for (const memberId of people) {
    const account = await tx.account.findFirst({ where: { memberId, member: { reach: { not: "thread" } } } });
    if (account === null) continue;
    const place = { platform: account.platform, target: { kind: "member", id: memberId } } as const;
    await enqueue(tx, core, { ...order(alert, { isDirect: true, again }, place, at), op: "post" });
  }
}

/** Posts the alert in the crisis channel, for the first time or `again`, and tells those who are on call. */
export async function postAlert(
  tx: Tx,
  core: Core,
  alert: Known,
  { at, again = false }: { at: Date; again?: boolean },
): Promise<void> {
  const channel = await crisisChannel(tx, alert.communityId);
  if (channel !== undefined)
    await enqueue(tx, core, { ...order(alert, { isDirect: false, again }, channel, at), op: "post" });
  await tellDirectly(tx, core, alert, { at, again });
}

/** Every telling of the alert is edited in place to how it stands now. */
export async function refreshAlert(tx: Tx, core: Core, alert: Known, at: Date): Promise<void> {
  const { id, communityId, escalatedAt } = alert;
  const channel = await crisisChannel(tx, communityId);
  for (const again of escalatedAt ? [false, true] : [false]) {
    if (channel !== undefined)
      await enqueueEdit(tx, core, order(alert, { isDirect: false, again }, channel, at));
    const telling = { isDirect: true, again };
    const told = await tx.delivery.findMany({
      where: {
        ...{ communityId, op: "post", kind: "crisis", targetKind: "member" },
        subjectId: subjectOfTelling(id, telling),
      },
      select: { platform: true, targetId: true },
      orderBy: { targetId: "asc" },
    });
    for (const { platform, targetId } of told) {
      const place = { platform, target: { kind: "member", id: targetId } } as const;
      await enqueueEdit(tx, core, order(alert, telling, place, at));
    }
  }
}

/** Privately to a member, by the way they chose. `subject` is an alert, or a worry where it is advice. */
export async function tellMember(
  tx: Tx,
  core: Core,
  {
    communityId,
    memberId,
    about,
    subject,
    at,
  }: { communityId: string; memberId: string; about: CrisisSupportCard["about"]; subject: string; at: Date },
): Promise<void> {
  const account = await tx.account.findFirst({ where: { memberId } });
  if (account === null) return;
  await enqueue(tx, core, {
    communityId,
    op: "post",
    conversation: about === "advice" ? `worry:${subject}:advice` : `alert:${subject}:asker`,
    kind: "crisis-support",
    subjectId: `${about}:${subject}`,
    platform: account.platform,
    target: { kind: "member", id: memberId },
    at,
  });
}
