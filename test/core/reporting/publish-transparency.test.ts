import { expect, test } from "vitest";
import { monthNamed } from "#core/reporting/month.ts";
import { publishTransparency } from "#core/reporting/publish-transparency.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { moderatedTown } from "../moderation/moderated.ts";
import { addCommunity, codeOf, HOUR_MS } from "../small-town.ts";

const MONTH = monthNamed("2031-03");
if (MONTH === undefined) throw new Error("no such month");
const month = MONTH;
const TO_APRIL_MS = 28 * 24 * HOUR_MS;

describeOnBoth("posting the report of a month", ({ openNew }) => {
  test("puts one card where patients ask and one where the team moderates, and no second one", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, admin, ben, north, south } = town;
    clock.advance(TO_APRIL_MS);
    const both = (is: string) => [
      { side: "patients", is },
      { side: "team", is },
    ];
    const made = await Promise.all([admin, ben].map((actor) => publishTransparency(core, { actor, month })));
    expect(made.toSorted((one) => (one[0]?.is === "posted" ? -1 : 1))).toEqual([
      both("posted"),
      both("posted before"),
    ]);
    await town.drain();
    for (const side of [north, south])
      expect(town.cards(side, "transparency")).toMatchObject([
        { report: { community: "Sunny Side", month: { id: "2031-03" }, counts: { reports: 0 } } },
      ]);
    clock.advance(TO_APRIL_MS);
    expect(await publishTransparency(core, { actor: admin, month })).toEqual(both("posted before"));
    await town.drain();
    expect(town.cards(north, "transparency")).toHaveLength(1);
    const recorded = await core.db.auditEntry.findMany({ where: { verb: "report.published" } });
    expect(recorded.map(({ detail }) => detail)).toEqual([`{"month":"2031-03","posts":2}`]);
  });

  test("is for admins, of a month that is over, and needs a channel", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, admin, mo, communityId } = town;
    const post = (actor = admin) => codeOf(publishTransparency(core, { actor, month }));
    expect(await post()).toBe("invalid_input");
    clock.advance(TO_APRIL_MS);
    expect(await post(mo)).toBe("not_allowed");
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    const where = { communityId, purpose: { in: ["ask", "moderation"] } };
    await core.db.channel.deleteMany({ where });
    expect(await post()).toBe("not_found");
    expect(await core.db.delivery.count({ where: { kind: "transparency" } })).toBe(0);
    await core.db.channel.deleteMany({ where: { communityId: other.communityId, purpose: "moderation" } });
    expect(await publishTransparency(core, { actor: other.admin, month })).toEqual([
      { side: "patients", is: "posted" },
      { side: "team", is: "not linked" },
    ]);
  });
});
