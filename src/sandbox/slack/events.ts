import type { EnvelopedEvent } from "@slack/bolt";
import { type Obj, textAt } from "./json.ts";
import type { Channel, InstalledApp } from "./model.ts";
import type { World } from "./world.ts";

const HISTORY_SCOPE = { channel: "channels:history", group: "groups:history", im: "im:history" } as const;
const READ_SCOPE = { channel: "channels:read", group: "groups:read", im: "im:read" } as const;
const SUBSCRIPTION = { channel: "message.channels", group: "message.groups", im: "message.im" } as const;

/** The body around an event, the same by socket and by HTTP. Each call has an event id of its own. */
export function eventBody(
  world: World,
  app: InstalledApp,
  event: Obj & { type: string; event_ts: string },
  teamId: string,
) {
  return {
    token: app.verificationToken,
    team_id: teamId,
    context_team_id: teamId,
    context_enterprise_id: app.enterpriseId,
    api_app_id: app.appId,
    event,
    type: "event_callback",
    event_id: world.ids.next("Ev"),
    event_time: Math.floor(Number(event.event_ts)),
    authorizations: [
      {
        enterprise_id: app.enterpriseId,
        team_id: teamId,
        user_id: app.botUserId,
        is_bot: true,
        is_enterprise_install: app.enterpriseId !== null,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${world.ids.hex(24)}`,
  } satisfies Omit<EnvelopedEvent, "authorizations" | "event"> & Obj;
}

/** Sends an event of a channel to every app that is in it, has the scope and subscribed. */
export function channelEvent(
  world: World,
  channel: Channel,
  event: Obj & { type: string; event_ts: string },
  person: string | undefined,
  forApp: (app: InstalledApp) => Obj = () => ({}),
  only?: InstalledApp,
): void {
  for (const app of only ? [only] : world.appsOf(channel.teamId)) {
    if (!channel.members.has(app.botUserId) || !wants(app, channel, event.type)) continue;
    sendEvent(world, app, { ...event, ...forApp(app) }, { person, teamId: channel.teamId });
  }
}

/** Sends one event, several times under different ids when the duplicate fault is on. */
export function sendEvent(
  world: World,
  app: InstalledApp,
  event: Obj & { type: string; event_ts: string },
  { person, teamId }: { person: string | undefined; teamId: string },
): void {
  const target = person === undefined ? {} : { person };
  const copies = event.type === "message" ? world.faults.takeAll("slack-duplicate-event", target) : 0;
  for (let copy = 0; copy <= copies; copy += 1) {
    world.pushes.event(app, eventBody(world, app, event, teamId), person);
  }
}

function wants(app: InstalledApp, channel: Channel, type: string): boolean {
  switch (type) {
    case "message":
      return subscribed(app, SUBSCRIPTION[channel.kind]) && app.scopes.has(HISTORY_SCOPE[channel.kind]);
    case "app_mention":
      return subscribed(app, "app_mention") && app.scopes.has("app_mentions:read");
    default:
      return subscribed(app, type) && app.scopes.has(READ_SCOPE[channel.kind]);
  }
}

/** Whether the app asked for this event name (all are asked for when it named none). */
export function subscribed(app: InstalledApp, name: string): boolean {
  return app.events === undefined || app.events.has(name);
}

/** Tells an app that a person opened its home or its direct conversation. */
export function homeOpened(
  world: World,
  app: InstalledApp,
  personId: string,
  tab: "home" | "messages",
): void {
  if (!subscribed(app, "app_home_opened")) return;
  const channel = world.directChannel(app, personId);
  const home = world.homes.get(`${app.appId}:${personId}`);
  const event = {
    type: "app_home_opened",
    user: personId,
    channel: channel.id,
    tab,
    event_ts: world.ids.ts(),
    ...(home && tab === "home"
      ? {
          view: { id: home.id, type: "home", hash: home.hash, callback_id: textAt(home.view, "callback_id") },
        }
      : {}),
  };
  sendEvent(world, app, event, { person: personId, teamId: channel.teamId });
}
