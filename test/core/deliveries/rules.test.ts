import { expect, test } from "vitest";
import { sweepDoubles } from "#core/deliveries/sweep-doubles.ts";
import type { DeliveryTrouble } from "#core/messenger.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { type Outbox, openOutbox } from "./outbox.ts";

const textsOf = ({ north }: Outbox) => north.said().map(({ text }) => text);
const refusal = (trouble: DeliveryTrouble) => ({ how: "before", trouble }) as const;

describeOnBoth("what the outbox does with an order", ({ openNew }) => {
  test("the same order twice is one delivery", async () => {
    const outbox = await openOutbox(await openNew());
    outbox.texts.set("a", "a1");
    await outbox.post("a");
    await outbox.post("a");
    await outbox.drain();
    expect(textsOf(outbox)).toEqual(["a1"]);
  });

  test("two changes at once are both shown", async () => {
    const outbox = await openOutbox(await openNew());
    outbox.texts.set("a", "a1");
    await outbox.post("a");
    await outbox.drain();
    await Promise.all([1, 2, 3].map(() => outbox.edit("a")));
    outbox.texts.set("a", "now");
    expect(await outbox.core.db.delivery.count({ where: { op: "edit" } })).toBe(3);
    await outbox.drain();
    expect(textsOf(outbox)).toEqual(["now"]);
    expect((await outbox.states()).map(({ trouble }) => trouble)).toEqual([
      null,
      "overtaken",
      "overtaken",
      null,
    ]);
  });

  test("a post whose subject vanished, an edit of what was never posted, and a post taken back in time are dropped", async () => {
    const outbox = await openOutbox(await openNew());
    await outbox.post("vanished");
    outbox.texts.set("b", "b1").set("c", "c1");
    await outbox.edit("b");
    await outbox.post("c");
    await outbox.remove("c");
    await outbox.drain();
    expect(outbox.north.calls()).toBe(0);
    expect(await outbox.states()).toEqual([
      { subjectId: "vanished", op: "post", state: "dropped", trouble: "nothing-to-say" },
      { subjectId: "b", op: "edit", state: "dropped", trouble: "never-posted" },
      { subjectId: "c", op: "post", state: "dropped", trouble: "overtaken" },
      { subjectId: "c", op: "remove", state: "dropped", trouble: "never-posted" },
    ]);
  });

  test("what was taken back while its fate was unknown is found and removed", async () => {
    const outbox = await openOutbox(await openNew());
    outbox.texts.set("a", "a1");
    await outbox.post("a");
    outbox.north.faults.set(1, { how: "late", byMs: 5000 });
    await outbox.loop.runOnce();
    outbox.texts.delete("a");
    await outbox.drain();
    expect(textsOf(outbox)).toEqual([]);
    expect((await outbox.states())[0]).toMatchObject({ state: "dropped", trouble: "nothing-to-say" });
  });

  test("a first attempt that lands long after it was sent again is removed", async () => {
    const outbox = await openOutbox(await openNew());
    const { core, north, clock } = outbox;
    const { settleMs } = core.config.timing;
    outbox.texts.set("a", "a1").set("b", "b1");
    await outbox.post("a");
    await outbox.post("b");
    north.faults.set(1, { how: "late", byMs: settleMs * 5 });
    await outbox.drain();
    expect(textsOf(outbox)).toEqual(["a1", "b1"]);
    const [kept] = north.said();
    clock.advance(settleMs * 5);
    expect(await sweepDoubles(core, [north])).toBe(0);
    expect(textsOf(outbox).toSorted()).toEqual(["a1", "a1", "b1"]);
    clock.advance(settleMs * 10);
    expect(await sweepDoubles(core, [north])).toBe(1);
    expect(textsOf(outbox)).toEqual(["a1", "b1"]);
    expect(north.said()[0]?.id).toBe(kept?.id);
    clock.advance(settleMs * 10);
    expect(await sweepDoubles(core, [north])).toBe(0);
    expect(await core.db.auditEntry.count({ where: { verb: "delivery.double-removed" } })).toBe(1);
  });

  test("a double that the check finds is removed", async () => {
    const outbox = await openOutbox(await openNew());
    outbox.texts.set("a", "a1");
    await outbox.post("a");
    outbox.north.faults.set(1, { how: "after-store", trouble: { why: "ambiguous" } });
    await outbox.loop.runOnce();
    const first = outbox.north.said()[0];
    if (first === undefined) throw new Error("nothing was said");
    const to = { kind: "channel", spaceId: "S1", channelId: first.channelId } as const;
    const about = { what: "paused" } as const;
    const card = { kind: "notice", questionId: "a", number: 1, community: "a1", about } as const;
    await outbox.north.post(to, card, 0, first.key);
    expect(outbox.north.said()).toHaveLength(2);
    await outbox.drain();
    expect(outbox.north.said().map(({ id }) => id)).toEqual([first.id]);
  });

  test("history that cannot be read is never a reason to say it again; after three checks a human is told", async () => {
    const outbox = await openOutbox(await openNew());
    outbox.texts.set("a", "a1").set("b", "b1");
    await outbox.post("a");
    await outbox.post("b");
    outbox.north.faults.set(1, refusal({ why: "ambiguous" }));
    outbox.north.readable = false;
    for (let round = 0; round < 4; round += 1) {
      await outbox.loop.runOnce();
      outbox.clock.advance(600_000);
    }
    expect(textsOf(outbox)).toEqual([]);
    expect((await outbox.states()).map(({ state, trouble }) => [state, trouble])).toEqual([
      ["unknown", "needs-human"],
      ["ready", null],
    ]);
    expect(outbox.core.logged.map(({ event }) => event)).toContain("delivery.needs_human");
    outbox.north.readable = true;
    await outbox.drain();
    expect(textsOf(outbox)).toEqual(["a1", "b1"]);
  });

  test("a head that is not done blocks its own conversation only", async () => {
    const outbox = await openOutbox(await openNew());
    outbox.texts.set("a", "a1").set("b", "b1").set("z", "z1");
    await outbox.post("a");
    await outbox.post("b");
    await outbox.post("z", { conversation: "c:2" });
    outbox.north.onCall = ({ n, text }) => {
      if (text === "a1") outbox.north.faults.set(n, refusal({ why: "not-sent" }));
    };
    for (let round = 0; round < 5; round += 1) {
      await outbox.loop.runOnce();
      outbox.clock.advance(2000);
    }
    expect(textsOf(outbox)).toEqual(["z1"]);
    outbox.north.onCall = () => undefined;
    outbox.north.faults.clear();
    await outbox.drain();
    expect(textsOf(outbox)).toEqual(["z1", "a1", "b1"]);
  });

  test("woken after a commit, it sends without waiting for its next look", async () => {
    const outbox = await openOutbox(await openNew());
    outbox.texts.set("a", "a1");
    outbox.loop.start();
    const { promise: called, resolve: onCall } = Promise.withResolvers<void>();
    outbox.north.onCall = () => onCall();
    await outbox.post("a");
    outbox.core.wake();
    await called;
    await outbox.loop.stop();
    expect(textsOf(outbox)).toEqual(["a1"]);
  });
});
