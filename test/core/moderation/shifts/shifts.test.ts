import { expect, test } from "vitest";
import { changeRole } from "#core/members/change-role.ts";
import { changeSettings } from "#core/members/change-settings.ts";
import { clearShifts } from "#core/moderation/shifts/clear-shifts.ts";
import { listShifts } from "#core/moderation/shifts/list-shifts.ts";
import { ownOffShift, ownShifts } from "#core/moderation/shifts/own-shifts.ts";
import { setShifts } from "#core/moderation/shifts/set-shifts.ts";
import { shiftHealth } from "#core/moderation/shifts/shift-health.ts";
import { describeOnBoth } from "../../../support/databases.ts";
import { addCommunity, auditOf, codeOf, HOUR_MS, invite, joinAs, smallTown } from "../../small-town.ts";

const LONDON = "Europe/London";

describeOnBoth("shifts", ({ openNew }) => {
  test("are one's own to set, anew and to clear, by whoever moderates", async () => {
    const town = await smallTown(await openNew());
    const { core, admin } = town;
    for (const role of ["moderator", "lead", "admin"] as const) {
      const actor = await invite(town, `A ${role}`, role);
      expect((await setShifts(core, { actor, hours: "mon 9-12", zone: "europe/london" })).zone).toBe(LONDON);
    }
    const heron = await joinAs(town, "Quiet Heron");
    expect(await codeOf(setShifts(core, { actor: heron, hours: "mon 9-12", zone: LONDON }))).toBe(
      "not_allowed",
    );
    expect(await codeOf(listShifts(core, { actor: heron }))).toBe("not_allowed");
    await setShifts(core, { actor: admin, hours: "tue 9-12, fri 22-2", zone: LONDON });
    await setShifts(core, { actor: admin, hours: "wed 10-12", zone: "UTC" });
    expect(await ownShifts(core, { actor: admin })).toMatchObject({
      zone: "UTC",
      hours: [{ weekday: 3, fromMinute: 600, toMinute: 720 }],
    });
    expect(await clearShifts(core, { actor: admin })).toMatchObject({ had: true });
    expect(await clearShifts(core, { actor: admin })).toMatchObject({ had: false });
    expect(await ownShifts(core, { actor: admin })).toBeUndefined();
    expect(await auditOf(town, admin.memberId)).toEqual(["shift.set", "shift.set", "shift.cleared"]);
  });

  test("set twice at once are those of one and never of both", async () => {
    const town = await smallTown(await openNew());
    const { core, admin } = town;
    const texts = ["mon 9-12", "tue 9-12", "mon 9-13, wed 9-10"];
    await Promise.all(texts.map((hours) => setShifts(core, { actor: admin, hours, zone: LONDON })));
    const week = await listShifts(core, { actor: admin });
    expect(["mon 09:00-12:00", "tue 09:00-12:00", "mon 09:00-13:00, wed 09:00-10:00"]).toContain(
      week.own?.hours,
    );
  });

  test("of others are an admin's to set, for whoever moderates here and nobody else", async () => {
    const town = await smallTown(await openNew());
    const { core, clock, admin } = town;
    const mo = await invite(town, "Mo", "moderator");
    const kit = await invite(town, "Kit", "moderator");
    await joinAs(town, "Quiet Heron");
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    await invite(other, "Far", "moderator");
    const set = (of: string, actor = admin) =>
      codeOf(setShifts(core, { actor, of, hours: "mon 9-12", zone: LONDON }));
    expect(await set("Mo")).toBe("ok");
    expect(await set(kit.memberId)).toBe("ok");
    expect(await set("Quiet Heron")).toBe("invalid_input");
    expect(await set("Far")).toBe("not_found");
    expect(await set("Kit", mo)).toBe("not_allowed");
    expect(await set("Nobody", mo)).toBe("not_allowed");
    expect(await set("Mo", mo)).toBe("ok");
    expect(await codeOf(clearShifts(core, { actor: mo, of: "Kit" }))).toBe("not_allowed");
    expect(await codeOf(clearShifts(core, { actor: admin, of: "Kit" }))).toBe("ok");
    expect(await core.db.shift.findMany({ select: { memberId: true } })).toEqual([{ memberId: mo.memberId }]);
  });

  test("refused leave what was there", async () => {
    const town = await smallTown(await openNew());
    const { core, admin } = town;
    await setShifts(core, { actor: admin, hours: "mon 9-12", zone: LONDON });
    const set = (hours: string, zone: string) => codeOf(setShifts(core, { actor: admin, hours, zone }));
    expect(await set("mon 12-9-6", LONDON)).toBe("invalid_input");
    expect(await set("mon 9-12", "Moon/Base")).toBe("invalid_input");
    expect((await ownShifts(core, { actor: admin }))?.hours).toHaveLength(1);
  });

  test("are listed by name, with what nobody covers, and nobody's zone but one's own", async () => {
    const town = await smallTown(await openNew());
    const { core, admin } = town;
    const mo = await invite(town, "Mo", "moderator");
    expect((await listShifts(core, { actor: admin })).stretches).toEqual([]);
    expect(await shiftHealth(core, town)).toBeUndefined();
    // It is 2031-03-04, a Tuesday, 09:00 UTC.
    await setShifts(core, { actor: admin, hours: "daily 0:00-12:00", zone: LONDON });
    await setShifts(core, { actor: mo, hours: "daily 15:00-01:00", zone: "Asia/Tokyo" });
    const week = await listShifts(core, { actor: admin });
    expect(week.own).toEqual({ hours: "mon-sun 00:00-12:00", zone: LONDON });
    expect(week.stretches.slice(0, 3).map(({ names }) => names)).toEqual([["Ada Admin", "Mo"], ["Mo"], []]);
    expect(JSON.stringify(week)).not.toContain("Tokyo");
    expect(week.hoursWithoutAnybody).toBe(7 * 8);
    expect((await shiftHealth(core, town))?.hoursWithoutAnybody).toBe(7 * 8);
    expect((await listShifts(core, { actor: mo })).zone).toBe("Asia/Tokyo");
    expect((await listShifts(core, { actor: mo, zone: "utc" })).zone).toBe("UTC");
    // Whoever moderates no more is not there by it.
    await changeRole(core, { actor: admin, member: "Mo", role: "moderator", held: false });
    expect((await listShifts(core, { actor: admin })).hoursWithoutAnybody).toBe(7 * 12);
  });

  test("say to oneself when they are over, and write nothing down", async () => {
    const town = await smallTown(await openNew());
    const { core, clock, admin } = town;
    expect(await ownOffShift(core, { actor: admin })).toBeUndefined();
    await setShifts(core, { actor: admin, hours: "daily 8-10", zone: LONDON });
    const before = await core.db.auditEntry.count();
    expect(await ownOffShift(core, { actor: admin })).toBeUndefined();
    clock.advance(HOUR_MS);
    expect(await ownOffShift(core, { actor: admin })).toMatchObject({ endedMinute: 600, endedAgo: 0 });
    expect(await core.db.auditEntry.count()).toBe(before);
  });

  test("tell whoever sets them whether a direct message can reach them", async () => {
    const town = await smallTown(await openNew());
    const { core, admin } = town;
    const mo = await joinAs(town, "Mo");
    await changeRole(core, { actor: admin, member: "Mo", role: "moderator", held: true });
    const actor = { ...mo, roles: ["patient", "moderator"] } as const;
    const canBeTold = async (of?: string) =>
      (
        await setShifts(core, {
          actor: of === undefined ? actor : admin,
          hours: "mon 9-12",
          zone: LONDON,
          ...(of ? { of } : {}),
        })
      ).canBeTold;
    expect(await canBeTold()).toBe(true);
    expect(await canBeTold("Ada Admin")).toBe(false);
    await changeSettings(core, { actor: mo, reach: "inbox" });
    expect(await canBeTold()).toBe(false);
  });

  test("that could not be are refused by the database itself", async () => {
    const { core, admin, communityId } = await smallTown(await openNew());
    const add = (row: { weekday: number; fromMinute: number; toMinute: number }) =>
      core.db.shift.create({ data: { ...row, memberId: admin.memberId, communityId, zone: "UTC" } });
    await expect(add({ weekday: 8, fromMinute: 0, toMinute: 60 })).rejects.toThrow();
    await expect(add({ weekday: 1, fromMinute: 1440, toMinute: 1500 })).rejects.toThrow();
    await expect(add({ weekday: 1, fromMinute: 60, toMinute: 60 })).rejects.toThrow();
    await expect(add({ weekday: 1, fromMinute: 60, toMinute: 1501 })).rejects.toThrow();
    await expect(
      core.db.community.update({ where: { id: communityId }, data: { casesADay: -1 } }),
    ).rejects.toThrow();
  });
});
