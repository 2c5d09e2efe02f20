import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { describe, expect, test } from "vitest";
import { troubleOf } from "#bots/discord/messenger-failures.ts";

const api = (status: number, code: number) =>
  new DiscordAPIError({ code, message: "no" }, code, status, "POST", "http://127.0.0.1/x", {
    files: undefined,
    body: {},
  });

const caused = (code: string) =>
  Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error("x"), { code }) });

const limited = new RateLimitError({
  global: false,
  hash: "h",
  limit: 5,
  majorParameter: "1",
  method: "POST",
  retryAfter: 1500,
  route: "/channels/:id/messages",
  scope: "user",
  sublimitTimeout: 0,
  timeToReset: 1500,
  url: "http://127.0.0.1/x",
});

describe("why a request to Discord did not end well", () => {
  for (const [name, error, why] of [
    ["a closed direct channel", api(403, 50007), "closed"],
    ["a person who is gone", api(404, 10013), "closed"],
    ["a message that is gone", api(404, 10008), "gone"],
    ["a channel that is gone", api(404, 10003), "gone"],
    ["a missing permission", api(403, 50013), "forbidden"],
    ["no access", api(403, 50001), "forbidden"],
    ["content that is refused", api(400, 50035), "rejected"],
    ["a server's own filter", api(400, 200000), "rejected"],
    ["a revoked token", api(401, 0), "signed-out"],
    ["a rate limit", limited, "rate-limited"],
    [
      "a server error",
      new HTTPError(500, "x", "POST", "http://127.0.0.1/x", { files: undefined, body: {} }),
      "ambiguous",
    ],
    ["a refused connection", caused("ECONNREFUSED"), "not-sent"],
    ["an unknown host", caused("ENOTFOUND"), "not-sent"],
    ["a connection that was cut", caused("ECONNRESET"), "ambiguous"],
    ["a timeout", Object.assign(new Error("aborted"), { name: "AbortError" }), "ambiguous"],
    ["an unreadable reply", new SyntaxError("Unexpected token <"), "ambiguous"],
  ] as const)
    test(`${name} is ${why}`, () => {
      expect(troubleOf(error).why).toBe(why);
    });

  test("a rate limit says how long", () => {
    expect(troubleOf(limited)).toEqual({ why: "rate-limited", retryAfterMs: 1500 });
  });
});
