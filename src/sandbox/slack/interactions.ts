import type {
  BlockAction,
  GlobalShortcut,
  MessageShortcut,
  SlashCommand,
  ViewClosedAction,
  ViewSubmitAction,
} from "@slack/bolt";
import { stateValues } from "./controls.ts";
import { issueResponseUrl, issueTrigger } from "./grants.ts";
import { type Obj, textAt } from "./json.ts";
import { messageJson } from "./message-json.ts";
import type { Channel, InstalledApp, PersonRecord, StoredMessage, StoredView } from "./model.ts";
import { viewJson } from "./views.ts";
import type { World } from "./world.ts";

function common(world: World, app: InstalledApp, person: PersonRecord) {
  return {
    user: { id: person.id, username: person.name, name: person.name, team_id: person.homeTeamId },
    api_app_id: app.appId,
    token: app.verificationToken,
    team: { id: person.teamId, domain: world.workspace(person.teamId).domain },
    is_enterprise_install: app.enterpriseId !== null,
  };
}

function channelFields(channel: Channel): { id: string; name: string } {
  return {
    id: channel.id,
    name: channel.kind === "im" ? "directmessage" : channel.kind === "group" ? "privategroup" : channel.name,
  };
}

/** A press or choice in a message. */
export function messageAction(
  world: World,
  app: InstalledApp,
  person: PersonRecord,
  message: StoredMessage,
  action: Obj,
) {
  const channel = world.channel(message.channelId);
  return {
    type: "block_actions" as const,
    ...common(world, app, person),
    container: {
      type: "message",
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: message.onlyFor !== undefined,
      ...(message.thread_ts ? { thread_ts: message.thread_ts } : {}),
    },
    trigger_id: issueTrigger(world, app, person.id),
    channel: channelFields(channel),
    ...(message.onlyFor === undefined
      ? {
          message: {
            ...messageJson(world, message, { metadata: true }),
            type: "message" as const,
            ts: message.ts,
          },
        }
      : {}),
    state: { values: valuesWithType(stateValues(message.blocks ?? [], message.inputs)) },
    response_url: issueResponseUrl(world, app, "actions", {
      personId: person.id,
      channelId: channel.id,
      message,
    }),
    actions: [withTs(world, action)],
    enterprise: null,
  } satisfies Loose<BlockAction>;
}

/** A press or choice in a form or in App Home. */
export function viewAction(world: World, person: PersonRecord, stored: StoredView, action: Obj) {
  const { app } = stored;
  return {
    type: "block_actions" as const,
    ...common(world, app, person),
    container: { type: "view", view_id: stored.id },
    trigger_id: issueTrigger(world, app, person.id),
    view: viewJson(stored),
    actions: [withTs(world, action)],
    enterprise: null,
  } satisfies Omit<Loose<BlockAction>, "response_url">;
}

/** A form that was sent. */
export function viewSubmission(world: World, person: PersonRecord, stored: StoredView) {
  return {
    type: "view_submission" as const,
    ...common(world, stored.app, person),
    trigger_id: issueTrigger(world, stored.app, person.id),
    view: viewJson(stored),
    response_urls: [],
    enterprise: null,
  } satisfies Loose<ViewSubmitAction>;
}

/** A form that was closed without sending. */
export function viewClosed(world: World, person: PersonRecord, stored: StoredView, cleared: boolean) {
  return {
    type: "view_closed" as const,
    ...common(world, stored.app, person),
    view: viewJson(stored),
    is_cleared: cleared,
    enterprise: null,
  } satisfies Loose<ViewClosedAction>;
}

export function globalShortcut(world: World, app: InstalledApp, person: PersonRecord, callbackId: string) {
  return {
    type: "shortcut" as const,
    ...common(world, app, person),
    callback_id: callbackId,
    trigger_id: issueTrigger(world, app, person.id),
    action_ts: world.ids.ts(),
    enterprise: null,
  } satisfies Loose<GlobalShortcut>;
}

export function messageShortcut(
  world: World,
  app: InstalledApp,
  person: PersonRecord,
  callbackId: string,
  message: StoredMessage,
) {
  const channel = world.channel(message.channelId);
  return {
    type: "message_action" as const,
    ...common(world, app, person),
    callback_id: callbackId,
    trigger_id: issueTrigger(world, app, person.id),
    message_ts: message.ts,
    message: { ...messageJson(world, message, { metadata: true }), type: "message" as const, ts: message.ts },
    channel: channelFields(channel),
    response_url: issueResponseUrl(world, app, "actions", {
      personId: person.id,
      channelId: channel.id,
      message,
    }),
    action_ts: world.ids.ts(),
    enterprise: null,
  } satisfies Loose<MessageShortcut>;
}

export function slashCommand(
  world: World,
  app: InstalledApp,
  person: PersonRecord,
  channel: Channel,
  command: string,
  text: string,
) {
  return {
    token: app.verificationToken,
    team_id: app.teamId,
    team_domain: world.workspace(app.teamId).domain,
    channel_id: channel.id,
    channel_name: channelFields(channel).name,
    user_id: person.id,
    user_name: person.name,
    command,
    text,
    api_app_id: app.appId,
    is_enterprise_install: "false",
    response_url: issueResponseUrl(world, app, "commands", { personId: person.id, channelId: channel.id }),
    trigger_id: issueTrigger(world, app, person.id),
  } satisfies SlashCommand;
}

/** Bolt's types leave out that Slack sends `enterprise: null` outside an Enterprise organisation. */
type Loose<T> = Omit<T, "enterprise" | "actions"> & { enterprise: null; actions?: Obj[] };

function withTs(world: World, action: Obj): Obj {
  return { ...action, action_ts: world.ids.ts() };
}

function valuesWithType(values: Record<string, Record<string, Obj>>) {
  return Object.fromEntries(
    Object.entries(values).map(([blockId, actions]) => [
      blockId,
      Object.fromEntries(
        Object.entries(actions).map(([actionId, value]) => [
          actionId,
          { ...value, type: textAt(value, "type") },
        ]),
      ),
    ]),
  );
}
