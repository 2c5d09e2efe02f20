import type { DigestItems } from "#core/rhythm/digest-items.ts";
import { itemsPlace } from "#core/rhythm/digest-items.ts";
import { createOpening, type Reading } from "../reading.ts";

/** What they chose to get once a week, and when they are welcomed. */
interface Weekly {
  readonly digest: string;
  readonly weekday: number;
  readonly hours: string;
  readonly nextDigestAt: Date | null;
  readonly welcomeAt: Date | null;
}

/** One weekly digest: how much was in it; whose words, that is theirs. */
interface OwnDigest {
  readonly week: string;
  readonly madeAt: Date;
  readonly answersInIt: number;
  readonly questionsInIt: number;
  readonly tipsInIt: number;
}

/** What waits to be sent to them or in their inbox, and where what we sent them stands. */
export interface MessagesToYou {
  readonly weekly: readonly Weekly[];
  readonly digests: readonly OwnDigest[];
  readonly waiting: readonly { readonly card: string; readonly platform: string; readonly since: Date }[];
  readonly standing: readonly {
    readonly card: string;
    readonly platform: string;
    readonly place: string;
    readonly sentAt: Date;
    readonly removedAt: Date | null;
  }[];
}

const WAITING = ["ready", "sending", "unknown", "checking"];

async function weekly({ tx, memberId }: Reading): Promise<Weekly[]> {
  const rows = await tx.rhythm.findMany({ where: { memberId } });
  return rows.map(({ digest, weekday, band: hours, nextDigestAt, welcomeAt }) => ({
    ...{ digest, weekday, hours, nextDigestAt, welcomeAt },
  }));
}

async function digests(reading: Reading): Promise<OwnDigest[]> {
  const { tx, memberId } = reading;
  const rows = await tx.digest.findMany({ where: { memberId }, orderBy: { week: "asc" } });
  const opening = createOpening(reading);
  const made = rows.map(({ week, itemsSealed: blob, createdAt: madeAt }) => {
    const items = opening.json<DigestItems>({
      owner: { memberId },
      place: itemsPlace(memberId, week),
      blob,
    });
    return () => ({
      ...{ week, madeAt },
      answersInIt: items()?.answers.length ?? 0,
      questionsInIt: items()?.questions.length ?? 0,
      tipsInIt: items()?.tips.length ?? 0,
    });
  });
  await opening.open();
  return made.map((one) => one());
}

export async function messagesToYou(reading: Reading): Promise<MessagesToYou> {
  const { tx, communityId, memberId } = reading;
  const mine = { communityId, targetKind: "member", targetId: memberId };
  const waiting = await tx.delivery.findMany({
    where: {
      ...mine,
      op: "post",
      OR: [{ state: { in: WAITING } }, { state: "dropped", trouble: "inbox" }],
    },
    orderBy: [{ createdAtMs: "asc" }, { id: "asc" }],
  });
  const standing = await tx.copy.findMany({
    where: mine,
    orderBy: [{ postedAtMs: "asc" }, { id: "asc" }],
  });
  const at = (ms: bigint) => new Date(Number(ms));
  return {
    weekly: await weekly(reading),
    digests: await digests(reading),
    waiting: waiting.map(({ kind, platform, createdAtMs }) => ({
      card: kind,
      platform,
      since: at(createdAtMs),
    })),
    standing: standing.map(({ kind, platform, place, postedAtMs, removedAtMs }) => ({
      card: kind,
      platform,
      place,
      sentAt: at(postedAtMs),
      removedAt: removedAtMs === null ? null : at(removedAtMs),
    })),
  };
}
