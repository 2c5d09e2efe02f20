import { describe, expect, test } from "vitest";
import { receiveArrival } from "#core/arrivals/receive-arrival.ts";
import { exportOwn } from "#core/privacy/export-own.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import { elementsOf } from "../../support/html.ts";
import { answered, join, sees } from "./patient.ts";
import { rig, until } from "./rig.ts";

const HOUR_MS = 3_600_000;
const FILES = ["export.html", "export.json"];

async function exports(person: DiscordPerson): Promise<void> {
  await person.command("privacy");
  await person.press("Export my data");
}

const filesOf = (person: DiscordPerson) =>
  person.screen().flatMap(({ messages }) => messages.filter(({ text }) => text.includes("(file: export")));

describe("exporting one's own data on Discord", () => {
  test("gives both files to whoever pressed, twice an hour, whatever a forged button names", async () => {
    await using it = await rig();
    const [robin, sam] = [await join(it), await join(it, "sam")];
    await answered(it, robin);
    await exports(robin);
    await sees(robin, "This is what we keep about you.");
    const content = JSON.parse(robin.open("export.json"));
    expect(content).toMatchObject({
      schema: "curbside.member-export/1",
      you: { name: "Calm robin" },
      accounts: [{ platform: "discord", accountId: robin.id }],
      questions: [{ number: 1, received: [{ written: { can: "Rest and drink water." } }] }],
    });
    expect(elementsOf(robin.open("export.html")).some(({ text }) => text.includes("Calm robin"))).toBe(true);
    for (const file of FILES) expect(robin.open(file)).not.toContain("Calm sam");

    const under = filesOf(robin)[0]?.ref ?? "";
    const { id } = await it.core.db.member.findFirstOrThrow({ where: { pseudonym: "Calm sam" } });
    await robin.forge(under, { custom_id: `export-mine:${id}`, component_type: 2 });
    await until(() => filesOf(robin).length === 2);
    expect(JSON.parse(robin.open("export.json")).you.name).toBe("Calm robin");
    expect(filesOf(sam)).toEqual([]);

    await exports(robin);
    await sees(robin, "A little slower");
    expect(filesOf(robin)).toHaveLength(2);
    it.clock.advance(HOUR_MS);
    await exports(robin);
    await until(() => filesOf(robin).length === 3);
    const saved = { verb: "export.own-saved" };
    expect(await it.core.db.auditEntry.count({ where: saved })).toBe(3);
    expect(it.logged.filter(({ event }) => event.startsWith("discord."))).toEqual([]);
  });

  test("of a press that nobody could answer any more says to press again, and sends no file by message", async () => {
    await using it = await rig();
    const robin = await join(it);
    const who = { accountId: robin.id, spaceId: it.guildId };
    const stored = { by: "button", name: "export-mine", subjectId: "own", who, fields: {} };
    await receiveArrival(it.core, {
      sourceKey: "discord|interaction|77",
      platform: "discord",
      kind: "press",
      payload: JSON.stringify(stored),
    });
    it.clock.advance(2 * it.core.config.timing.sendLeaseMs);
    await sees(robin, "Your file was made, but it could not be handed over.");
    expect(it.discord.messages(robin.dm()).flatMap(({ files }) => files)).toEqual([]);
    await exports(robin);
    await until(() => filesOf(robin).length === 1);
  });

  test("that is too large for a file is refused, and does not count", async () => {
    await using it = await rig({ start: false });
    const actor = { ...it.provider };
    await expect(exportOwn(it.core, { actor, mostBytes: 100 })).rejects.toMatchObject({
      code: "export_too_big",
    });
    expect(await it.core.db.auditEntry.count({ where: { verb: "export.own-saved" } })).toBe(0);
  });
});
