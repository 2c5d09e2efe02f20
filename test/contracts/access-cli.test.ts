import { afterAll, beforeAll } from "vitest";
import { describeActions } from "./access/check-actions.ts";
import { openCliDoor, REGISTERED } from "./access/cli-door.ts";
import { CLI } from "./access-table.ts";

let door: Awaited<ReturnType<typeof openCliDoor>> | undefined;

beforeAll(async () => {
  door = await openCliDoor();
});

afterAll(() => door?.[Symbol.asyncDispose]());

describeActions("the command line", { rows: CLI, registered: REGISTERED, door: () => door });
