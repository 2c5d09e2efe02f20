import {
  App,
  type BlockAction,
  type ButtonAction,
  type MessageShortcut,
  type Receiver,
  type ViewSubmitAction,
} from "@slack/bolt";
import { WebClient, type WebClientOptions } from "@slack/web-api";
import type { Core } from "#core/core.ts";
import type { Messenger } from "#core/messenger.ts";
import type { Secret } from "../../config.ts";
import { errorFacts } from "../../log.ts";
import { createDirectory } from "./directory.ts";
import { createDispatch, type Dispatch } from "./dispatch.ts";
import type { TypedInThread } from "./events/thread-typed.ts";
import { createSlackMessenger } from "./messenger.ts";
import { createPace } from "./pace.ts";
import { PacedClient } from "./paced-client.ts";
import { quietLogger } from "./quiet-logger.ts";
import { StoringHttpReceiver, StoringSocketReceiver } from "./receiver.ts";
import { guardSocketClient } from "./socket-guard.ts";

export interface SlackBotOptions {
  readonly botToken: Secret;
  /** Socket Mode's own token; needed unless `mode` is "http". */
  readonly appToken: Secret | undefined;
  /** For checking signatures; needed when `mode` is "http". */
  readonly signingSecret: Secret | undefined;
  readonly mode: "socket" | "http";
  readonly port: number;
  readonly api: string | undefined;
  readonly speed: number;
}

export interface SlackBot {
  readonly messenger: Messenger;
  start(): Promise<void>;
  stop(): Promise<void>;
}

interface MessageEvent {
  readonly type?: string;
  readonly subtype?: string;
  readonly user?: string;
  readonly bot_id?: string;
  readonly channel?: string;
  readonly ts?: string;
  readonly thread_ts?: string;
}

/** A person's own message in a thread, if that is what this body tells; our own posts carry a bot's id. */
function typedIn(body: unknown): TypedInThread | undefined {
  const { event, team_id: teamId = "" } = (body ?? {}) as { event?: MessageEvent; team_id?: string };
  if (event?.type !== "message" || event.subtype !== undefined || event.bot_id !== undefined)
    return undefined;
  const { user, channel, ts, thread_ts: root } = event;
  if (user === undefined || channel === undefined || ts === undefined) return undefined;
  if (root === undefined || root === ts) return undefined;
  return { teamId, channelId: channel, messageId: ts, rootId: root };
}

function createReceiver(core: Core, options: SlackBotOptions, dispatch: Dispatch): Receiver {
  const { mode, appToken, signingSecret, port, api } = options;
  const logger = quietLogger(() => core.log.warn("slack.library", { platform: "slack" }));
  const store = async (body: unknown): Promise<void> => {
    const typed = typedIn(body);
    if (typed !== undefined) await dispatch.storeTyped(typed);
  };
  if (mode === "http") {
    if (signingSecret === undefined)
      throw new Error("slack_signing_secret is missing: HTTP mode checks every signature");
    const http = { signingSecret: signingSecret.reveal(), port, endpoints: "/slack/events", logger };
    return new StoringHttpReceiver(http, store);
  }
  if (appToken === undefined) throw new Error("slack_app_token is missing: Socket Mode signs in with it");
  // With no retries of its own, one failed reconnect would end the intake for good.
  const clientOptions: WebClientOptions = {
    retryConfig: { retries: 100, factor: 1.3, maxTimeout: 10_000 },
    logger,
    ...(api === undefined ? {} : { slackApiUrl: api }),
  };
  const socket = { appToken: appToken.reveal(), logger, installerOptions: { clientOptions } };
  return new StoringSocketReceiver(socket, store);
}

function listen(app: App, dispatch: Dispatch, under: (work: Promise<void>) => Promise<void>): void {
  app.action<BlockAction>({ type: "block_actions" }, async ({ body, action, ack, client }) => {
    if (action.type !== "button") return ack();
    await under(dispatch.pressed({ body, action: action as ButtonAction, ack, client }));
  });
  app.view<ViewSubmitAction>({ type: "view_submission" }, async ({ body, ack, client }) => {
    await under(dispatch.sent({ body, ack, client }));
  });
  app.shortcut<MessageShortcut>({ type: "message_action" }, async ({ shortcut, ack, client }) => {
    await under(dispatch.chosen({ body: shortcut, ack, client }));
  });
  app.event("app_home_opened", async ({ event, context, client }) => {
    if (event.tab !== "home") return;
    await under(dispatch.homeOpened({ accountId: event.user, spaceId: context.teamId ?? "" }, client));
  });
}

/** The Slack side: takes in what people do, and gives the core a messenger that speaks there. */
export function createSlackBot(core: Core, options: SlackBotOptions): SlackBot {
  const logger = quietLogger(() => core.log.warn("slack.library", { platform: "slack" }));
  const clientOptions: WebClientOptions = {
    retryConfig: { retries: 0 },
    timeout: core.config.timing.clientTimeoutMs,
    rejectRateLimitedCalls: true,
    logger,
    ...(options.api === undefined ? {} : { slackApiUrl: options.api }),
  };
  const token = options.botToken.reveal();
  const pace = createPace({ now: () => performance.now(), speed: options.speed });
  const sending = new PacedClient(token, { ...clientOptions }, pace);
  // Somebody waits for what is looked up here.
  const dispatch = createDispatch(core, createDirectory(new WebClient(token, { ...clientOptions })));
  const app = new App({
    token,
    receiver: createReceiver(core, options, dispatch),
    clientOptions: { ...clientOptions },
    logger,
  });
  app.error(async (error) => core.log.error("slack.app", errorFacts(error)));
  const underWay = new Set<Promise<void>>();
  const under = (work: Promise<void>): Promise<void> => {
    const guarded = work.finally(() => underWay.delete(guarded));
    underWay.add(guarded);
    return guarded;
  };
  listen(app, dispatch, under);
  let sweep: NodeJS.Timeout | undefined;
  let unguard = (): void => {};
  let started = false;
  return {
    messenger: createSlackMessenger(sending),
    async start() {
      started = true;
      unguard = guardSocketClient(core.log);
      await (options.mode === "http" ? app.start(options.port) : app.start());
      await dispatch.finishLeft();
      sweep = setInterval(() => void under(dispatch.finishLeft()), core.config.timing.pollMs * 10);
    },
    async stop() {
      clearInterval(sweep);
      if (started) await app.stop();
      await Promise.all(underWay);
      unguard();
    },
  };
}
