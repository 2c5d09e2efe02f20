import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SandboxClock } from "#sandbox/clock.ts";
import { RateLimits } from "#sandbox/slack/limits.ts";
import { APP_TOKEN, plainClient, rig } from "./rig.ts";

/** A clock that stands still until it is moved. */
function stillClock(speed = 1): SandboxClock {
  let now = 1_700_000_000_000;
  return {
    now: () => now,
    speed,
    window: (ms) => ms / speed,
    advance(ms) {
      now += ms;
    },
  };
}

describe("rate limits", () => {
  test("posting: a short burst, then one a second for each channel, with whole seconds to wait", async () => {
    await using r = await rig({ limits: true });
    const { channelId: other } = r.slack.addChannel({ teamId: r.teamId, name: "other", withApp: true });
    const client = plainClient(r.slack);
    const post = (channel: string) => client.chat.postMessage({ channel, text: "x" });
    for (let n = 0; n < 4; n += 1) await post(r.channelId);
    await expect(post(r.channelId)).rejects.toMatchObject({
      code: "slack_webapi_rate_limited_error",
      retryAfter: 1,
    });
    expect((await post(other)).ok).toBe(true);
    r.clock.advance(1000);
    expect((await post(r.channelId)).ok).toBe(true);
    const raw = async () =>
      fetch(`${r.slack.apiUrl}chat.postMessage`, {
        method: "POST",
        headers: { authorization: "Bearer xoxb-1-rig", "content-type": "application/json" },
        body: JSON.stringify({ channel: r.channelId, text: "x" }),
      });
    let refused = await raw();
    for (let n = 0; n < 10 && refused.status === 200; n += 1) refused = await raw();
    expect(refused.status).toBe(429);
    expect(refused.headers.get("retry-after")).toMatch(/^\d+$/);
    expect(await refused.json()).toEqual({ ok: false, error: "ratelimited" });
  });

  test("every tier has its own bucket for each method", async () => {
    await using r = await rig({ limits: true });
    const client = plainClient(r.slack);
    const open = () => plainClient(r.slack, APP_TOKEN).apps.connections.open({});
    for (let n = 0; n < 10; n += 1) await open();
    await expect(open()).rejects.toMatchObject({ code: "slack_webapi_rate_limited_error" });
    for (let n = 0; n < 20; n += 1) await client.users.list({});
    await expect(client.users.list({})).rejects.toMatchObject({ retryAfter: 3 });
    expect((await client.conversations.list({})).ok).toBe(true);
    expect((await client.users.info({ user: r.ana.id })).ok).toBe(true);
  });

  test("are lifted for measuring", async () => {
    await using r = await rig({ limits: false });
    const client = plainClient(r.slack);
    for (let n = 0; n < 30; n += 1) await client.chat.postMessage({ channel: r.channelId, text: "x" });
    expect(r.slack.messages(r.channelId)).toHaveLength(30);
  });

  test("whatever the arrivals, never more than burst and rate allow, and waiting as told always helps", () => {
    const tiers = fc.constantFrom("post" as const, 1 as const, 2 as const, 3 as const, 4 as const);
    const limitOf = { post: [4, 60], 1: [10, 1], 2: [20, 20], 3: [50, 50], 4: [100, 100] } as const;
    fc.assert(
      fc.property(
        tiers,
        fc.integer({ min: 1, max: 20 }),
        fc.array(fc.integer({ min: 0, max: 3000 })),
        (tier, speed, gaps) => {
          const clock = stillClock(speed);
          const limits = new RateLimits({ clock, enabled: true });
          const start = clock.now();
          let granted = 0;
          for (const gap of gaps) {
            clock.advance(gap);
            const wait = limits.refuse(tier, "key");
            if (wait === undefined) granted += 1;
            else {
              expect(Number.isInteger(wait) && wait >= 1).toBe(true);
              clock.advance(wait * 1000);
              expect(limits.refuse(tier, "key")).toBeUndefined();
              granted += 1;
            }
          }
          const [burst, perMinute] = limitOf[tier];
          const minutes = ((clock.now() - start) * speed) / 60_000;
          expect(granted).toBeLessThanOrEqual(burst + minutes * perMinute + 1e-6);
        },
      ),
    );
  });
});
