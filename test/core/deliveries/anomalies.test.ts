import { expect, test } from "vitest";
import type { DeliveryLoop } from "#core/deliveries/delivery-loop.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { openTestCore } from "../../support/test-core.ts";
import type { Fault } from "./fake-messenger.ts";
import { type Outbox, openOutbox } from "./outbox.ts";

const AMBIGUOUS = { why: "ambiguous" } as const;
const FAULTS: Record<string, Fault> = {
  "refused before anything happened": { how: "before", trouble: { why: "not-sent" } },
  "lost on the way": { how: "before", trouble: AMBIGUOUS },
  "done, and its reply lost": { how: "after-store", trouble: AMBIGUOUS },
  "done late": { how: "late", byMs: 9000 },
  "told to wait": { how: "before", trouble: { why: "rate-limited", retryAfterMs: 7000 } },
};

/** A card of two parts, one of one part, an edit that makes the first longer, one that makes it shorter, and a removal. */
async function story(outbox: Outbox, loops: readonly DeliveryLoop[] = [outbox.loop]): Promise<void> {
  const { texts } = outbox;
  texts.set("a", "a1/a2").set("b", "b1").set("c", "c1").set("d", "d1");
  for (const subject of ["a", "b", "c"]) await outbox.post(subject);
  await outbox.drain(loops);
  texts.set("a", "A1/A2/A3");
  await outbox.edit("a");
  await outbox.drain(loops);
  texts.set("a", "A1/A2");
  await outbox.edit("a");
  await outbox.remove("b");
  await outbox.post("d");
  await outbox.drain(loops);
}

const textsOf = ({ north }: Outbox) => north.said().map(({ text }) => text);
const END = ["A1", "A2", "c1", "d1"];

describeOnBoth("the outbox under faults", ({ openNew, engine }) => {
  test("without a fault everything stands once, in order", async () => {
    const outbox = await openOutbox(await openNew());
    await story(outbox);
    expect(textsOf(outbox)).toEqual(END);
    expect(outbox.north.calls()).toBe(12);
  });

  for (const [name, fault] of Object.entries(FAULTS))
    for (let call = 1; call <= 12; call += 1) {
      // Twelve databases per fault are quick in a file; on the server a third of them tells the same.
      if (engine === "postgresql" && call % 3 !== 1) continue;
      test(`request ${call} ${name}: nothing is lost, nothing is said twice`, async () => {
        const outbox = await openOutbox(await openNew());
        outbox.north.faults.set(call, fault);
        await story(outbox);
        expect(textsOf(outbox)).toEqual(END);
        expect((await outbox.states()).map(({ state }) => state)).toEqual(Array(7).fill("done"));
        expect(await outbox.core.db.copy.count({ where: { removedAtMs: null } })).toBe(4);
      });
    }

  test("the process dies between the post and its record: the next one finds what was said", async () => {
    const outbox = await openOutbox(await openNew());
    outbox.texts.set("a", "a1/a2").set("b", "b1");
    await outbox.post("a");
    await outbox.post("b");
    let dead = false;
    outbox.north.faults.set(2, { how: "after-store", trouble: AMBIGUOUS });
    const dying = openTestCore(outbox.core.store, { clock: outbox.clock, keys: outbox.core.keys });
    const tx: typeof dying.tx = (fn) =>
      dead ? Promise.reject(new Error("the process is gone")) : dying.tx(fn);
    const mortal = { ...dying, tx, sharedTx: tx } satisfies typeof dying;
    outbox.north.onCall = ({ n }) => {
      if (n === 2) dead = true;
    };
    await outbox.newLoop("dying", mortal).runOnce();
    expect(textsOf(outbox)).toEqual(["a1", "a2"]);
    expect((await outbox.states()).map(({ state }) => state)).toEqual(["sending", "ready"]);
    await outbox.drain([outbox.newLoop("next")]);
    expect(textsOf(outbox)).toEqual(["a1", "a2", "b1"]);
  });

  test("two loops at once on one database send each once and keep each conversation's order", async () => {
    const outbox = await openOutbox(await openNew());
    const expected: string[] = [];
    for (let i = 0; i < 24; i += 1) {
      outbox.texts.set(`s${i}`, `${i % 6}:${i}`);
      expected.push(`${i % 6}:${i}`);
      await outbox.post(`s${i}`, { conversation: `c:${i % 6}` });
    }
    await outbox.drain([outbox.newLoop("one"), outbox.newLoop("two")]);
    const said = textsOf(outbox);
    expect([...said].sort()).toEqual([...expected].sort());
    for (let c = 0; c < 6; c += 1)
      expect(said.filter((text) => text.startsWith(`${c}:`))).toEqual(
        expected.filter((text) => text.startsWith(`${c}:`)),
      );
  });

  test("a loop paused before its request, past its lease, is fenced: its double goes", async () => {
    const outbox = await openOutbox(await openNew());
    outbox.texts.set("a", "a1").set("b", "b1");
    await outbox.post("a");
    await outbox.post("b");
    const { promise: paused, resolve: reached } = Promise.withResolvers<void>();
    const { promise: woken, resolve: wake } = Promise.withResolvers<void>();
    outbox.north.onCall = async ({ n }) => {
      if (n > 1) return;
      reached();
      await woken;
    };
    const sleeper = outbox.newLoop("sleeper").runOnce();
    await paused;
    outbox.clock.advance(outbox.core.config.timing.sendLeaseMs + 1);
    await outbox.drain([outbox.newLoop("other")]);
    expect(textsOf(outbox)).toEqual(["a1", "b1"]);
    wake();
    await sleeper;
    expect(textsOf(outbox)).toEqual(["a1", "b1"]);
    expect(outbox.core.logged.map(({ event }) => event)).toContain("delivery.double_removed");
    expect((await outbox.states()).map(({ state }) => state)).toEqual(["done", "done"]);
  });
});
