import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { buildStage } from "#cli/demo/build-stage.ts";
import { runScenario } from "#sandbox/run-scenario.ts";
import { readScenario } from "#sandbox/scenario.ts";

const FILE = join(import.meta.dirname, "../../src/cli/demo/main-job.yaml");

/** Every way in which a text may stand in a file: as it is, escaped, in hex, and in base64 at each of three offsets. */
function formsOf(text: string): string[] {
  const bytes = Buffer.from(text, "utf8");
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replace(/=+$/, "");
    // The first and last letters depend on the neighbours.
    return encoded.slice(shift === 0 ? 0 : shift + 1, -1);
  });
  const plain = JSON.stringify(text).slice(1, -1);
  return [
    text,
    plain,
    bytes.toString("hex"),
    bytes.toString("hex").toUpperCase(),
    ...base64,
    ...base64.map((one) => one.replace(/\+/g, "-").replace(/\//g, "_")),
  ];
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

function found(haystacks: readonly string[], needles: readonly string[]): string[] {
  return needles.filter((needle) =>
    formsOf(needle).some((form) => haystacks.some((one) => one.includes(form))),
  );
}

describe("after the main job", () => {
  test("no identifier, name, account or text stands on disk, and none of the first three reached Slack", async () => {
    const scenario = readScenario(FILE, readFileSync(FILE, "utf8"));
    await using stage = await buildStage(scenario, { speed: 1, onSeen: () => {} });
    await runScenario(stage, scenario, { step: () => {} });
    const maya = stage.cast.get("maya");
    if (maya?.platform !== "discord") throw new Error("the patient is on the other platform");
    const secret = ["(212) 555-0147", "555-0147", "maya@example.com", maya.person.id, maya.person.dm()];
    const texts = [
      "the pain comes back the next day",
      "headache recurrence",
      "How long should I keep the diary",
      "Four weeks gives",
    ];
    const disk = filesUnder(stage.home).map((path) => readFileSync(path, "latin1"));
    expect(disk.length).toBeGreaterThan(2);
    expect(found(disk, [...secret, ...texts, "maya"])).toEqual([]);
    const slack = stage.slack.received.map(
      ({ body }) =>
        `${body}\n${decodeURIComponent(body.replace(/\+/g, " ").replace(/%(?![0-9a-f]{2})/gi, "%25"))}`,
    );
    expect(slack.some((body) => body.includes("the pain comes back the next day"))).toBe(true);
    expect(
      found(slack, [
        ...secret,
        "My triptan helps, but the pain comes back the next day. Is that common? You can call me on (212)",
      ]),
    ).toEqual([]);

    const database = new Database(join(stage.home, "curbside.db"));
    database
      .prepare(`INSERT INTO "Meta" ("name", "value") VALUES (?, ?)`)
      .run("planted", Buffer.from("xx555-0147yy").toString("base64"));
    database.close();
    const planted = filesUnder(stage.home).map((path) => readFileSync(path, "latin1"));
    expect(found(planted, secret)).toEqual(["555-0147"]);
  }, 60_000);

  test("the record shows which entry was tampered with", async () => {
    const scenario = readScenario(FILE, readFileSync(FILE, "utf8"));
    await using stage = await buildStage(scenario, { speed: 1, onSeen: () => {} });
    await runScenario(stage, scenario, { step: () => {} });
    expect((await stage.backstage.admin(["audit", "verify", "--json"], "admin")).exit).toBe(0);
    const database = new Database(join(stage.home, "curbside.db"));
    for (const { name } of database
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
      .all() as { name: string }[])
      database.exec(`DROP TRIGGER "${name}"`);
    database.prepare(`UPDATE "AuditEntry" SET "verb" = 'question.sens' WHERE "seq" = 5`).run();
    database.close();
    const { exit, stdout } = await stage.backstage.admin(["audit", "verify", "--json"], "admin");
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ ok: false, seq: 5 });
  }, 60_000);
});

/** Words of the program itself, and moments: equal everywhere, and nothing of a person. */
const OF_THE_PROGRAM = /^([a-z][a-z.-]*|[A-Z][a-z ]+|\d{13}|\d{4}-\d{2}-\d{2}T[\d:.+]+Z?)$/;
const LONG_ENOUGH = 12;

const CHAIN: ReadonlySet<string> = new Set(["hash"]);

/** A value as a text; details of the record by what is in them. */
function textsIn(value: unknown): string[] {
  const text = Buffer.isBuffer(value) ? value.toString("hex") : String(value);
  return text.startsWith("{") ? Object.values(JSON.parse(text)).map(String) : [text];
}

/** Every value in every table, by the community whose row it is in; blobs in hex. */
function valuesByCommunity(database: Database.Database): Map<string, Set<string>> {
  const values = new Map<string, Set<string>>();
  const tables = database
    .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'SearchIndex%'`)
    .all() as {
    name: string;
  }[];
  for (const { name } of tables)
    for (const row of database.prepare(`SELECT * FROM "${name}"`).all() as Record<string, unknown>[]) {
      const { communityId, ...columns } = row;
      if (typeof communityId !== "string") continue;
      const known = values.get(communityId) ?? new Set();
      values.set(communityId, known);
      for (const [column, value] of Object.entries(columns)) {
        // The record of all communities is one chain: each entry names the one before it.
        if (name === "AuditEntry" && CHAIN.has(column)) continue;
        for (const text of textsIn(value))
          if (text.length >= LONG_ENOUGH && !OF_THE_PROGRAM.test(text)) known.add(text);
      }
    }
  return values;
}

describe("two communities that share a person", () => {
  test("share no name, no key and no word of theirs", async () => {
    const file = join(import.meta.dirname, "../fixtures/scenarios/two-communities-share-a-person.yaml");
    const scenario = readScenario(file, readFileSync(file, "utf8"));
    await using stage = await buildStage(scenario, { speed: 1, onSeen: () => {} });
    await runScenario(stage, scenario, { step: () => {} });
    const places = stage.cast.get("samantha")?.places ?? [];
    const [harbour, windmill] = places.map(({ intakeChannelId, moderationChannelId, crisisChannelId }) =>
      [intakeChannelId, moderationChannelId, crisisChannelId]
        .flatMap((channelId) => stage.slack.messages(channelId))
        .map((message) => JSON.stringify(message))
        .join("\n"),
    );
    const nameIn = (posted = "") => /([A-Z][a-z]+ [A-Z][a-z]+) · Symptoms/.exec(posted)?.[1] ?? "";
    const [one, other] = [nameIn(harbour), nameIn(windmill)];
    expect([one, other].every((name) => name !== "")).toBe(true);
    expect(one).not.toBe(other);
    expect([harbour?.includes(other), windmill?.includes(one)]).toEqual([false, false]);
    expect(found([harbour ?? "", windmill ?? ""], ["samantha", places[0]?.guildId ?? "", "@me"])).toEqual([]);
    // No word that a suggested name may have: chance would fail it.
    expect([harbour?.includes("Windmill"), windmill?.includes("Harbour")]).toEqual([false, false]);
    const database = new Database(join(stage.home, "curbside.db"), { readonly: true });
    const keys = database.prepare(`SELECT "communityId", "externalKey" FROM "Account"`).all() as {
      communityId: string;
      externalKey: string;
    }[];
    // Whoever has the whole file and no key finds nothing that stands in both.
    const [first, second] = [...valuesByCommunity(database).values()];
    expect(first?.size).toBeGreaterThan(20);
    expect(second?.size).toBeGreaterThan(20);
    expect([...(first ?? [])].filter((value) => second?.has(value))).toEqual([]);
    database.close();
    // One person, two accounts, nothing that matches.
    expect(keys.length).toBe(4);
    expect(new Set(keys.map(({ externalKey }) => externalKey)).size).toBe(4);
    const { stdout } = await stage.backstage.admin(
      ["member", "list", "--community", "windmill", "--json"],
      "admin",
    );
    expect([stdout.includes(other), stdout.includes(one)]).toEqual([true, false]);
  }, 60_000);
});
