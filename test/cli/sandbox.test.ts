import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { WebClient } from "@slack/web-api";
import { REST, Routes } from "discord.js";
import { expect, test } from "vitest";

const MAIN = join(import.meta.dirname, "../../src/cli/main.ts");

test("curbside sandbox serves both platforms to any client, and ends cleanly on Ctrl-C", async () => {
  const child = spawn(process.execPath, ["--conditions=source", MAIN, "sandbox", "--jsonl"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface(child.stdout);
  const seen: string[] = [];
  lines.on("line", (line) => seen.push(line));
  await once(lines, "line");
  const { settings, ask, teamId, intake } = JSON.parse(seen[0] ?? "") as {
    settings: Record<string, string>;
    ask: string;
    teamId: string;
    intake: string;
  };
  const discord = new REST({ api: settings.CURBSIDE_DISCORD_API ?? "", version: "10" });
  discord.setToken(settings.CURBSIDE_DISCORD_TOKEN ?? "");
  await discord.post(Routes.channelMessages(ask), { body: { content: "Hello, server" } });
  const slack = new WebClient(settings.CURBSIDE_SLACK_BOT_TOKEN, {
    slackApiUrl: settings.CURBSIDE_SLACK_API ?? "",
  });
  expect(await slack.auth.test()).toMatchObject({ ok: true, team_id: teamId });
  await slack.chat.postMessage({ channel: intake, text: "Hello, workspace" });
  const ended = once(child, "exit");
  child.kill("SIGINT");
  expect(await ended).toEqual([0, null]);
  expect(seen.slice(1).map((line) => (JSON.parse(line) as { text: string }).text)).toEqual([
    "Hello, server",
    "Hello, workspace",
  ]);
}, 60_000);

test("a port that cannot be is a usage error", async () => {
  const child = spawn(process.execPath, ["--conditions=source", MAIN, "sandbox", "--discord-port", "high"], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  child.stderr.on("data", (data: Buffer) => {
    said += data;
  });
  expect(await once(child, "close")).toEqual([2, null]);
  expect(said).toContain("--discord-port must be a number");
}, 60_000);
