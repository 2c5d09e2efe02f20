import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { forgetReadings } from "#core/privacy/forget-readings.ts";
import { noteReading, READING_LIMITS } from "#core/privacy/note-reading.ts";
import { readerKey } from "#core/privacy/reader-key.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { type Moderated, moderatedTown } from "../moderation/moderated.ts";
import { codeOf, HOUR_MS, joinAs } from "../small-town.ts";

const [{ most: A_HOUR }, { most: A_DAY }] = READING_LIMITS;

const opens = ({ core }: Moderated, actor: Actor, entry: number, what = "experience") =>
  codeOf(core.tx((tx, now) => noteReading(tx, core, { actor, what, entryId: `e${entry}`, now })));

/** Opens entry after entry until one is refused; gives how many were let through. */
async function scrape(town: Moderated, actor: Actor, { from = 0, most = 400 } = {}): Promise<number> {
  for (let at = 0; at < most; at += 1) if ((await opens(town, actor, from + at)) !== "ok") return at;
  return most;
}

describeOnBoth("opening what others shared", ({ openNew }) => {
  test("is refused to whoever opens one after the other, and the moderators hear of it once", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock } = town;
    const heron = await joinAs(town, "Quiet Heron");
    expect(await scrape(town, heron)).toBe(A_HOUR);
    expect(await opens(town, heron, 1000, "answer")).toBe("too_many");
    // What they had open already they may open again.
    expect(await opens(town, heron, 3)).toBe("ok");
    await town.drain();
    expect(town.cards(town.south, "reading-alarm")).toEqual([
      { kind: "reading-alarm", pseudonym: "Quiet Heron" },
    ]);
    // The rest of what a day allows, over the hours before.
    const earlier = Array.from({ length: A_DAY - A_HOUR - 2 }, (_, at) => ({
      readerKey: readerKey(core, heron.memberId),
      entryKey: `earlier ${at}`,
      readAt: clock.now(),
    }));
    await core.db.reading.createMany({ data: earlier });
    clock.advance(HOUR_MS + 1);
    expect(await scrape(town, heron, { from: 90_000 })).toBe(2);
    await town.drain();
    expect(town.cards(town.south, "reading-alarm")).toHaveLength(1);
    clock.advance(25 * HOUR_MS);
    expect(await scrape(town, heron, { from: 99_000, most: 3 })).toBe(3);
  });

  test("is free for whoever reads, tells nobody who read what, and is forgotten after two days", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock } = town;
    const otter = await joinAs(town, "Loud Otter");
    for (let hour = 0; hour < 2; hour += 1) {
      expect(await scrape(town, otter, { from: hour * 30, most: 30 })).toBe(30);
      clock.advance(HOUR_MS + 1);
    }
    expect(JSON.stringify(await core.db.reading.findMany())).not.toMatch(/Loud|e1\b|experience/);
    expect(await core.db.auditEntry.count({ where: { verb: "reading.alarmed" } })).toBe(0);
    clock.advance(48 * HOUR_MS);
    await forgetReadings(core);
    expect(await core.db.reading.count()).toBe(0);
  });
});
