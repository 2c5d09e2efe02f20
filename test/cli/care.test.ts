import { describe, expect, onTestFinished, test } from "vitest";
import { ModerationHome } from "./moderation-home.ts";
import { ENTER, typing } from "./typing.ts";

async function newHome(): Promise<ModerationHome> {
  const home = new ModerationHome();
  onTestFinished(() => home[Symbol.asyncDispose]());
  await home.setUp();
  return home;
}

/** What doctor says of the caps here. */
const findings = async (home: ModerationHome, days = 0) => {
  const { stdout } = await home.curbside(["doctor", "--json"], { days });
  const all = JSON.parse(stdout).findings as { what: string; warns?: boolean; says: string }[];
  return all.filter(({ what }) => what === "Caps of Harbour");
};

describe("curbside community care", () => {
  test("starts with a cap in a new community, says it, and is changed one by one", async () => {
    const home = await newHome();
    const shown = await home.curbside(["community", "show"]);
    expect(shown.stdout).toContain("One person is offered 30 cases a day at most, 8 of them urgent.");
    const care = (...argv: string[]) => home.curbside(["community", "care", ...argv]);
    expect((await care("--urgent-a-day", "1")).stdout).toContain("30 cases a day at most, 1 of them urgent.");
    expect((await care("--cases-a-day", "0")).stdout).toContain(
      "One person is offered 1 urgent case a day at most.",
    );
    expect((await care("--urgent-a-day", "0", "--json")).stdout).toBe('{"casesADay":0,"urgentADay":0}\n');
    expect((await home.curbside(["community", "show"])).stdout).toContain("as many cases a day as there are");
    for (const wrong of [[], ["--cases-a-day", "many"], ["--cases-a-day", "501"], ["--urgent-a-day", "-1"]])
      expect((await care(...wrong)).exit).toBe(2);
    expect((await home.curbside(["community", "care", "--cases-a-day", "3"], { who: "mo" })).exit).toBe(3);
    const make = ["community", "create", "--name", "Second", "--country", "US", "--admin", "Ada"];
    await home.json([...make, "--treats-these-patients", "no", "--cases-a-day", "12", "--urgent-a-day", "0"]);
    expect(await home.json(["community", "show", "--community", "second"])).toMatchObject({
      casesADay: 12,
      urgentADay: 0,
    });
  });

  test("ends next kindly, leaves a way for an emergency, and is said by doctor when everybody is there", async () => {
    const home = await newHome();
    await home.json(["community", "care", "--cases-a-day", "2"]);
    for (const messageId of ["1", "2", "3"])
      await home.report({ by: "Quiet Heron", author: "Loud Otter", messageId });
    const ask = typing("dz", [ENTER, "yes"]);
    const { exit, stdout } = await home.curbside(["next"], { who: "mo", ask });
    expect(exit).toBe(0);
    expect(stdout).toContain(
      "You have looked at 2 cases today, as many as is asked of one person here. Thank you.",
    );
    expect(stdout).toContain("`curbside case take NUMBER` still takes one");
    expect(stdout).toContain("1 case decided: 1 dismiss. Thank you.");
    const script = await home.curbside(["next", "--json"], { who: "mo" });
    expect([script.exit, JSON.parse(script.stdout || script.stderr)]).toMatchObject([
      3,
      { code: "enough_today", details: { what: "cases", cap: 2 } },
    ]);
    expect((await home.curbside(["case", "take", "3"], { who: "mo" })).exit).toBe(0);
    await home.json(["case", "release", "3"], { who: "mo" });
    expect(await findings(home)).toEqual([]);
    await home.json(["shift", "set", "sun 0-24", "--zone", "UTC"], { who: "mo" });
    const found = await findings(home);
    expect(found).toMatchObject([
      { warns: true, says: expect.stringContaining("2 cases (0 urgent) must wait") },
    ]);
    // The next day there is room again.
    expect(await findings(home, 1)).toEqual([]);
  });
});
