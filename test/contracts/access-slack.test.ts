import { afterAll, beforeAll, expect, test } from "vitest";
import { describeActions } from "./access/check-actions.ts";
import { openSlackDoor, REGISTERED, type SlackDoor } from "./access/slack-door.ts";
import { BEINGS, HOME_READERS, SLACK } from "./access-table.ts";

let door: SlackDoor | undefined;

beforeAll(async () => {
  door = await openSlackDoor();
});

afterAll(() => door?.[Symbol.asyncDispose]());

describeActions("Slack", { rows: SLACK, registered: REGISTERED, door: () => door });

test("the home page shows what patients asked to providers, leads and trainees alone", async () => {
  const readers: string[] = [];
  for (const being of BEINGS) {
    door?.records.become(being);
    const shown = (await door?.home()) ?? "";
    const secrets = door?.here.secrets ?? [];
    if (secrets.some((secret) => shown.includes(secret))) readers.push(being);
  }
  expect(readers).toEqual([...HOME_READERS]);
});
