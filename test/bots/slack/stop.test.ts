import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { rig, until } from "./rig.ts";

/** Bolt's socket client waits up to this long before it connects again; real milliseconds. */
const RECONNECTS_WITHIN_MS = 6000;

test("an app that is stopped while it reconnects stays away", async () => {
  await using it = await rig();
  await until(() => it.slack.connections(it.appId) > 0);
  it.slack.faults.add("slack-500", { method: "apps.connections.open", times: 2 });
  it.slack.disconnect(it.appId, "refresh_requested");
  await until(() => it.slack.connections(it.appId) === 0);
  await sleep(1500);
  await it.bot.stop();
  await sleep(RECONNECTS_WITHIN_MS);
  expect(it.slack.connections(it.appId)).toBe(0);
});
