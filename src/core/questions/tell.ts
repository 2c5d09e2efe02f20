import { channelFor } from "#core/communities/channel-for.ts";
import type { Core } from "#core/core.ts";
import { enqueue, enqueueEdit } from "#core/deliveries/enqueue.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { CardKind } from "#core/messenger.ts";

interface Known {
  readonly id: string;
  readonly communityId: string;
  readonly askerId: string;
}

interface Told {
  readonly kind: CardKind;
  readonly subjectId: string;
  readonly at: Date;
}

function teamLine(questionId: string): string {
  return `q:${questionId}:team`;
}

function askerLine(questionId: string): string {
  return `q:${questionId}:asker`;
}

function authorLine(questionId: string): string {
  return `q:${questionId}:author`;
}

/** Posts the question's card in the intake channel; once for each question. */
export async function postTriage(tx: Tx, core: Core, question: Known, at: Date): Promise<void> {
  const { id, communityId } = question;
  const channel = await channelFor(tx, { communityId, purpose: "intake" });
  if (channel === undefined) return;
  const target = { kind: "channel", id: channel.channelId } as const;
  await enqueue(tx, core, {
    communityId,
    conversation: teamLine(id),
    op: "post",
    kind: "triage",
    subjectId: id,
    platform: channel.platform,
    target,
    at,
  });
}

/** The question's card is edited in place to how it stands now. */
export async function refreshTriage(tx: Tx, core: Core, question: Known, at: Date): Promise<void> {
  const { id, communityId } = question;
  const channel = await channelFor(tx, { communityId, purpose: "intake" });
  if (channel === undefined) return;
  const target = { kind: "channel", id: channel.channelId } as const;
  await enqueueEdit(tx, core, {
    communityId,
    conversation: teamLine(id),
    kind: "triage",
    subjectId: id,
    platform: channel.platform,
    target,
    at,
  });
}

/** In the question's thread on the team's side. */
export async function tellTeam(
  tx: Tx,
  core: Core,
  question: Known,
  { kind, subjectId, at }: Told,
  op: "post" | "edit" | "remove" = "post",
): Promise<void> {
  const { id, communityId } = question;
  const channel = await channelFor(tx, { communityId, purpose: "intake" });
  if (channel === undefined) return;
  const order = {
    communityId,
    conversation: teamLine(id),
    kind,
    subjectId,
    platform: channel.platform,
    target: { kind: "thread", id },
    at,
  } as const;
  if (op === "edit") await enqueueEdit(tx, core, order);
  else await enqueue(tx, core, { ...order, op });
}

/** Privately to the patient, by the way they chose. */
export async function tellAsker(
  tx: Tx,
  core: Core,
  question: Known,
  { kind, subjectId, at }: Told,
  op: "post" | "edit" | "remove" = "post",
): Promise<void> {
  const { id, communityId, askerId } = question;
  const account = await tx.account.findFirst({ where: { memberId: askerId } });
  if (account === null) return;
  const order = {
    communityId,
    conversation: askerLine(id),
    kind,
    subjectId,
    platform: account.platform,
    target: { kind: "member", id: askerId },
    at,
  } as const;
  if (op === "edit") await enqueueEdit(tx, core, order);
  else await enqueue(tx, core, { ...order, op });
}

/** Privately to a provider, where the team works. */
export async function tellAuthor(
  tx: Tx,
  core: Core,
  question: Known,
  authorId: string,
  { kind, subjectId, at }: Told,
  op: "post" | "edit" = "post",
): Promise<void> {
  const { id, communityId } = question;
  const channel = await channelFor(tx, { communityId, purpose: "intake" });
  if (channel === undefined) return;
  const order = {
    communityId,
    conversation: authorLine(id),
    kind,
    subjectId,
    platform: channel.platform,
    target: { kind: "member", id: authorId },
    at,
  } as const;
  if (op === "edit") await enqueueEdit(tx, core, order);
  else await enqueue(tx, core, { ...order, op });
}
