import { afterAll, beforeAll } from "vitest";
import { describeActions } from "./access/check-actions.ts";
import { openDiscordDoor, REGISTERED } from "./access/discord-door.ts";
import { DISCORD } from "./access-table.ts";

let door: Awaited<ReturnType<typeof openDiscordDoor>> | undefined;

beforeAll(async () => {
  door = await openDiscordDoor();
});

afterAll(() => door?.[Symbol.asyncDispose]());

describeActions("Discord", { rows: DISCORD, registered: REGISTERED, door: () => door });
