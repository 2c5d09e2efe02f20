import { describe, expect, onTestFinished, test } from "vitest";
import { ModerationHome } from "./moderation-home.ts";
import { typing } from "./typing.ts";

/** It begins on Sunday, 2026-03-01, 09:00 UTC. */
async function newHome(): Promise<ModerationHome> {
  const home = new ModerationHome();
  onTestFinished(() => home[Symbol.asyncDispose]());
  await home.setUp();
  return home;
}

const set = (home: ModerationHome, hours: string, who: string, ...more: string[]) =>
  home.curbside(["shift", "set", hours, ...more], { who });

const findings = async (home: ModerationHome, what: string, days = 0) => {
  const { stdout, exit } = await home.curbside(["doctor", "--json"], { days });
  const all = JSON.parse(stdout).findings as { what: string; ok: boolean; warns?: boolean; says: string }[];
  return { exit, found: all.filter((one) => one.what === what) };
};

describe("curbside shift", () => {
  test("sets one's own hours, with the zone asked for once, and shows the week with what nobody covers", async () => {
    const home = await newHome();
    const none = await home.curbside(["shift", "list"], { who: "mo" });
    expect(none.stdout).toContain("Nobody has said when they are there.");
    const missing = await set(home, "sun 10-14", "mo");
    expect([missing.exit, missing.stderr]).toEqual([2, expect.stringContaining("--zone")]);
    const first = await set(home, "sun 10:00-14:00, fri 22:00-02:00", "mo", "--zone", "Europe/Berlin");
    expect(first.exit).toBe(0);
    expect(first.stdout).toContain("You are there fri 22:00-02:00, sun 10:00-14:00 (Europe/Berlin).");
    // Mo was invited to the command line, so nobody can write to them.
    expect(first.stdout).toContain("no direct message can be sent");
    // Unquoted, and the zone is known now.
    const again = await home.curbside(["shift", "set", "sun", "10-14,", "fri", "10pm-2am"], { who: "mo" });
    expect(again.stdout).toContain("You are there fri 22:00-02:00, sun 10:00-14:00 (Europe/Berlin).");
    await set(home, "sun 12-15", "lea", "--zone", "America/New_York");
    const week = await home.curbside(["shift", "list"], { who: "mo" });
    expect(week.stdout.split("\n").slice(0, 6)).toEqual([
      "Who is there from now on, in Europe/Berlin",
      "Sun 01 Mar  10:00-14:00  Mo",
      expect.stringMatching(/^ {12}14:00-18:00 {2}nobody$/),
      expect.stringMatching(/^ {12}18:00-21:00 {2}Lea$/),
      expect.stringMatching(/^ {12}21:00-24:00 {2}nobody$/),
      "Mon 02 Mar  00:00-24:00  nobody",
    ]);
    expect(week.stdout).toMatch(/^Sat 07 Mar {2}00:00-02:00 {2}Mo$/m);
    expect(week.stdout).toContain("Nobody is there for 157 hours of the week.");
    expect(week.stdout).toContain("Your own: fri 22:00-02:00, sun 10:00-14:00 (Europe/Berlin)");
    expect(week.stdout).not.toContain("New_York");
    const inUtc = await home.json(["shift", "list", "--zone", "utc"], { who: "mo" });
    expect(inUtc).toMatchObject({ zone: "UTC", hoursWithoutAnybody: 157 });
    expect(inUtc.stretches[0]).toMatchObject({ names: ["Mo"], to: "2026-03-01T13:00:00.000Z" });
    expect(JSON.stringify(inUtc)).not.toContain("New_York");
  });

  test("refuses what cannot be meant, with what is wrong", async () => {
    const home = await newHome();
    for (const [hours, zone, says] of [
      ["someday 10-14", "UTC", '"someday" is no day'],
      ["mon 25-26", "UTC", "is no time of the day"],
      ["mon 9-12", "Berlin", "must be the name of one, such as Europe/Berlin"],
    ] as const) {
      const { exit, stderr } = await set(home, hours, "mo", "--zone", zone);
      expect([exit, stderr]).toEqual([3, expect.stringContaining(says)]);
    }
    expect((await home.curbside(["shift", "set"], { who: "mo" })).exit).toBe(2);
  });

  test("of others is an admin's, and is cleared by either", async () => {
    const home = await newHome();
    const theirs = await set(home, "daily 7pm-9pm", "ada", "--zone", "UTC", "--of", "Mo");
    expect(theirs.stdout).toContain("Mo is there mon-sun 19:00-21:00 (UTC).");
    expect((await set(home, "daily 7-9", "mo", "--zone", "UTC", "--of", "Lea")).exit).toBe(3);
    const patient = await set(home, "daily 7-9", "ada", "--zone", "UTC", "--of", "Quiet Heron");
    expect([patient.exit, patient.stderr]).toEqual([3, expect.stringContaining("somebody who moderates")]);
    expect((await set(home, "daily 7-9", "ada", "--zone", "UTC", "--of", "Nobody")).exit).toBe(4);
    const cleared = await home.curbside(["shift", "clear", "--of", "Mo"]);
    expect(cleared.stdout).toBe("Mo has no hours any more.\n");
    expect((await home.curbside(["shift", "clear"], { who: "mo" })).stdout).toBe("You have no hours.\n");
  });

  test("is warned of by doctor where hours are left over, and only where somebody has shifts", async () => {
    const home = await newHome();
    expect((await findings(home, "Shifts of Harbour")).found).toEqual([]);
    await set(home, "mon-fri 0:00-24:00", "mo", "--zone", "UTC");
    const before = await findings(home, "Moderation of Harbour");
    const [some] = (await findings(home, "Shifts of Harbour")).found;
    expect(some).toMatchObject({ ok: true, warns: true });
    expect(some?.says).toMatch(
      /^for 48 hours of the coming week nobody is there \(UTC: Sun 01 Mar 09:00-24:00, Sat/,
    );
    expect(before.found).toMatchObject([{ ok: true }]);
    await set(home, "daily 0:00-24:00", "mo");
    expect((await findings(home, "Shifts of Harbour")).found).toMatchObject([
      { ok: true, says: "somebody is there at any time" },
    ]);
  });
});

describe("curbside next outside of one's hours", () => {
  const asking = (yes: readonly boolean[], keys = "q") => {
    const ask = typing(keys);
    const asked: string[] = [];
    const answers = [...yes];
    return {
      asked,
      ask: {
        ...ask,
        yes: async (question: string) => {
          asked.push(question);
          return answers.shift() ?? false;
        },
      },
    };
  };

  test("asks once, and a no ends it well with nothing taken", async () => {
    const home = await newHome();
    await home.report({ by: "Quiet Heron", author: "Loud Otter" });
    await set(home, "sun 5-9", "mo", "--zone", "UTC");
    const no = asking([false]);
    const { exit, stdout } = await home.curbside(["next"], { who: "mo", ask: no.ask });
    expect([exit, no.asked]).toEqual([0, ["Go on?"]]);
    expect(stdout).toContain("Your hours are over since 09:00 (UTC); they begin again on Sunday at 05:00.");
    expect(stdout).toContain("Good. Rest well. Nothing was decided.");
    expect(stdout).not.toContain("Case 1");
    expect((await home.json(["case", "list"])).cases).toMatchObject([{ holder: null }]);
  });

  test("goes on after a yes, and asks no second time", async () => {
    const home = await newHome();
    await home.report({ by: "Quiet Heron", author: "Loud Otter" });
    await home.report({ by: "Quiet Heron", author: "Loud Otter", messageId: "2" });
    await set(home, "mon 20-22", "mo", "--zone", "UTC");
    const yes = asking([true], "zq");
    const { stdout } = await home.curbside(["next"], { who: "mo", ask: yes.ask });
    expect(yes.asked).toEqual(["Go on?"]);
    expect(stdout).toContain("These are not your hours: they begin on Monday at 20:00 (UTC).");
    expect(stdout).toContain("Case 2");
  });

  test("asks nothing within them, of somebody without any, and where nobody can be asked; and nothing is kept of it", async () => {
    const home = await newHome();
    await home.report({ by: "Quiet Heron", author: "Loud Otter" });
    const without = asking([]);
    await home.curbside(["next"], { who: "mo", ask: without.ask });
    await set(home, "sun 8-10", "mo", "--zone", "UTC");
    const within = asking([]);
    await home.curbside(["next"], { who: "mo", ask: within.ask });
    expect([...without.asked, ...within.asked]).toEqual([]);
    await set(home, "mon 8-10", "mo");
    const count = () => home.open((core) => core.db.auditEntry.count());
    const before = await count();
    await home.curbside(["next"], { who: "mo", ask: asking([false]).ask });
    expect(await count()).toBe(before);
    expect((await home.json(["next"], { who: "mo" })).case).toMatchObject({ number: 1 });
  });
});
