import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { questionCredential } from "#core/credentials/cases/question-credential.ts";
import { openAppealCode } from "#core/moderation/decisions/detail.ts";
import { ROBIN } from "./credential-home.ts";
import { ModerationHome } from "./moderation-home.ts";

async function newHome(): Promise<ModerationHome> {
  const home = new ModerationHome();
  onTestFinished(() => home[Symbol.asyncDispose]());
  await home.setUp();
  return home;
}

const hide = (reason = "It sells a cure.") => ["--action", "hide", "--rule", "3", "--reason", reason];
const ban = ["--action", "ban", "--rule", "3", "--reason", "It sells a cure."];

/** The code that whoever a decision is about was sent. */
const codeOf = (home: ModerationHome, decisionId: string): Promise<string> =>
  home.open((core) =>
    core.tx(async (tx) => {
      const { appealSealed, ...row } = await tx.decision.findUniqueOrThrow({ where: { id: decisionId } });
      if (appealSealed === null) throw new Error("no code is kept");
      return openAppealCode(tx, core, { ...row, appealSealed });
    }),
  );

describe("a case at the command line", () => {
  const home = new ModerationHome();
  beforeAll(async () => {
    await home.setUp();
    await home.report({ by: "Quiet Heron", author: "Loud Otter" });
    await home.report({ by: "Quiet Heron", author: "Loud Otter", messageId: "2", rule: "10" });
  });
  afterAll(() => home[Symbol.asyncDispose]());
  const curbside = (argv: readonly string[], who = "mo") => home.curbside(argv, { who });

  test("the gravest is at the top, and who reported is nowhere", async () => {
    const { exit, stdout } = await curbside(["case", "list"]);
    expect(exit).toBe(0);
    expect(stdout).toMatch(
      /^ {3}2 {2}urgent {3}a post of Loud Otter, 1 report, for 0 minutes\n {3}1 {2}routine/,
    );
    const shown = await curbside(["case", "show", "1"]);
    expect(shown.stdout).toContain("Case 1  routine  a post of Loud Otter  open");
    expect(shown.stdout).toContain("Buy my cure.");
    expect(shown.stdout).toMatch(/report 1, 2026-03-01: Sales/);
    const json = await home.json(["case", "show", "1"], { who: "mo" });
    expect(stdout + shown.stdout + JSON.stringify(json)).not.toContain("Quiet Heron");
    expect(JSON.stringify(json)).not.toContain("900000000000000002");
  });

  test("is nothing for somebody who does not moderate, and not there for whoever it is about", async () => {
    const { code } = await home.json(["admin", "invite", "Aude", "--role", "auditor"]);
    await home.json(["login", code], { who: "aude" });
    for (const argv of [["case", "list"], ["next"], ["case", "show", "1"], ["appeal", "list"]]) {
      const { exit, stderr } = await curbside(argv, "aude");
      expect([exit, stderr]).toEqual([3, expect.stringContaining("Your role here does not allow this")]);
    }
    expect((await curbside(["case", "show", "99"])).exit).toBe(4);
  });

  test("is taken by one, and handed back without a word", async () => {
    expect((await curbside(["case", "take", "1"])).stdout).toContain("yours for twenty minutes");
    const other = await curbside(["case", "take", "1"], "ada");
    expect([other.exit, other.stderr]).toEqual([3, expect.stringContaining("Mo has taken this")]);
    const decided = await curbside(["case", "decide", "1", ...hide()], "ada");
    expect([decided.exit, decided.stderr]).toEqual([3, expect.stringContaining("Mo has taken this")]);
    expect((await curbside(["case", "list"], "ada")).stdout).toContain("Mo has it until 2026-03-01 09:20");
    expect((await curbside(["case", "release", "1"])).exit).toBe(0);
    expect((await curbside(["case", "release", "1"])).exit).toBe(0);
    expect((await curbside(["case", "list"])).stdout).not.toContain("has it until");
  });

  test("a note is for the next moderator", async () => {
    expect((await curbside(["case", "note", "1", "--text", "Like last week"])).exit).toBe(0);
    expect((await curbside(["case", "show", "1"], "ben")).stdout).toContain("Mo notes: Like last week");
    expect((await curbside(["case", "note", "1"])).exit).toBe(2);
  });

  test("what cannot be meant is told before anything is done", async () => {
    const wrong: [argv: string[], exit: number, says: string][] = [
      [["case", "decide"], 2, "curbside case list"],
      [["case", "decide", "1", "--all-about", "Loud Otter", ...hide()], 2, "not both"],
      [["case", "decide", "1"], 2, "--action"],
      [["case", "decide", "1", "--action", "shout", "--reason", "x"], 2, "dismiss, hide"],
      [["case", "decide", "1", "--action", "hide", "--reason", "x"], 2, "--rule"],
      [["case", "decide", "1", "--action", "hide", "--rule", "3"], 2, "--reason"],
      [["case", "decide", "1", "--action", "dismiss", "--rule", "3", "--reason", "x"], 2, "rests on none"],
      [["case", "decide", "1", ...ban, "--for", "soon"], 2, "24h, 3d or 2w"],
      [
        ["case", "decide", "1", "--action", "hide", "--rule", "33", "--reason", "x"],
        3,
        "10  Nothing illegal",
      ],
      [["case", "decide", "1", ...hide("It offers {what}.")], 3, "still has {what} to be filled in"],
      [["case", "decide", "1", ...hide(), "--for", "3d"], 3, "is not for a decision to hide"],
      [["case", "decide", "1", "--action", "time-out", "--rule", "3", "--reason", "x"], 3, "24h or 7d"],
      [
        ["case", "decide", "1", "--action", "redact", "--rule", "3", "--reason", "x", "--words", "y"],
        3,
        "hide",
      ],
      [["case", "decide", "1", ...ban, "--for", "9999w"], 3, "ten years"],
      [["case", "decide", "--all-about", "Nobody", ...hide()], 4, "no such case"],
      [["case", "undo", "1"], 4, "no such decision"],
      [["case", "undo"], 2, "cases"],
      [["next", "--limit", "0"], 2, "from 1 on"],
    ];
    for (const [argv, exit, says] of wrong) {
      const ran = await curbside(argv);
      expect([argv, ran.exit, ran.stderr]).toEqual([argv, exit, expect.stringContaining(says)]);
    }
    expect((await home.json(["case", "list"], { who: "mo" })).cases).toHaveLength(2);
  });

  test("a decision is carried out once; undone, the case waits again and is decided otherwise", async () => {
    const decided = await curbside(["case", "decide", "1", ...hide()]);
    expect([decided.exit, decided.stdout]).toEqual([0, expect.stringContaining("curbside case undo 1")]);
    const again = await curbside(["case", "decide", "1", ...hide()], "ben");
    expect([again.exit, again.stderr]).toEqual([3, expect.stringContaining("The case is decided")]);
    const undone = await curbside(["case", "undo", "1"], "ben");
    expect([undone.exit, undone.stdout]).toEqual([0, expect.stringContaining("The case waits again")]);
    expect((await curbside(["case", "undo", "1"])).exit).toBe(3);
    const reason = ["--action", "dismiss", "--reason", "It was a quote."];
    expect(await home.json(["case", "decide", "1", ...reason], { who: "ben" })).toMatchObject({ number: 1 });
    const { stdout } = await curbside(["case", "show", "1"]);
    expect(stdout).toMatch(/hide, rule 3 \(no selling or recruiting\), by Mo on 2026-03-01: undone/);
    expect(stdout).toMatch(/dismiss, by Ben on 2026-03-01: standing/);
  });

  test("after a day a decision cannot be undone any more", async () => {
    const late = await home.curbside(["case", "undo", "1"], { who: "ben", days: 2 });
    expect([late.exit, late.stderr]).toEqual([3, expect.stringContaining("The time to change this is over")]);
  });
});

describe("a ban for good", () => {
  test("says who must confirm it and how, and a second person does, once", async () => {
    const home = await newHome();
    const number = await home.reportPerson("Quiet Heron", "Loud Otter");
    const decided = await home.curbside(["case", "decide", number, ...ban], { who: "mo" });
    const [, proposal = ""] = /curbside proposal approve (\S+)/.exec(decided.stdout) ?? [];
    expect(decided.stdout).toContain("over on 2026-03-02 09:00 UTC unless a second moderator");
    const list = await home.curbside(["proposal", "list"], { who: "ben" });
    expect(list.stdout).toContain("a decision is to hold for good, for Loud Otter, proposed by Mo");
    const approve = (who: string) => home.curbside(["proposal", "approve", proposal], { who });
    const own = await approve("mo");
    expect([own.exit, own.stderr]).toEqual([3, expect.stringContaining("You proposed this")]);
    const shown = await home.curbside(["proposal", "show", proposal], { who: "ben" });
    expect(shown.stdout).toContain("ban, rule 3 (no selling or recruiting), for good: It sells a cure.");
    expect(shown.stdout).toContain(`curbside case show ${number}`);
    expect(await approve("ben")).toMatchObject({ exit: 0 });
    expect((await approve("ada")).exit).toBe(3);
    expect((await home.curbside(["proposal", "show", proposal])).stdout).toContain("approved by Ben");
    expect((await home.curbside(["proposal", "show", "no-such"])).exit).toBe(4);
    const strikes = await home.curbside(["strike", "show", "Loud Otter"], { who: "mo" });
    expect([strikes.exit, strikes.stdout]).toEqual([0, expect.stringMatching(/ban, rule 3 .*: standing/)]);
  });

  test("for a month needs no second person, for years it does", async () => {
    const home = await newHome();
    const [short, long] = [
      await home.reportPerson("Quiet Heron", "a stranger"),
      await home.reportPerson("Quiet Heron", "another"),
    ];
    const [one, two] = [
      await home.json(["case", "decide", short, ...ban, "--for", "4w"], { who: "mo" }),
      await home.json(["case", "decide", long, ...ban, "--for", "500w"], { who: "mo" }),
    ];
    expect(one).toMatchObject({ confirmBy: null, proposalId: null });
    expect(two).toMatchObject({ confirmBy: expect.any(String), proposalId: expect.any(String) });
  });
});

describe("several cases", () => {
  test("are counted and named first, and decided each on its own with --yes", async () => {
    const home = await newHome();
    for (const messageId of ["1", "2", "3"])
      await home.report({ by: "Quiet Heron", author: "Loud Otter", messageId });
    await home.json(["case", "take", "2"], { who: "ben" });
    const argv = ["case", "decide", "1", "2", "3", "9", ...hide()];
    const dry = await home.curbside(argv, { who: "mo" });
    expect(dry.exit).toBe(0);
    expect(dry.stdout).toContain("2 of 4 cases would be decided");
    expect(dry.stdout).toContain("case 1, a post of Loud Otter: we hid the text (rule 3)");
    expect(dry.stdout).toContain("case 2: Somebody is on it: Ben has taken this.");
    expect(dry.stdout).toContain("Nothing was changed. Add --yes to do it.");
    expect((await home.json(["case", "list"])).cases).toHaveLength(3);
    expect(await home.json(argv, { who: "mo" })).toMatchObject({ dryRun: true, would: 2, refused: 2 });

    const ran = await home.curbside([...argv, "--yes", "--json"], { who: "mo" });
    expect(ran.exit).toBe(3);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      dryRun: false,
      decided: 2,
      failed: 2,
      cases: [
        { case: "1", ok: true },
        { case: "2", ok: false, code: "already_taken" },
        { case: "3", ok: true },
        { case: "9", ok: false, code: "not_found" },
      ],
    });
    expect((await home.json(["case", "list"])).cases).toMatchObject([{ number: 2 }]);
    expect((await home.curbside([...argv, "--yes"], { who: "mo" })).stdout).toContain("0 of 4 cases");

    const undone = await home.curbside(["case", "undo", "1", "2", "3"], { who: "ben" });
    expect([undone.exit, undone.stdout]).toEqual([
      3,
      expect.stringContaining("2 of 3 decisions were undone"),
    ]);
    expect((await home.json(["case", "list"])).cases).toHaveLength(3);
  });

  test("all about somebody is a dry run even where it is one", async () => {
    const home = await newHome();
    await home.report({ by: "Quiet Heron", author: "Loud Otter" });
    const argv = ["case", "decide", "--all-about", "Loud Otter", ...hide()];
    expect(await home.json(argv, { who: "mo" })).toMatchObject({ dryRun: true, would: 1 });
    expect(await home.json([...argv, "--yes"], { who: "mo" })).toMatchObject({ decided: 1, failed: 0 });
    expect((await home.curbside([...argv, "--yes"], { who: "mo" })).exit).toBe(4);
  });

  test("a signal ends it between two, and says what was done", async () => {
    const home = await newHome();
    await home.report({ by: "Quiet Heron", author: "Loud Otter" });
    await home.report({ by: "Quiet Heron", author: "Loud Otter", messageId: "2" });
    const stopped = await home.curbside(["case", "decide", "1", "2", ...hide(), "--yes"], {
      who: "mo",
      signal: AbortSignal.abort(),
    });
    expect([stopped.exit, stopped.stdout]).toEqual([130, expect.stringContaining("0 of 2 cases")]);
  });
});

describe("an appeal at the command line", () => {
  test("is typed in with its code, looked at by somebody else, and overturned", async () => {
    const home = await newHome();
    const number = await home.reportPerson("Quiet Heron", "Loud Otter");
    const strike = ["--action", "strike", "--rule", "5", "--reason", "It says nurse."];
    const { decisionId } = await home.json(["case", "decide", number, ...strike], { who: "mo" });
    const code = await codeOf(home, decisionId);
    const file = (typed: string) =>
      home.curbside(["appeal", "file", "--code", typed, "--text", "I am a nurse"], { who: "mo" });
    expect((await file("AAAA-BBBB")).stderr).toContain("no decision that this code belongs to");
    expect((await file(code.toLowerCase())).stdout).toContain("2026-03-04");
    expect((await file(code)).exit).toBe(3);
    const list = async (who: string) => (await home.curbside(["appeal", "list"], { who })).stdout;
    expect(await list("mo")).toContain("you had a part in it: somebody else must look");
    expect(await list("ben")).toMatch(
      /1 {2}against a decision to strike, rule 5 .*due 2026-03-04 \(in 2 days\)/,
    );
    const late = await home.curbside(["appeal", "list"], { who: "ben", days: 4 });
    expect(late.stdout).toContain("PAST DUE 2026-03-04");

    const own = await home.curbside(["appeal", "uphold", number, "--reason", "No"], { who: "mo" });
    expect([own.exit, own.stderr]).toEqual([3, expect.stringContaining("You made the decision")]);
    expect((await home.curbside(["appeal", "ask", number, "--text", "Where?"], { who: "ben" })).exit).toBe(0);
    const reply = (typed: string) => ["appeal", "reply", "--code", typed, "--text", "On Tuesday"];
    expect((await home.curbside(reply(code), { who: "mo" })).exit).toBe(0);
    expect((await home.curbside(reply("AAAA-BBBB"), { who: "mo" })).exit).toBe(4);
    const shown = await home.curbside(["appeal", "show", number], { who: "ben" });
    expect(shown.stdout).toContain("replies: On Tuesday");
    expect(shown.stdout).toContain(
      "strike, rule 5 (be honest about your role), 3 points, on 2026-03-01: It says",
    );
    expect(shown.stdout).toContain("appeals: I am a nurse");
    expect(shown.stdout).toContain("Ben asks whoever appealed: Where?");
    expect(shown.stdout).not.toContain("Quiet Heron");

    const points = async () => (await home.json(["strike", "show", "Loud Otter"], { who: "mo" })).points;
    expect(await points()).toBe(3);
    const overturned = await home.json(["appeal", "overturn", number, "--reason", "True"], { who: "ben" });
    expect(overturned).toMatchObject({ outcome: "overturned" });
    expect(await points()).toBe(0);
    expect((await home.curbside(["appeal", "overturn", number, "--reason", "x"], { who: "ada" })).exit).toBe(
      3,
    );
    expect((await home.curbside(["appeal", "list"])).stdout).toBe("No appeal waits.\n");
    expect((await home.curbside(["appeal", "show", "77"])).exit).toBe(4);
  });

  test("against what was undone as a slip is closed with it", async () => {
    const home = await newHome();
    const number = await home.reportPerson("Quiet Heron", "Loud Otter");
    const warn = ["--action", "warn", "--rule", "1", "--reason", "Unkind."];
    const { decisionId } = await home.json(["case", "decide", number, ...warn], { who: "mo" });
    const code = await codeOf(home, decisionId);
    await home.json(["appeal", "file", "--code", code, "--text", "No"], { who: "mo" });
    await home.json(["case", "undo", number], { who: "mo" });
    expect(await home.json(["appeal", "list"])).toEqual([]);
    expect(await home.json(["appeal", "show", number])).toMatchObject({ state: "withdrawn" });
  });
});

describe("what else moderators look at", () => {
  test("the rules need nobody signed in", async () => {
    const home = new ModerationHome();
    onTestFinished(() => home[Symbol.asyncDispose]());
    const { exit, stdout } = await home.curbside(["rules"]);
    expect(exit).toBe(0);
    expect(stdout).toContain(" 4  No dosing advice");
    expect(await home.json(["rules"])).toHaveLength(10);
  });

  test("the list says that questions about credentials wait elsewhere", async () => {
    const home = await newHome();
    const robin = await home.claim(ROBIN, "Robin V");
    await home.open(async (core) => {
      const actor = await home.member(core, "Quiet Heron");
      await questionCredential(core, { actor, credentialId: robin, reason: "Is it true?" });
    });
    const { stdout } = await home.curbside(["case", "list"], { who: "mo" });
    expect(stdout).toBe("No case waits.\n1 question about credentials: curbside credential challenge\n");
  });

  test("doctor says when nobody looks, and when too few can", async () => {
    const home = await newHome();
    await home.report({ by: "Quiet Heron", author: "Loud Otter" });
    const number = await home.reportPerson("Quiet Heron", "Loud Otter");
    const warn = ["--action", "warn", "--rule", "1", "--reason", "Unkind."];
    const { decisionId } = await home.json(["case", "decide", number, ...warn], { who: "mo" });
    const code = await codeOf(home, decisionId);
    await home.json(["appeal", "file", "--code", code, "--text", "No"], { who: "mo" });
    const says = async (days: number) => {
      const { stdout } = await home.curbside(["doctor", "--json"], { days });
      const { findings } = JSON.parse(stdout) as { findings: { what: string; says: string }[] };
      return findings.filter(({ what }) => what === "Moderation of Harbour").map((one) => one.says);
    };
    expect(await says(0)).toEqual(["nothing waits too long, and two can decide"]);
    expect(await says(4)).toEqual([
      "1 case waited longer than a day",
      "1 appeal should have been looked at by now",
    ]);
    await home.open((core) =>
      core.tx((tx) => tx.memberRole.deleteMany({ where: { member: { pseudonym: { not: "Ada" } } } })),
    );
    expect((await says(0))[0]).toContain("only one person can decide");
  });
});
