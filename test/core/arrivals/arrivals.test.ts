import { expect, test } from "vitest";
import {
  AlreadyHandled,
  failArrival,
  finishArrival,
  handling,
  waitingArrivals,
} from "#core/arrivals/handle-arrival.ts";
import { receiveArrival } from "#core/arrivals/receive-arrival.ts";
import type { Core } from "#core/core.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { createManualClock, openTestCore } from "../../support/test-core.ts";

const ARRIVAL = { sourceKey: "press/1", platform: "north", kind: "press", payload: '{"text":"hello"}' };
const HOUR_MS = 3_600_000;

const setMeta = (core: Core, name: string) =>
  core.tx(async (tx) => {
    await tx.meta.create({ data: { name, value: "yes" } });
  });

describeOnBoth("arrivals", ({ openNew }) => {
  const setUp = async () => {
    const clock = createManualClock();
    const core = openTestCore(await openNew(), { clock });
    await core.tx((tx, now) => core.vault.createKey(tx, "system", now));
    return { clock, core };
  };

  test("the same act is taken once, however often it is told", async () => {
    const { core } = await setUp();
    const all = await Promise.all([1, 2, 3, 4].map(() => receiveArrival(core, ARRIVAL)));
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(all.map(({ arrivalId }) => arrivalId)).size).toBe(1);
    expect(all.every(({ isOver }) => !isOver)).toBe(true);
    const [first] = all;
    await finishArrival(core, first?.arrivalId ?? "");
    expect(await receiveArrival(core, ARRIVAL)).toEqual({
      arrivalId: first?.arrivalId,
      isNew: false,
      isOver: true,
    });
  });

  test("nothing readable is stored, and the payload goes when it is handled", async () => {
    const { core } = await setUp();
    const { arrivalId } = await receiveArrival(core, ARRIVAL);
    const row = await core.db.arrival.findUniqueOrThrow({ where: { id: arrivalId } });
    expect(row.sourceKey).not.toContain("press");
    expect(Buffer.from(row.payloadSealed ?? []).includes("hello")).toBe(false);
    await finishArrival(core, arrivalId);
    const after = await core.db.arrival.findUniqueOrThrow({ where: { id: arrivalId } });
    expect(after).toMatchObject({ state: "handled", payloadSealed: null, sourceKey: row.sourceKey });
  });

  test("what was not handled comes back after a crash, and not before", async () => {
    const { core, clock } = await setUp();
    const { arrivalId } = await receiveArrival(core, ARRIVAL);
    expect(await waitingArrivals(core, { platform: "north", limit: 10 })).toEqual([]);
    clock.advance(HOUR_MS);
    expect(await waitingArrivals(core, { platform: "north", limit: 10 })).toEqual([
      { arrivalId, kind: "press", payload: ARRIVAL.payload },
    ]);
    expect(await waitingArrivals(core, { platform: "south", limit: 10 })).toEqual([]);
  });

  test("the effect and the mark are one commit, and a replay has no effect", async () => {
    const { core } = await setUp();
    const { arrivalId } = await receiveArrival(core, ARRIVAL);
    const fails = handling(core, arrivalId).tx(async (tx) => {
      await tx.meta.create({ data: { name: "lost", value: "yes" } });
      throw new Error("died");
    });
    await expect(fails).rejects.toThrow("died");
    expect(await core.db.meta.count({ where: { name: "lost" } })).toBe(0);
    const once = handling(core, arrivalId);
    await setMeta(once, "first");
    await setMeta(once, "second");
    await expect(setMeta(handling(core, arrivalId), "again")).rejects.toThrow(AlreadyHandled);
    expect(await core.db.meta.count({ where: { name: { in: ["first", "second", "again"] } } })).toBe(2);
  });

  test("what keeps failing is left for a human after five times", async () => {
    const { core, clock } = await setUp();
    const { arrivalId } = await receiveArrival(core, ARRIVAL);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      clock.advance(HOUR_MS);
      expect(await waitingArrivals(core, { platform: "north", limit: 10 })).toHaveLength(1);
      await failArrival(core, arrivalId);
    }
    clock.advance(HOUR_MS);
    expect(await waitingArrivals(core, { platform: "north", limit: 10 })).toEqual([]);
    const row = await core.db.arrival.findUniqueOrThrow({ where: { id: arrivalId } });
    expect(row).toMatchObject({ state: "failed", attempts: 5 });
    expect(row.payloadSealed).not.toBeNull();
  });
});
