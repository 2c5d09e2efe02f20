import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { faceOf } from "#bots/slack/cards/cards.ts";
import { slackManifest } from "#bots/slack/manifest.ts";
import { BUTTONS, FORMS, SHORTCUTS } from "#bots/slack/routes.ts";
import { SAMPLE_CARDS, SAMPLES } from "../discord/sample-cards.ts";

const filesIn = (folder: string) =>
  readdirSync(new URL(`../../../src/bots/slack/${folder}`, import.meta.url)).filter((name) =>
    name.endsWith(".ts"),
  );

describe("the routes", () => {
  test("hold every button, each verb once", () => {
    expect(BUTTONS).toHaveLength(filesIn("buttons").length);
    expect(new Set(BUTTONS.map(({ verb }) => verb)).size).toBe(BUTTONS.length);
  });

  test("hold every form, each verb once", () => {
    expect(FORMS).toHaveLength(filesIn("forms").filter((name) => name !== "composer.ts").length);
    expect(new Set(FORMS.map(({ verb }) => verb)).size).toBe(FORMS.length);
  });

  test("hold every shortcut, and the manifest puts each into a message's menu", () => {
    expect(SHORTCUTS).toHaveLength(filesIn("shortcuts").length);
    const { shortcuts } = slackManifest({ mode: "socket" }).features;
    expect(shortcuts.map(({ type, callback_id }) => `${type} ${callback_id}`)).toEqual(
      SHORTCUTS.map(({ verb }) => `message ${verb}`),
    );
    // Slack's own limits.
    for (const { name, description } of shortcuts)
      expect([name.length <= 24, description.length <= 150]).toEqual([true, true]);
  });

  test("answer every button that a card of the team shows", () => {
    const statuses = ["waiting", "claimed", "held", "asked-back", "answered"] as const;
    const cards = [
      ...SAMPLE_CARDS,
      ...statuses.map((status) => ({ ...SAMPLES.triage, status })),
      { ...SAMPLES["sent-copy"], message: "answer" as const },
      { ...SAMPLES.case, holder: "Mo" },
    ];
    const shown = cards.flatMap((card) => faceOf(card).buttons.map(({ verb }) => verb));
    expect(shown.length).toBeGreaterThan(5);
    for (const verb of shown) expect(BUTTONS.map((button) => button.verb)).toContain(verb);
  });
});

test("the manifest asks for the home page, the thread's messages, and Socket Mode only where it is used", () => {
  const socket = slackManifest({ mode: "socket" });
  expect(socket.settings.socket_mode_enabled).toBe(true);
  expect(socket.settings.event_subscriptions.bot_events).toEqual(
    expect.arrayContaining(["app_home_opened", "message.channels", "message.groups"]),
  );
  expect(socket.features.app_home.home_tab_enabled).toBe(true);
  expect(socket.oauth_config.scopes.bot).toEqual(
    expect.arrayContaining(["commands", "channels:manage", "groups:write"]),
  );
  const requestUrl = "https://curbside.example/slack/events";
  const http = slackManifest({ mode: "http", requestUrl });
  expect(http.settings).toMatchObject({
    socket_mode_enabled: false,
    interactivity: { is_enabled: true, request_url: requestUrl },
    event_subscriptions: { request_url: requestUrl },
  });
});
