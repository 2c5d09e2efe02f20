import { expect, onTestFinished, test } from "vitest";
import { buildStage } from "#cli/demo/build-stage.ts";

test("a second start of the same role is refused by name, also for one role alone", async () => {
  const scenario = { title: "start", community: "Harbour", country: "US", people: {}, steps: [] };
  const stage = await buildStage(scenario, { speed: 1, onSeen: () => {} });
  onTestFinished(() => stage[Symbol.asyncDispose]());
  for (const argv of [["start"], ["start", "--only", "sender"], ["start", "--only", "http,gateway"]]) {
    const { exit, stderr } = await stage.backstage.admin(argv, "admin");
    expect(exit).toBe(3);
    expect(stderr).toContain(`process ${process.pid}`);
  }
  const { exit, stderr } = await stage.backstage.admin(["start", "--only", "sender,postman"], "admin");
  expect(exit).toBe(2);
  expect(stderr).toContain('does not know "postman"');
}, 60_000);
