import { App, type Logger, LogLevel, SocketModeReceiver } from "@slack/bolt";
import { WebClient } from "@slack/web-api";
import { createSandboxClock, type SandboxClock } from "#sandbox/clock.ts";
import type { Seen } from "#sandbox/seen.ts";
import type { SlackPerson } from "#sandbox/slack/person.ts";
import { type AppToInstall, type SlackServer, startSlack } from "#sandbox/slack/server.ts";

export const BOT_TOKEN = "xoxb-1-rig";
export const APP_TOKEN = "xapp-1-rig";
export const SECRET = "signing-secret-of-the-rig";

export interface Rig extends AsyncDisposable {
  readonly clock: SandboxClock;
  readonly slack: SlackServer;
  readonly teamId: string;
  readonly appId: string;
  readonly botUserId: string;
  readonly channelId: string;
  readonly ana: SlackPerson;
  readonly seen: Seen[];
}

/** A workspace with one app, one channel that the app and Ana are in, and everything seen. */
export async function rig(
  options: { speed?: number; limits?: boolean; seed?: number; app?: Partial<AppToInstall> } = {},
): Promise<Rig> {
  const clock = createSandboxClock({ speed: options.speed ?? 1 });
  const slack = await startSlack({ clock, limits: options.limits ?? false, seed: options.seed ?? 7 });
  const { teamId } = slack.addWorkspace({ name: "Harbour Clinic" });
  const ana = slack.addPerson({ teamId, name: "ana", displayName: "Ana" });
  const { appId, botUserId } = slack.installApp({
    teamId,
    name: "Curbside",
    botToken: BOT_TOKEN,
    appToken: APP_TOKEN,
    ...options.app,
  });
  const { channelId } = slack.addChannel({ teamId, name: "intake", members: [ana.id], withApp: true });
  const seen: Seen[] = [];
  slack.onSeen((one) => seen.push(one));
  return {
    clock,
    slack,
    teamId,
    appId,
    botUserId,
    channelId,
    ana,
    seen,
    [Symbol.asyncDispose]: () => slack[Symbol.asyncDispose](),
  };
}

/** A client that neither retries nor waits, as the outbox uses one. */
export function plainClient(slack: SlackServer, token = BOT_TOKEN, timeout = 10_000): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    timeout,
    rejectRateLimitedCalls: true,
    logger: quiet,
  });
}

const nothing = (): void => {};
export const quiet: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  getLevel: () => LogLevel.ERROR,
  setName: nothing,
};

/** A real Bolt app in Socket Mode, started; stops when disposed. */
export async function socketApp(
  { slack }: Pick<Rig, "slack">,
  register: (app: App) => void,
  options: { clientPingTimeout?: number } = {},
): Promise<{ app: App } & AsyncDisposable> {
  const receiver = new SocketModeReceiver({
    appToken: APP_TOKEN,
    logger: quiet,
    clientPingTimeout: options.clientPingTimeout ?? 200,
    installerOptions: {
      clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 100, factor: 1, minTimeout: 50 } },
    },
  });
  const app = new App({
    token: BOT_TOKEN,
    receiver,
    logger: quiet,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
  });
  register(app);
  await app.start();
  return { app, [Symbol.asyncDispose]: async () => void (await app.stop()) };
}

/** Polls until `condition` holds; fails after `withinMs`. */
export async function until(condition: () => boolean, withinMs = 8000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`not within ${withinMs} ms: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const section = (text: string) => ({
  type: "section" as const,
  text: { type: "mrkdwn" as const, text },
});

export const buttons = (...labels: string[]) => ({
  type: "actions" as const,
  elements: labels.map((label) => ({
    type: "button" as const,
    text: { type: "plain_text" as const, text: label },
    action_id: label.toLowerCase().replaceAll(" ", "-"),
    value: `value of ${label}`,
  })),
});

export const input = (blockId: string, label: string, more: object = {}) => ({
  type: "input" as const,
  block_id: blockId,
  label: { type: "plain_text" as const, text: label },
  element: { type: "plain_text_input" as const, action_id: "value", ...more },
});

export const modal = (title: string, blocks: object[], more: object = {}) => ({
  type: "modal" as const,
  callback_id: "form",
  title: { type: "plain_text" as const, text: title },
  submit: { type: "plain_text" as const, text: "Send" },
  close: { type: "plain_text" as const, text: "Cancel" },
  blocks: blocks.map((block) => ({ type: "section", ...block })),
  ...more,
});
