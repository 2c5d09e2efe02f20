import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { NewsAbout, PeerHelloCard, PeerNewsCard, PeerOfferCard } from "./cards.ts";
import { openShared } from "./shared.ts";
import { sideOf } from "./tell.ts";

async function read(tx: Tx, pairId: string) {
  const pair = await tx.peerPair.findUnique({
    where: { id: pairId },
    include: { sides: true, mentoring: true },
  });
  if (pair === null) return undefined;
  const community = await tx.community.findUniqueOrThrow({ where: { id: pair.communityId } });
  const members = await tx.member.findMany({
    where: { id: { in: pair.sides.map(({ memberId }) => memberId) } },
    orderBy: { pseudonym: "asc" },
  });
  return { pair, members, community: community.name };
}

type Read = NonNullable<Awaited<ReturnType<typeof read>>>;
type Side = Read["pair"]["sides"][number];

/** Of the other's answer nothing is in it. */
function standsFor({ state, togetherAt }: Read["pair"], { answer }: Side): PeerOfferCard["stands"] {
  if (togetherAt !== null) return "together";
  if (answer === "no") return "said-no";
  if (state === "over") return "over";
  return answer === "yes" ? "said-yes" : "open";
}

function mentorFor({ mentoring, state }: Read["pair"], memberId: string): PeerOfferCard["mentor"] {
  // An offer that is over says what it said.
  if (mentoring === null || (mentoring.endedAt !== null && state !== "over")) return undefined;
  return mentoring.mentorId === memberId ? "you" : "they";
}

/** What one of the two sees of an offer; also what they see behind Show, whatever is pushed. */
export async function offerCardOf(
  tx: Tx,
  core: Core,
  { pairId, memberId }: { pairId: string; memberId: string },
  { isOpened }: { isOpened: boolean },
): Promise<PeerOfferCard | undefined> {
  const found = await read(tx, pairId);
  const side = found?.pair.sides.find((one) => one.memberId === memberId);
  const own = found?.members.find(({ id }) => id === memberId);
  if (found === undefined || side === undefined || own === undefined) return undefined;
  const isHidden = own.quiet && !isOpened;
  return {
    kind: "peer-offer",
    pairId,
    community: found.community,
    shared: isHidden ? undefined : await openShared(tx, core, side),
    stands: standsFor(found.pair, side),
    mentor: mentorFor(found.pair, memberId),
    closesAt: found.pair.closesAt,
  };
}

export async function loadPeerOfferCard(
  tx: Tx,
  core: Core,
  subjectId: string,
): Promise<PeerOfferCard | undefined> {
  return offerCardOf(tx, core, sideOf(subjectId), { isOpened: false });
}

/** A thread is opened only for two who are still together; what stands there says when it has ended. */
export async function loadPeerHelloCard(
  tx: Tx,
  core: Core,
  pairId: string,
): Promise<PeerHelloCard | undefined> {
  const found = await read(tx, pairId);
  // Both have the same; what somebody had who was erased cannot be read any more.
  const here = found?.members.find(({ state }) => state !== "erased");
  const side = found?.pair.sides.find(({ memberId }) => memberId === here?.id);
  if (found === undefined || side === undefined) return undefined;
  const { pair, members, community } = found;
  if (pair.togetherAt === null || (pair.state !== "together" && pair.threadSealed === null)) return undefined;
  return {
    kind: "peer-hello",
    pairId,
    community,
    number: pair.number,
    names: members.map(({ pseudonym }) => pseudonym),
    shared: await openShared(tx, core, side),
    hasEnded: pair.state === "ended",
  };
}

export async function loadPeerNewsCard(
  tx: Tx,
  _core: Core,
  subjectId: string,
): Promise<PeerNewsCard | undefined> {
  const { pairId, memberId } = sideOf(subjectId);
  const found = await read(tx, pairId);
  const other = found?.members.find(({ id }) => id !== memberId);
  if (found === undefined || other === undefined) return undefined;
  const about = subjectId.split("/")[2] as NewsAbout;
  return { kind: "peer-news", community: found.community, about, name: other.pseudonym };
}
