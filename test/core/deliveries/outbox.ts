import { createDeliveryLoop, type DeliveryLoop } from "#core/deliveries/delivery-loop.ts";
import { enqueue, enqueueEdit, type Order } from "#core/deliveries/enqueue.ts";
import type { LoadCard } from "#core/deliveries/load-card.ts";
import type { Store } from "#core/foundation/store/open-store.ts";
import type { CardKind } from "#core/messenger.ts";
import { createManualClock, type ManualClock, openTestCore, type TestCore } from "../../support/test-core.ts";
import { createFakePlatform, type FakePlatform } from "./fake-messenger.ts";

const COMMUNITY = "community-1";
const ADULT = new Date("2030-01-01T00:00:00Z");

export interface Outbox {
  readonly core: TestCore;
  readonly clock: ManualClock;
  readonly north: FakePlatform;
  readonly loop: DeliveryLoop;
  /** What a subject says now, "/" between parts; a subject that is not in it has vanished. */
  readonly texts: Map<string, string>;
  readonly load: LoadCard;
  newLoop(owner: string, core?: TestCore, platform?: FakePlatform): DeliveryLoop;
  post(subjectId: string, more?: Partial<Order>): Promise<void>;
  edit(subjectId: string, more?: Partial<Order>): Promise<void>;
  remove(subjectId: string, more?: Partial<Order>): Promise<void>;
  /** Runs the loops, moving the clock on when nothing is due, until nothing is left to be sent. */
  drain(loops?: readonly DeliveryLoop[]): Promise<void>;
  states(): Promise<{ subjectId: string; op: string; state: string; trouble: string | null }[]>;
  readonly channel: { readonly kind: "channel"; readonly id: string };
  readonly member: { readonly kind: "member"; readonly id: string };
}

/** One community with a channel and a member on the platform "north". */
async function populate(core: TestCore): Promise<void> {
  await core.tx(async (tx, now) => {
    const owner = { communityId: COMMUNITY };
    await core.vault.createKey(tx, owner, now);
    await core.vault.createKey(tx, { memberId: "member-1" }, now);
    const seal = (table: string, row: string, text: string) =>
      core.vault.seal(tx, owner, { table, column: "externalIdSealed", row }, text);
    await tx.community.create({
      data: { id: COMMUNITY, name: "Sunny Side", slug: "sunny-side", country: "GB", createdAt: now },
    });
    const inCommunity = { communityId: COMMUNITY, createdAt: now };
    const spaceSealed = await seal("Space", "space-1", "S1");
    await tx.space.create({
      data: {
        id: "space-1",
        ...inCommunity,
        platform: "north",
        side: "providers",
        externalKey: "s",
        externalIdSealed: spaceSealed,
      },
    });
    for (const purpose of ["intake", "ask"])
      await tx.channel.create({
        data: {
          id: `channel-${purpose}`,
          ...inCommunity,
          spaceId: "space-1",
          purpose,
          externalKey: purpose,
          externalIdSealed: await seal("Channel", `channel-${purpose}`, `C-${purpose}`),
        },
      });
    await tx.member.create({
      data: { id: "member-1", ...inCommunity, pseudonym: "Quiet Heron", adultStatedAt: ADULT },
    });
    const account = { table: "Account", column: "externalIdSealed", row: "account-1" };
    await tx.account.create({
      data: {
        id: "account-1",
        ...inCommunity,
        memberId: "member-1",
        platform: "north",
        externalKey: "a",
        externalIdSealed: await core.vault.seal(tx, { memberId: "member-1" }, account, "P1"),
      },
    });
  });
}

export async function openOutbox(store: Store): Promise<Outbox> {
  const clock = createManualClock();
  const core = openTestCore(store, { clock });
  await populate(core);
  const texts = new Map<string, string>();
  const north = createFakePlatform(clock);
  const load: LoadCard = async (_tx, _core, row) => {
    const text = texts.get(row.subjectId);
    if (text === undefined) return undefined;
    return {
      kind: "notice",
      questionId: row.subjectId,
      number: 1,
      community: text,
      about: { what: "paused" },
    };
  };
  const newLoop = (owner: string, on: TestCore = core, platform: FakePlatform = north) =>
    createDeliveryLoop(on, { messengers: [platform], owner, load });
  const loop = newLoop("one");
  const channel = { kind: "channel", id: "channel-intake" } as const;
  const base = (subjectId: string, more: Partial<Order>) => ({
    communityId: COMMUNITY,
    conversation: "c:1",
    kind: "notice" satisfies CardKind as CardKind,
    subjectId,
    platform: "north",
    target: channel,
    at: clock.now(),
    ...more,
  });
  const order =
    (op: Order["op"]) =>
    (subjectId: string, more: Partial<Order> = {}) =>
      core.tx((tx) => enqueue(tx, core, { ...base(subjectId, more), op }));
  const states = () =>
    core.db.delivery.findMany({
      select: { subjectId: true, op: true, state: true, trouble: true },
      orderBy: [{ conversation: "asc" }, { seq: "asc" }],
    });
  return {
    core,
    clock,
    north,
    loop,
    texts,
    load,
    newLoop,
    post: order("post"),
    edit: (subjectId, more = {}) => core.tx((tx) => enqueueEdit(tx, core, base(subjectId, more))),
    remove: order("remove"),
    async drain(loops = [loop]) {
      for (let round = 0; round < 400; round += 1) {
        const picked = await Promise.all(loops.map((one) => one.runOnce()));
        if (picked.some((count) => count > 0)) continue;
        const next = await core.db.delivery.findFirst({
          where: { state: { in: ["ready", "sending", "unknown", "checking"] } },
          orderBy: { dueAtMs: "asc" },
        });
        if (next === null) return;
        clock.advance(Math.max(1000, Number(next.dueAtMs) - clock.now().getTime()));
      }
      throw new Error(`still not empty: ${JSON.stringify(await states())}`);
    },
    states,
    channel,
    member: { kind: "member", id: "member-1" },
  };
}
