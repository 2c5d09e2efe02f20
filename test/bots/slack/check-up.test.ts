import { expect, test } from "vitest";
import { checkSlackPlaces, checkSlackToken } from "#bots/slack/check-up.ts";
import { NEEDED_SCOPES, slackManifest } from "#bots/slack/manifest.ts";
import { createSandboxClock } from "#sandbox/clock.ts";
import { startSlack } from "#sandbox/slack/server.ts";
import { Secret } from "../../../src/config.ts";

const BOT_TOKEN = "xoxb-check-up";

async function looked(scopes: readonly string[]) {
  await using slack = await startSlack({ clock: createSandboxClock({ speed: 1 }), limits: false });
  const { teamId } = slack.addWorkspace({ name: "Harbour Clinic" });
  slack.installApp({ teamId, name: "Curbside", botToken: BOT_TOKEN, scopes: [...scopes] });
  const { channelId } = slack.addChannel({ teamId, name: "intake", withApp: true });
  const [botToken, appToken] = [new Secret(BOT_TOKEN), new Secret("xapp-check-up")];
  const options = {
    botToken,
    appToken,
    signingSecret: undefined,
    mode: "socket",
    api: slack.apiUrl,
  } as const;
  return {
    token: await checkSlackToken(options),
    places: await checkSlackPlaces(options, [{ community: "Harbour", purpose: "intake", channelId }]),
  };
}

test("an app as its manifest says lacks nothing", async () => {
  const { token, places } = await looked(slackManifest({ mode: "socket" }).oauth_config.scopes.bot);
  expect([...token, ...places].map(({ what, ok }) => [what, ok])).toEqual([
    ["Slack bot token", true],
    ["Slack scopes", true],
    ["Slack, intake channel of Harbour", true],
    ["Slack scopes for moderation", true],
  ]);
});

test("a scope of moderation is named with what does not work without it, and stops no start", async () => {
  const { token, places } = await looked([...NEEDED_SCOPES, "commands", "groups:write"]);
  expect(token.every(({ ok }) => ok)).toBe(true);
  expect(places.at(-1)).toMatchObject({
    ok: false,
    says: "missing: channels:manage (nobody who is removed or banned is taken out of a public channel)",
    fix: expect.stringContaining("reinstall the app"),
  });
});

test("a scope that everything needs stops it", async () => {
  const { token } = await looked(NEEDED_SCOPES.filter((scope) => scope !== "users:read"));
  expect(token.find(({ ok }) => !ok)).toMatchObject({ says: "missing: users:read" });
});
