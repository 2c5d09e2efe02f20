import { spawn, spawnSync } from "node:child_process";
import { describe, expect, onTestFinished, test } from "vitest";
import { ModerationHome } from "./moderation-home.ts";
import { ENTER, typing } from "./typing.ts";

/** `script` runs a program in a terminal of its own; it comes with Linux. */
const hasScript = spawnSync("script", ["--version"]).stdout?.includes("util-linux") === true;

const LONG = `Take two of my pills each morning, it is what I tell everybody who asks me about it. ${"And so on. ".repeat(20)}The end.`;

async function newHome(): Promise<ModerationHome> {
  const home = new ModerationHome();
  onTestFinished(() => home[Symbol.asyncDispose]());
  await home.setUp();
  return home;
}

/** Three cases: 1 is routine, 2 urgent, 3 serious. */
async function busyHome(): Promise<ModerationHome> {
  const home = await newHome();
  const by = "Quiet Heron";
  await home.report({ by, author: "Loud Otter", text: LONG });
  await home.report({ by, author: "a stranger", messageId: "2", rule: "10" });
  await home.reportPerson(by, "Loud Otter", "4");
  return home;
}

const holders = async (home: ModerationHome) =>
  (await home.json(["case", "list"])).cases.map(({ holder }: { holder: string | null }) => holder);

describe("curbside next at a terminal", () => {
  test("one key and a yes for each decision, the gravest first, with what comes of it said before", async () => {
    const home = await busyHome();
    const ask = typing("vhwd", [
      // 2: hide, rule 10, with its template filled in at the second try
      ...["10", ENTER, "It offers pills, which is against the law.", "yes"],
      // 3: warn, by a rule that is typed wrongly first
      ...["no", "1", ENTER, "yes"],
      // 1: dismiss with the suggested words
      ...[ENTER, "yes"],
    ]);
    const { exit, stdout } = await home.curbside(["next"], { who: "mo", ask });
    expect(exit).toBe(0);
    expect([...stdout.matchAll(/^Case (\d) {2}(\w+)/gm)].map(([, number, is]) => `${number} ${is}`)).toEqual([
      "2 urgent",
      "2 urgent",
      "3 serious",
      "1 routine",
    ]);
    expect(stdout).toContain("Fill in {what} first: they read it as it stands.");
    expect(stdout).toContain("We hid the text, by rule 10 (nothing illegal).");
    expect(stdout).toContain("The post is taken away; nobody can put it back.");
    expect(stdout).toContain("There is no such rule: type a number from the list.");
    expect(stdout).toContain("Loud Otter reads: This text attacks a person.");
    expect(stdout).toContain("They can appeal for 20 days; somebody else looks.");
    expect(stdout).toContain("Whoever reported reads: We read it with care");
    expect(stdout).toContain("No case waits for you. 3 cases decided: 1 hide, 1 warn, 1 dismiss. Thank you.");
    expect(stdout).not.toContain("Quiet Heron");
    expect((await home.json(["case", "list"])).cases).toEqual([]);
    expect(await home.json(["case", "show", "2"])).toMatchObject({
      state: "decided",
      decisions: [{ action: "hide", by: "Mo", reason: "It offers pills, which is against the law." }],
    });
  });

  test("the rule that most reports name is shown with how many do, and Enter takes it", async () => {
    const home = await newHome();
    const post = { author: "a stranger", reason: "See" };
    await home.join("Calm Finch");
    await home.report({ by: "Quiet Heron", ...post, rule: "3" });
    await home.report({ by: "Calm Finch", ...post, rule: "4" });
    await home.report({ by: "Loud Otter", ...post, rule: "4" });
    const shown = await home.curbside(["case", "show", "1"], { who: "mo", columns: 100 });
    const flat = shown.stdout.replace(/\s+/g, " ");
    expect(flat).toMatch(/4 No dosing advice: Say what [^()]+\(2 reports named it\) 3 No selling/);
    expect(flat).toContain("or links to your own practice. (1 report named it)");
    for (const name of ["Heron", "Finch"]) expect(shown.stdout).not.toContain(name);
    const wide = await home.curbside(["case", "show", "1"], { who: "mo", columns: 140 });
    expect(wide.stdout).toMatch(/^.*\| {3}4 No dosing advice: Say what/m);
    const ask = typing("h", [ENTER, "It tells others what to take.", "yes"]);
    await home.curbside(["next"], { who: "mo", ask });
    expect(ask.asked.join("\n")).toContain("Which rule? (its number; Enter takes 4, which reports name)");
    expect(await home.json(["case", "show", "1"])).toMatchObject({
      state: "decided",
      rules: [
        { number: 4, reports: 2 },
        { number: 3, reports: 1 },
      ],
      decisions: [{ rule: "rule 4 (no dosing advice)" }],
    });
  });

  test("shows the beginning of a text first, and all of it behind a key", async () => {
    const home = await newHome();
    await home.report({ by: "Quiet Heron", author: "Loud Otter", text: LONG });
    const closed = await home.curbside(["next"], { who: "mo", ask: typing("q") });
    expect(closed.stdout).toContain("Take two of my pills each morning");
    expect(closed.stdout).toContain("(there is more)");
    expect(closed.stdout).not.toContain("The end.");
    const open = await home.curbside(["next"], { who: "mo", ask: typing("vq") });
    expect(open.stdout).toContain("The end.");
  });

  test("the rules stand beside the text where there is room, and below it where there is none", async () => {
    const home = await newHome();
    await home.report({ by: "Quiet Heron", author: "Loud Otter", text: LONG });
    const wide = await home.curbside(["next"], { who: "mo", ask: typing("vq"), columns: 140 });
    expect(wide.stdout).toMatch(/^What was reported {40,}\| {2}The rules$/m);
    expect(wide.stdout).toMatch(/^ {2}Take two of my pills.* \| .*\w/m);
    const narrow = await home.curbside(["next"], { who: "mo", ask: typing("vq"), columns: 60 });
    expect(narrow.stdout).toMatch(/^What was reported$[\s\S]*^The rules$/m);
    for (const [{ stdout }, most] of [[wide, 140] as const, [narrow, 72] as const])
      expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(most);
  });

  test("offers only what can be decided on the case", async () => {
    const home = await newHome();
    await home.report({ by: "Quiet Heron", author: "a stranger" });
    const offered: string[] = [];
    const ask = typing("q");
    const key: typeof ask.key = (question, choices) => {
      offered.push(...choices.map((choice) => choice.key));
      return ask.key(question, choices);
    };
    await home.curbside(["next"], { who: "mo", ask: { ...ask, key } });
    expect(offered.join("")).toBe("vdhtxbnzq?");
  });

  test("a no changes nothing, help and a note stay, and what is handed back does not come again", async () => {
    const home = await busyHome();
    const ask = typing("?nhzzz", ["Seen before", "10", "It offers pills.", "no"]);
    const { exit, stdout } = await home.curbside(["next"], { who: "mo", ask });
    expect(exit).toBe(0);
    expect(stdout.replace(/\s+/g, " ")).toContain("Nobody is asked why they hand a case back");
    expect(stdout).toContain("Nothing was changed.");
    expect(stdout).toContain("Mo notes: Seen before");
    expect(stdout).toContain("No case waits for you. Nothing was decided.");
    expect(await holders(home)).toEqual([null, null, null]);
  });

  test("a time-out asks for how long, a redaction for which words, and a ban says who must agree", async () => {
    const home = await busyHome();
    const texts = [...["3", "for ever", "3d", "It sells.", "yes"], ...["3", "for good", "It sells.", "yes"]];
    const { stdout } = await home.curbside(["next", "--limit", "2"], { who: "mo", ask: typing("tb", texts) });
    expect(stdout).toContain("That is no time");
    expect(stdout).toContain("It ends by itself on 2026-03-04 (in 3 days).");
    expect(stdout).toMatch(/unless a second person confirms it: not you,\s+not whoever reported/);
    expect(stdout).toContain("curbside proposal approve ");
    expect(stdout).toContain("That was as many as you wanted. 2 cases decided");
    expect((await home.json(["case", "list"])).cases).toHaveLength(1);
  });

  test("a refusal is told and changes nothing", async () => {
    const home = await newHome();
    await home.report({ by: "Quiet Heron", author: "Loud Otter" });
    const ask = typing("tq", ["3", "60d", "It sells.", "yes"]);
    const { exit, stdout } = await home.curbside(["next"], { who: "mo", ask });
    expect([exit, stdout]).toEqual([0, expect.stringContaining("is at most 28 days for a time-out")]);
    expect(await holders(home)).toEqual([null]);
  });

  test("Ctrl-C at a key, a question or the yes, and a signal, hand the case back and end with 130", async () => {
    const home = await busyHome();
    const ends = [typing(""), typing("h"), typing("h", ["10", "It offers pills."])];
    for (const ask of ends) {
      expect((await home.curbside(["next"], { who: "mo", ask })).exit).toBe(130);
      expect(await holders(home)).toEqual([null, null, null]);
    }
    const signal = AbortSignal.abort();
    expect((await home.curbside(["next"], { who: "mo", ask: typing("h"), signal })).exit).toBe(130);
    expect(await holders(home)).toEqual([null, null, null]);
  });

  test("what somebody else decided meanwhile is left, and nothing of theirs is handed back", async () => {
    const home = await newHome();
    await home.report({ by: "Quiet Heron", author: "Loud Otter" });
    const ask = typing("d", [ENTER]);
    const yes = async () => {
      // The lease ran out while they read.
      await home.open((core) => core.tx((tx) => tx.case.updateMany({ data: { leaseEndsAt: new Date(0) } })));
      await home.json(["case", "take", "1"], { who: "ben" });
      return true;
    };
    const { exit, stdout } = await home.curbside(["next"], { who: "mo", ask: { ...ask, yes } });
    expect([exit, stdout]).toEqual([0, expect.stringContaining("Ben has taken this")]);
    expect(await holders(home)).toEqual(["Ben"]);
  });

  test("after so many urgent cases within an hour it suggests a break, once", async () => {
    const home = await newHome();
    for (const messageId of ["1", "2", "3", "4"])
      await home.report({ by: "Quiet Heron", author: "Loud Otter", messageId, rule: "6" });
    const dismiss = [ENTER, "yes"];
    const stops = typing("dds", [...dismiss, ...dismiss]);
    const argv = ["next", "--break-after", "2"];
    const first = await home.curbside(argv, { who: "mo", ask: stops });
    expect(first.stdout).toContain("That was urgent case number 2 within an hour.");
    expect(first.stdout).toContain("2 cases decided: 2 dismiss. Thank you.");
    expect(await holders(home)).toEqual([null, null]);
    const goesOn = typing("gzd", dismiss);
    const second = await home.curbside(argv, { who: "mo", ask: goesOn });
    expect(second.stdout.match(/How about a break/g)).toHaveLength(1);
    expect(second.stdout).toContain("1 case decided");
    const somebodyElse = await home.curbside(argv, { who: "ben", ask: typing("d", dismiss) });
    expect(somebodyElse.stdout).not.toContain("How about a break");
  });

  test("an urgent case that was read and handed back counts for the break too", async () => {
    const home = await newHome();
    for (const messageId of ["1", "2", "3"])
      await home.report({ by: "Quiet Heron", author: "Loud Otter", messageId, rule: "6" });
    const { stdout } = await home.curbside(["next", "--break-after", "2"], { who: "mo", ask: typing("zzs") });
    expect(stdout).toContain("That was urgent case number 2 within an hour.");
    expect(stdout).toContain("Nothing was decided.");
  });

  test("no case of one's own, or that one reported, comes up", async () => {
    const home = await newHome();
    await home.open(async (core) => {
      const { memberId } = await home.member(core, "Loud Otter");
      await core.tx((tx) =>
        tx.memberRole.create({ data: { memberId, role: "moderator", createdAt: core.clock.now() } }),
      );
      const reporter = await home.member(core, "Quiet Heron");
      await core.tx((tx) =>
        tx.memberRole.create({
          data: { memberId: reporter.memberId, role: "moderator", createdAt: core.clock.now() },
        }),
      );
      for (const { memberId: id, pseudonym } of [
        { memberId, pseudonym: "otter" },
        { ...reporter, pseudonym: "heron" },
      ])
        await home.tokenFor(id, pseudonym);
    });
    await home.report({ by: "Quiet Heron", author: "Loud Otter" });
    for (const who of ["otter", "heron"])
      expect((await home.curbside(["next"], { who, ask: typing("") })).stdout).toContain("No case waits");
    expect((await home.curbside(["next"], { who: "mo", ask: typing("q") })).stdout).toContain("Case 1");
  });
});

describe("curbside next without a terminal", () => {
  test("takes the next case, shows its beginning and says what decides it", async () => {
    const home = await newHome();
    expect(await home.json(["next"], { who: "mo" })).toEqual({ case: null, next: null });
    await home.report({ by: "Quiet Heron", author: "Loud Otter", text: LONG });
    const { exit, stdout } = await home.curbside(["next"], { who: "mo" });
    expect(exit).toBe(0);
    expect(stdout).toContain("curbside case decide 1 --action ACTION --rule RULE --reason TEXT");
    expect(stdout).toContain("dismiss, hide, warn, strike");
    expect(stdout).not.toContain("The end.");
    expect(await holders(home)).toEqual(["Mo"]);
    expect((await home.curbside(["next"], { who: "ben" })).stdout).toBe("No case waits for you.\n");
    // What is theirs already is theirs again.
    expect(await home.json(["next"], { who: "mo" })).toMatchObject({
      case: { number: 1, evidence: [{ text: LONG }] },
      next: expect.stringContaining("case decide 1"),
    });
  });
});

describe("a real terminal", () => {
  test.skipIf(!hasScript)(
    "that is closed hands the case back, at a key and at a question",
    async () => {
      const home = await newHome();
      await home.report({ by: "Quiet Heron", author: "Loud Otter" });
      for (const keys of ["", "w"]) {
        const command = `${process.execPath} --conditions=source src/cli/main.ts next`;
        const env = { ...process.env, ...home.envOf("mo"), TERM: "xterm" };
        const terminal = spawn("script", ["-qec", command, "/dev/null"], { env });
        onTestFinished(() => void terminal.kill("SIGKILL"));
        let shown = "";
        terminal.stdout.on("data", (text: Buffer) => {
          shown += text.toString();
        });
        await expect.poll(() => shown, { timeout: 30_000 }).toContain("[?] help");
        const heldBy = () => home.open((core) => core.db.case.count({ where: { holderId: { not: null } } }));
        expect(await heldBy()).toBe(1);
        terminal.stdin.write(keys);
        if (keys !== "") await expect.poll(() => shown, { timeout: 30_000 }).toContain("Which rule?");
        terminal.kill("SIGKILL");
        await expect.poll(heldBy, { timeout: 30_000 }).toBe(0);
      }
    },
    120_000,
  );
});
