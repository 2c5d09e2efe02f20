import { connect } from "node:net";
import { describe, expect, test } from "vitest";
import type { SlackFault } from "#sandbox/slack/faults.ts";
import { BOT_TOKEN, plainClient, type Rig, rig, until } from "./rig.ts";

/** Posts once; says how it ended for the client and how many messages stand there. */
async function post(r: Rig, timeout?: number): Promise<{ end: string; stored: number; error: unknown }> {
  const client = plainClient(r.slack, undefined, timeout);
  const error: unknown = await client.chat
    .postMessage({ channel: r.channelId, text: "x" })
    .then(() => undefined)
    .catch((caught: unknown) => caught);
  const end =
    error === undefined ? "ok" : error instanceof Error && "code" in error ? String(error.code) : "unknown";
  return { end, stored: r.slack.messages(r.channelId).length, error };
}

describe("faults of the Web API", () => {
  const table: [SlackFault, string, number][] = [
    ["slack-429", "slack_webapi_rate_limited_error", 0],
    ["slack-500", "slack_webapi_http_error", 0],
    ["slack-500-after", "slack_webapi_http_error", 1],
    ["slack-drop-response", "slack_webapi_request_error", 1],
    ["slack-html", "slack_webapi_platform_error", 0],
    ["slack-ok-false", "slack_webapi_platform_error", 0],
    ["slack-missing-scope", "slack_webapi_platform_error", 0],
    ["slack-token-revoked", "slack_webapi_platform_error", 0],
  ];
  for (const [kind, end, stored] of table) {
    test(`${kind} ends as ${end} with ${stored} stored, and once only`, async () => {
      await using r = await rig();
      r.slack.faults.add(kind, { times: 1 });
      expect(await post(r)).toMatchObject({ end, stored });
      expect(r.slack.stats[kind]).toBe(1);
      expect(await post(r)).toMatchObject({ end: "ok", stored: stored + 1 });
    });
  }

  test("a late one is stored after the client gave up", async () => {
    await using r = await rig();
    r.slack.faults.add("slack-late", { lateMs: 400 });
    expect(await post(r, 100)).toMatchObject({ end: "slack_webapi_request_error", stored: 0 });
    await until(() => r.slack.messages(r.channelId).length === 1);
  });

  test("a request that breaks off in the middle stores nothing and harms nobody", async () => {
    await using r = await rig();
    const { port } = new URL(r.slack.apiUrl);
    const socket = connect(Number(port), "127.0.0.1");
    const head = `POST /api/chat.postMessage HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${BOT_TOKEN}\r\n`;
    const type = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\n";
    await new Promise<void>((resolve) =>
      socket.write(`${head}${type}channel=${r.channelId}&text=half`, () => resolve()),
    );
    socket.destroy();
    expect(await post(r)).toMatchObject({ end: "ok", stored: 1 });
    expect(r.slack.messages(r.channelId)[0]?.text).toBe("x");
  });

  test("name what they are told to name", async () => {
    await using r = await rig();
    r.slack.faults.add("slack-ok-false", { error: "team_access_not_granted" });
    expect((await post(r)).error).toMatchObject({ data: { error: "team_access_not_granted" } });
    r.slack.faults.add("slack-missing-scope", { needed: "chat:write" });
    expect((await post(r)).error).toMatchObject({ data: { error: "missing_scope", needed: "chat:write" } });
    r.slack.faults.add("slack-429", { retryAfter: 7 });
    expect((await post(r)).error).toMatchObject({ retryAfter: 7 });
    r.slack.faults.add("slack-429", { retryAfter: null });
    expect((await post(r)).end).not.toBe("ok");
  });

  test("hit only their method, as often as told, and end when cleared or over", async () => {
    await using r = await rig({ speed: 10 });
    r.slack.faults.add("slack-500", { method: "chat.update", times: 5 });
    expect((await post(r)).end).toBe("ok");
    r.slack.faults.clear();
    r.slack.faults.add("slack-500", { forMs: 100_000 });
    expect((await post(r)).end).toBe("slack_webapi_http_error");
    expect((await post(r)).end).toBe("slack_webapi_http_error");
    r.clock.advance(10_000);
    expect((await post(r)).end).toBe("ok");
    r.slack.faults.add("slack-token-revoked");
    expect((await post(r)).error).toMatchObject({ data: { error: "invalid_auth" } });
    expect((await post(r)).error).toMatchObject({ data: { error: "invalid_auth" } });
    r.slack.faults.clear();
    expect((await post(r)).end).toBe("ok");
  });
});

describe("random faults", () => {
  const rates = { r429: 0.1, e500Before: 0.1, e500After: 0.1, drop: 0.1, late: 0.1, lateMs: 30 };

  async function run(seed: number) {
    await using r = await rig();
    r.slack.faults.random({ seed, rates });
    const ends: string[] = [];
    for (let n = 0; n < 120; n += 1) ends.push((await post(r)).end);
    r.slack.faults.clear();
    return { ends, stats: { ...r.slack.stats }, stored: r.slack.messages(r.channelId).length };
  }

  test("hit at their rates, are counted, and repeat with their seed", async () => {
    const first = await run(5);
    const again = await run(5);
    const other = await run(6);
    expect(again).toEqual(first);
    expect(other.ends).not.toEqual(first.ends);
    const { stats } = first;
    for (const kind of ["slack-429", "slack-500", "slack-500-after", "slack-drop-response", "slack-late"]) {
      expect(stats[kind], kind).toBeGreaterThan(2);
      expect(stats[kind], kind).toBeLessThan(30);
    }
    expect(first.stored).toBe(120 - (stats["slack-429"] ?? 0) - (stats["slack-500"] ?? 0));
    expect(first.ends.filter((end) => end === "slack_webapi_request_error")).toHaveLength(
      stats["slack-drop-response"] ?? 0,
    );
  });

  test("leave logins, forms and reading alone", async () => {
    await using r = await rig();
    r.slack.faults.random({ seed: 1, rates: { e500Before: 1 } });
    const client = plainClient(r.slack);
    expect((await client.auth.test()).ok).toBe(true);
    expect((await client.conversations.history({ channel: r.channelId })).ok).toBe(true);
    const view = { type: "home" as const, blocks: [] };
    expect((await client.views.publish({ user_id: r.ana.id, view })).ok).toBe(true);
    expect((await post(r)).end).toBe("slack_webapi_http_error");
  });
});
