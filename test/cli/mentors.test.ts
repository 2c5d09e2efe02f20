import { afterAll, beforeAll, expect, test } from "vitest";
import { openQuiz, takeQuiz } from "#core/peers/mentors/take-quiz.ts";
import { ModerationHome } from "./moderation-home.ts";

const home = new ModerationHome();
beforeAll(() => home.setUp());
afterAll(() => home[Symbol.asyncDispose]());

test("moderators see who would like to be a mentor, say yes or no with a reason, and end it", async () => {
  await home.open(async (core) => {
    await core.db.member.updateMany({ data: { createdAt: new Date("2020-01-01") } });
    const actor = await home.member(core, "Quiet Heron");
    const { tries, questions } = await openQuiz(core, { actor });
    const right = questions.map(({ id, choices }) => [id, choices.find((one) => one.right)?.id ?? ""]);
    await takeQuiz(core, { actor, platform: "discord", tries, answers: Object.fromEntries(right) });
  });
  const mentor = (...argv: string[]) => home.curbside(["mentor", ...argv], { who: "mo" });
  expect((await mentor("list")).stdout).toMatch(
    /Quiet Heron {2}waits for a yes or a no, passed on .*, with try 1/,
  );
  expect((await mentor("end", "Quiet Heron", "--reason", "Why not")).stderr).toContain(
    "That does not fit now",
  );
  expect((await mentor("decline", "Quiet Heron")).exit).toBe(2);
  expect((await mentor("approve", "Quiet Heron")).stdout).toContain("Quiet Heron: a mentor from now on.");
  expect((await mentor("list")).stdout).toContain("Quiet Heron  mentor, 0 of 2 pairs");
  const shown = await mentor("show", "Quiet Heron");
  expect(shown.stdout).toMatch(/joined +2020-01-01\npoints +no strikes that stand\nquiz +passed on/);
  expect(shown.stdout).toMatch(/pairs +0 open, at most 2\nhanded back +0/);
  expect((await mentor("show", "Loud Otter")).exit).toBe(3);
  expect((await home.curbside(["member", "role", "Loud Otter", "--give", "mentor"])).exit).toBe(2);
  expect((await mentor("end", "Quiet Heron", "--reason", "You named a dose.")).stdout).toContain(
    "no mentor any more",
  );
  expect(await home.json(["mentor", "show", "Quiet Heron"], { who: "mo" })).toMatchObject({ state: "ended" });
});
