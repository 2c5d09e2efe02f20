import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { enqueue, enqueueEdit } from "#core/deliveries/enqueue.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { CrisisSupportCard } from "./crisis-card.ts";

interface Known {
  readonly id: string;
  readonly communityId: string;
  readonly escalatedAt?: Date | null;
}

/** The second telling has a line of its own: a first one that is stuck must not hold it up. */
const FIRST = { subject: (id: string) => id, line: (id: string) => `alert:${id}:team` };
const AGAIN = { subject: (id: string) => `again:${id}`, line: (id: string) => `alert:${id}:team-again` };

/** Posts the alert in the crisis channel, for the first time or `again`. */
export async function postAlert(
  tx: Tx,
  core: Core,
  { id, communityId }: Known,
  { at, again = false }: { at: Date; again?: boolean },
): Promise<void> {
  const channel = await channelFor(tx, { communityId, purpose: "crisis" });
  if (channel === undefined) return;
  const { subject, line } = again ? AGAIN : FIRST;
  await enqueue(tx, core, {
    communityId,
    op: "post",
    conversation: line(id),
    kind: "crisis",
    subjectId: subject(id),
    platform: channel.platform,
    target: { kind: "channel", id: channel.channelId },
    at,
  });
}

/** Every telling of the alert is edited in place to how it stands now. */
export async function refreshAlert(tx: Tx, core: Core, alert: Known, at: Date): Promise<void> {
  const { id, communityId, escalatedAt } = alert;
  const channel = await channelFor(tx, { communityId, purpose: "crisis" });
  if (channel === undefined) return;
  for (const { subject, line } of escalatedAt ? [FIRST, AGAIN] : [FIRST])
    await enqueueEdit(tx, core, {
      communityId,
      conversation: line(id),
      kind: "crisis",
      subjectId: subject(id),
      platform: channel.platform,
      target: { kind: "channel", id: channel.channelId },
      at,
    });
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
