import type { REST } from "discord.js";
import { expect, test } from "vitest";
import { readBack } from "#bots/discord/watched/read-back.ts";

const NOW = new Date("2031-03-04T12:00:00Z");
const MINUTE_MS = 60_000;

interface Written {
  readonly id: string;
  readonly ageMs: number;
  readonly editedAgeMs?: number;
  readonly type?: number;
  readonly bot?: boolean;
  readonly webhook?: boolean;
}

/** A channel of these messages, the newest first, as Discord pages through it. */
function channelOf(written: readonly Written[]) {
  const pages: number[] = [];
  const all = written.map(({ id, ageMs, editedAgeMs, type = 0, bot = false, webhook = false }) => ({
    id,
    type,
    content: `text ${id}`,
    author: { id: "7", bot },
    ...(webhook ? { webhook_id: "9" } : {}),
    timestamp: new Date(NOW.getTime() - ageMs).toISOString(),
    edited_timestamp: editedAgeMs === undefined ? null : new Date(NOW.getTime() - editedAgeMs).toISOString(),
  }));
  const rest = {
    async get(route: string, { query }: { query?: URLSearchParams } = {}) {
      if (route.endsWith("/threads/active")) return { threads: [] };
      const before = query?.get("before");
      const from = before === null || before === undefined ? 0 : all.findIndex(({ id }) => id === before) + 1;
      const page = all.slice(from, from + Number(query?.get("limit")));
      pages.push(page.length);
      return page;
    },
  } as unknown as REST;
  return { rest, pages };
}

async function heard(written: readonly Written[], sinceMs: number) {
  const { rest, pages } = channelOf(written);
  const ids: string[] = [];
  const gap = {
    communityId: "c",
    spaceId: "1",
    channelId: "2",
    since: new Date(NOW.getTime() - sinceMs),
    now: NOW,
  };
  await readBack(
    rest,
    async ({ messageId, editedAt }) => ids.push(editedAt === undefined ? messageId : `${messageId}+`) > 0,
    gap,
  );
  return { ids, pages };
}

const each = (count: number, everyMs: number): Written[] =>
  Array.from({ length: count }, (_, at) => ({ id: String(100_000 - at), ageMs: at * everyMs }));

test("it goes back to the moment of the gap and no further, the oldest first", async () => {
  const { ids, pages } = await heard(each(250, MINUTE_MS), 120 * MINUTE_MS);
  expect(ids.length).toBe(121);
  expect(ids[0]).toBe(String(100_000 - 120));
  expect(ids.at(-1)).toBe("100000");
  expect(pages).toEqual([100, 100]);
});

test("it reads the latest 500 of a channel, and nothing that is older than a day", async () => {
  expect((await heard(each(900, 1000), 60 * MINUTE_MS)).ids.length).toBe(500);
  expect((await heard(each(900, 10 * MINUTE_MS), 90 * 24 * 60 * MINUTE_MS)).ids.length).toBe(145);
});

test("an older message counts by its edit; bots, webhooks and the platform's own lines do not count", async () => {
  const { ids } = await heard(
    [
      { id: "9", ageMs: 1000, bot: true },
      { id: "8", ageMs: 1000, webhook: true },
      { id: "7", ageMs: 1000, type: 6 },
      { id: "6", ageMs: 1000, type: 19 },
      { id: "5", ageMs: 60 * MINUTE_MS, editedAgeMs: 2000 },
      { id: "4", ageMs: 60 * MINUTE_MS, editedAgeMs: 50 * MINUTE_MS },
    ],
    10 * MINUTE_MS,
  );
  expect(ids).toEqual(["5+", "6"]);
});
