import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { replayProgressLine } from "#cli/replay-report.ts";
import { join as joinCommunity } from "#core/members/join.ts";
import { CONSENT_VERSION } from "#core/members/joining-text.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { CredentialHome, DAY_MS, START } from "./credential-home.ts";

const MAIN = ["--conditions=source", "src/cli/main.ts"];

const house = (more = "") => `about: What is not for this place.
rules:
  - id: house.raffle
    kind: community
    severity: low
    action: hold
    text: Raffles need a word first.
    ${more}
    match: |
      raffle ...3 ticket
    mustMatch: [A raffle ticket]
    mustNotMatch: [The raffle was fun]
`;

let home: CredentialHome;

/** The real command line in a process of its own. */
function curbside(...argv: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...MAIN, "policy", ...argv], {
    encoding: "utf8",
    env: { ...process.env, ...home.envOf("ada"), NO_COLOR: "1" },
  });
  return { exit: status, stdout, stderr };
}

/** Asks with the command line's clock at a day. */
function ask(text: string, days = 0): Promise<void> {
  return home.open(async (core) => {
    const { id: spaceId, communityId } = await core.db.space.findFirstOrThrow({
      where: { side: "patients" },
    });
    const actor = await joinCommunity(core, {
      communityId,
      spaceId,
      platform: "discord",
      externalId: "1",
      pseudonym: "Quiet Heron",
      country: "US",
      statesAdult: true,
      textVersion: CONSENT_VERSION,
    }).catch(async () => {
      const member = await core.db.member.findFirstOrThrow({ where: { pseudonym: "Quiet Heron" } });
      return { memberId: member.id, communityId, pseudonym: member.pseudonym, roles: ["patient"] as const };
    });
    const about = { tried: "", topic: "Medicines", forWhom: "self", ageBand: "30-44" } as const;
    const { questionId } = await draftQuestion(core, { actor, text, ...about });
    await sendQuestion(core, { actor, questionId });
  }, days);
}

beforeAll(async () => {
  home = new CredentialHome();
  await home.setUp({ registries: false });
  await home.json([
    "community",
    "link",
    "--platform",
    "discord",
    "--space",
    "1180000000000000001",
    "--side",
    "patients",
  ]);
  for (const [purpose, channel] of [
    ["intake", "C1"],
    ["crisis", "C2"],
  ] as const)
    await home.json([
      "community",
      "link",
      "--platform",
      "slack",
      "--space",
      "T1",
      "--side",
      "providers",
      "--channel",
      channel,
      "--purpose",
      purpose,
    ]);
  mkdirSync(join(home.folder, "data", "policies"));
  await ask("Has anybody a raffle for a ticket?");
  await ask("My head hurts after work. What helps?");
  await ask("Who has a raffle (lena@example.org) ticket?", 60);
});
afterAll(() => home[Symbol.asyncDispose]());

const draft = (yaml: string) => writeFileSync(join(home.folder, "data", "policies", "house.yaml"), yaml);

/** Own rules that two people agreed to. */
async function own(yaml: string): Promise<void> {
  draft(yaml);
  const { proposalId } = await home.json(["policy", "propose"]);
  if (proposalId !== null) await home.json(["proposal", "approve", proposalId], { who: "ben" });
}
const noOwn = () => own("about: Nothing yet.\n");

describe("curbside policy diff", () => {
  test("tells what a file would add to the rules that are live", async () => {
    await noOwn();
    const file = home.file("house.yaml", house());
    const { exit, stdout } = curbside("diff", file);
    expect(exit).toBe(0);
    expect(stdout).toContain("house.raffle: added (community, hold)\n    + raffle ...3 ticket\n");
    expect(stdout).toContain("Rules: 1 added, 0 removed, 0 changed.");
  });

  test("a file with the name of one's own takes its place, and which parts changed is told", async () => {
    await own(house());
    const file = home.file(
      "house.yaml",
      `${house("score: 0.5").replace("raffle ...3 ticket", "raffle ...5 ticket")}overrides: [{ rule: sales.drug, action: note }]\n`,
    );
    const { stdout } = curbside("diff", file, "--json");
    expect(JSON.parse(stdout)).toEqual({
      rules: [
        {
          id: "house.raffle",
          change: "changed",
          mode: "live",
          parts: [
            { part: "score", from: "0.8", to: "0.5" },
            { part: "phrases", added: ["raffle ...5 ticket"], removed: ["raffle ...3 ticket"] },
          ],
        },
        {
          id: "sales.drug",
          change: "changed",
          mode: "live",
          parts: [{ part: "action", from: "hold", to: "note" }],
        },
      ],
      vetoes: [],
    });
    const same = home.file("house.yaml", house());
    expect(curbside("diff", same).stdout).toContain("Nothing: the rules are the same.");
    // Without a file, the draft in the home folder.
    draft(house("score: 0.5"));
    expect(curbside("diff").stdout).toContain("house.raffle: changed\n  score: 0.8 -> 0.5\n");
    await noOwn();
    expect(curbside("diff").stdout).toContain("Nothing: the rules are the same.");
  });

  test("a changed list or veto is told where it is used", async () => {
    const yaml = (draw: string, play: string) => `about: x
lists: { draw: ${draw} }
vetoes: [{ id: in-play, where: sentence, match: ${play} }]
rules:
  - { id: house.raffle, kind: community, severity: low, action: hold, text: t, unless: { in-play: drop },
      match: "{draw} ticket", mustMatch: [raffle ticket], mustNotMatch: [x] }
`;
    await own(yaml("raffle", "in the play"));
    const { stdout } = curbside("diff", home.file("house.yaml", yaml("raffle | lottery", "in a play")));
    expect(stdout).toContain(
      "house.raffle: changed\n  phrases, through a list: draw\n  what cancels it, through a veto: in-play\n",
    );
    expect(stdout).toContain("veto in-play: changed\n");
  });

  test("two files of one name, one that is not there, and one with a mistake are refused", async () => {
    await noOwn();
    const file = home.file("house.yaml", house());
    expect(curbside("diff", file, file)).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("rename one"),
    });
    expect(curbside("diff", "nowhere.yaml")).toMatchObject({ exit: 2 });
    expect(curbside("diff", home.file("bad.yaml", house().replace("raffle ...3", "(a+)+")))).toMatchObject({
      exit: 3,
    });
  });
});

describe("curbside policy replay", () => {
  test("prints exactly the past texts that a changed rule flips, and no word of them", async () => {
    await noOwn();
    const { exit, stdout } = curbside("replay", "--since", "2020-01-01", home.file("house.yaml", house()));
    expect(exit).toBe(0);
    expect(stdout.split("\n").slice(1)).toEqual([
      "house.raffle, added: 2 texts flip, 2 with another verdict",
      "  question 1, question, 2026-03-01: clear -> hold; found (community, hold)",
      "  question 3, question, 2026-04-30: clear -> hold; found (community, hold)",
      "2 texts flip, of 3 that were looked at.",
      "",
    ]);
  });

  test("--show also prints the words, and --jsonl one line for each text and one for the totals", async () => {
    await noOwn();
    const file = home.file("house.yaml", house("").replace("...3", "...5"));
    const shown = curbside("replay", "--since", "2020-01-01", "--show", file).stdout;
    expect(shown).toContain('    "raffle for a ticket"\n');
    expect(shown).toContain('    "raffle ([e-mail address]) ticket"\n');
    expect(shown).not.toMatch(/lena|anybody/);
    const { stdout } = curbside("replay", "--since", "2020-01-01", "--jsonl", file);
    const lines = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      { question: 1, message: "question", day: "2026-03-01", verdict: { from: "clear", to: "hold" } },
      { question: 3 },
      { looked: 3, flipped: 2, rules: [{ rule: "house.raffle", texts: 2 }] },
    ]);
    expect(stdout).not.toContain("raffle for");
  });

  test("rules that are the same flip nothing, and that is said", async () => {
    await own(house());
    const { exit, stdout } = curbside("replay", home.file("house.yaml", house()));
    expect(exit).toBe(0);
    expect(stdout).toContain("No text flips: nothing that screening looks for changed. No text was opened.");
  });

  test("a rule in shadow is told apart, in replay, explain and lint, and screen does not know it", async () => {
    await own(house("mode: shadow"));
    const { stdout } = curbside("replay", "--since", "2020-01-01");
    expect(stdout).toContain(
      "house.raffle, in shadow: would have fired on 2 texts since 2020-01-01, 2 with another verdict\n",
    );
    expect(stdout).toContain("No text flips, of 3 that were looked at.");
    expect(curbside("explain", "house.raffle").stdout).toContain("In shadow: nothing comes of it.");
    expect(curbside("lint").stdout).toContain("(1 in shadow)");
    expect(curbside("test").exit).toBe(0);
    const env = { ...process.env, ...home.envOf("ada") };
    const told = (words: readonly string[]) =>
      spawnSync(process.execPath, [...MAIN, ...words], { encoding: "utf8", input: "A raffle ticket", env })
        .stdout;
    expect(told(["screen"])).toBe("Verdict: clear\nA raffle ticket\nBy the rules in force.\n");
    expect(told(["policy", "explain"])).toContain("house.raffle, in shadow, and if it were live, it stands");
  });

  test("reaches 90 days back unless told otherwise, and says what --since may be", async () => {
    await noOwn();
    const file = home.file("house.yaml", house());
    const looked = async (...more: string[]) =>
      (await home.json(["policy", "replay", file, ...more], { days: 100 })).looked;
    expect(await looked()).toBe(1);
    expect(await looked("--since", "101d")).toBe(3);
    expect(await looked("--since", "5w")).toBe(0);
    expect(await looked("--since", new Date(START.getTime() + 60 * DAY_MS).toISOString().slice(0, 10))).toBe(
      1,
    );
    expect(curbside("replay", "--since", "soon", file)).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("--since must be such as 90d"),
    });
    expect(curbside("replay", "--json", "--jsonl", file)).toMatchObject({ exit: 2 });
  });

  test("says what could not be looked at", async () => {
    await noOwn();
    const file = home.file("house.yaml", house());
    await home.open((core) =>
      core.db.message.updateMany({ where: { question: { number: 2 } }, data: { originalSealed: null } }),
    );
    expect(curbside("replay", "--since", "2020-01-01", file).stdout).toContain(
      "1 text could not be looked at: 1 taken back, deleted or cancelled, 0 of people who were erased.",
    );
  });

  test("Ctrl-C ends it with 130, and the record says that it was stopped", async () => {
    await noOwn();
    const file = home.file("house.yaml", house());
    await home.open(async (core) => {
      const row = await core.db.message.findFirstOrThrow({ where: { question: { number: 1 } } });
      for (let copies = 0; copies < 10_000; copies += 1000)
        await core.db.message.createMany({
          data: Array.from({ length: 1000 }, () => ({ ...row, id: core.newId(), seq: null })),
        });
    });
    const argv = [...MAIN, "policy", "replay", "--since", "2020-01-01", "--jsonl", file];
    const child = spawn(process.execPath, argv, { env: { ...process.env, ...home.envOf("ada") } });
    child.stdout.once("data", () => child.kill("SIGINT"));
    expect(await new Promise<number | null>((resolve) => child.once("exit", resolve))).toBe(130);
    await home.open(async (core) => {
      const [last] = await core.db.auditEntry.findMany({ orderBy: { seq: "desc" }, take: 1 });
      expect(JSON.parse(last?.detail ?? "")).toMatchObject({ complete: false });
    });
  });
});

test("progress has the share, the rate and the time left", () => {
  expect(replayProgressLine({ looked: 500, of: 100_000 }, 0.1)).toBe("Looking: 500 of 100,000 texts");
  expect(replayProgressLine({ looked: 25_000, of: 100_000 }, 2)).toBe(
    "Looking: 25,000 of 100,000 texts, 25 %, 12,500 texts/s, 6 s left",
  );
});
