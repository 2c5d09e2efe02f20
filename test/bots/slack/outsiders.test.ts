import { describe, expect, test } from "vitest";
import { guardSocketClient } from "#bots/slack/socket-guard.ts";
import { rig, sees } from "./rig.ts";

describe("somebody who is no full member of the workspace", () => {
  for (const kind of ["restricted", "stranger"] as const)
    test(`such as one who is ${kind} gets no form and no code`, async () => {
      await using it = await rig();
      const max = it.slack.addPerson({ teamId: it.teamId, name: "Max", [kind]: true });
      it.slack.join(it.intakeId, max.id);
      await it.ask("Why am I so tired?");
      await max.press("Answer");
      await sees(max, "Not yours to do");
      expect(max.form).toBeUndefined();
      expect(await it.core.db.linkCode.count()).toBe(0);
    });
});

test("somebody whom the community is closed to is told so, and how to appeal", async () => {
  await using it = await rig();
  const ana = await it.provider("Ana");
  await it.ask("Why am I so tired?");
  await it.core.db.member.updateMany({ where: { pseudonym: "Ana" }, data: { state: "banned" } });
  await ana.press("Answer");
  await sees(ana, "This community is closed to you");
  expect(ana.form).toBeUndefined();
});

describe("a rejection that nobody handles", () => {
  function pass(reason: unknown): { thrown: unknown; logged: string[] } {
    const logged: string[] = [];
    const before = new Set(process.listeners("unhandledRejection"));
    const unguard = guardSocketClient({
      info: (event) => void logged.push(event),
      warn: (event) => void logged.push(event),
      error: (event) => void logged.push(event),
    });
    const guard = process.listeners("unhandledRejection").find((one) => !before.has(one));
    unguard();
    try {
      guard?.(reason, Promise.resolve());
      return { thrown: undefined, logged };
    } catch (thrown) {
      return { thrown, logged };
    }
  }

  test("is passed over when it is the Socket Mode client's own", () => {
    const theirs = new TypeError("Cannot read properties of undefined");
    theirs.stack =
      "TypeError\n    at x (/srv/node_modules/@slack/socket-mode/dist/src/SocketModeClient.js:1:1)";
    expect(pass(theirs)).toEqual({ thrown: undefined, logged: ["slack.rate_limited_events"] });
  });

  test("stays fatal when it is ours", () => {
    const ours = new TypeError("ours");
    expect(pass(ours)).toEqual({ thrown: ours, logged: [] });
  });
});
