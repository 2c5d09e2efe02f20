import type { Core } from "#core/core.ts";
import { enqueue, enqueueEdit, enqueueNext } from "#core/deliveries/enqueue.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { NewsAbout } from "./cards.ts";
import type { PairRow } from "./own-pair.ts";

/** A card for one of the two names both the pair and the one it is for. */
export const sideSubject = (pairId: string, memberId: string): string => `${pairId}/${memberId}`;

export function sideOf(subjectId: string): { pairId: string; memberId: string } {
  const [pairId = "", memberId = ""] = subjectId.split("/");
  return { pairId, memberId };
}

const ownLine = (pairId: string, memberId: string): string => `peer:${pairId}:${memberId}`;
const threadLine = (pairId: string): string => `peer:${pairId}:thread`;

const offerTo = ({ id, communityId, platform }: PairRow, memberId: string, at: Date) =>
  ({
    communityId,
    conversation: ownLine(id, memberId),
    kind: "peer-offer",
    subjectId: sideSubject(id, memberId),
    platform,
    target: { kind: "member", id: memberId },
    at,
  }) as const;

/** Privately to one of the two; what it says of the other is only what both chose. */
export async function postOffer(tx: Tx, core: Core, pair: PairRow, memberId: string, at: Date) {
  await enqueue(tx, core, { ...offerTo(pair, memberId, at), op: "post" });
}

/** One member's own offer card becomes what it is to them now. */
export async function refreshOffer(tx: Tx, core: Core, pair: PairRow, memberId: string, at: Date) {
  await enqueueEdit(tx, core, offerTo(pair, memberId, at));
}

const helloOf = ({ id, communityId, platform }: PairRow, at: Date) =>
  ({
    communityId,
    conversation: threadLine(id),
    kind: "peer-hello",
    subjectId: id,
    platform,
    target: { kind: "pair", id },
    at,
  }) as const;

/** Opens the thread of the two with its first card. */
export async function postHello(tx: Tx, core: Core, pair: PairRow, at: Date) {
  await enqueue(tx, core, { ...helloOf(pair, at), op: "post" });
}

export async function refreshHello(tx: Tx, core: Core, pair: PairRow, at: Date) {
  await enqueueEdit(tx, core, helloOf(pair, at));
}

const newsLike = (subject: string) => ({
  op: "post",
  kind: "peer-news",
  subjectId: { startsWith: subject },
});

/** Something that one of the two should know, privately. */
export async function tellNews(
  tx: Tx,
  core: Core,
  pair: PairRow,
  { memberId, about, at }: { memberId: string; about: NewsAbout; at: Date },
) {
  const { id, communityId, platform } = pair;
  const subject = `${sideSubject(id, memberId)}/${about}`;
  // Two who part can become friends again, and are told then as they were the first time; all else is news once.
  const before = about === "friends" ? await tx.delivery.count({ where: newsLike(subject) }) : 0;
  await enqueue(tx, core, {
    communityId,
    conversation: ownLine(id, memberId),
    op: "post",
    kind: "peer-news",
    subjectId: before === 0 ? subject : `${subject}/${before + 1}`,
    platform,
    target: { kind: "member", id: memberId },
    at,
  });
}

/** Takes one of the two out of the thread, after what was said in it before. */
export async function letOut(tx: Tx, core: Core, pair: PairRow, memberId: string, at: Date): Promise<void> {
  const { id, communityId, platform } = pair;
  const account = await tx.account.findFirst({ where: { memberId, platform } });
  if (account === null) return;
  await enqueueNext(tx, core, {
    communityId,
    conversation: threadLine(id),
    op: "restrain",
    kind: "seat",
    subjectId: id,
    platform,
    target: { kind: "account", id: account.id },
    at,
  });
}
