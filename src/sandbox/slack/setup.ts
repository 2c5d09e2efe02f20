import type { SeenListener } from "#sandbox/seen.ts";
import { sslCheck, verifyRequestUrl } from "./http-push.ts";
import { listAt } from "./json.ts";
import { joinChannel, noteJoin } from "./membership.ts";
import type { InstalledApp } from "./model.ts";
import { SlackPerson } from "./person.ts";
import { viewText } from "./render.ts";
import { DEFAULT_SCOPES } from "./scopes.ts";
import type { Sockets } from "./sockets.ts";
import type { AppToInstall, PublishedHome, SlackServer } from "./surface.ts";
import type { World } from "./world.ts";

/** The part of the server that sets the scene and looks at it. */
export function surface(world: World, sockets: Sockets) {
  return {
    addWorkspace({ name, ownersOnlyRemove = false }: { name: string; ownersOnlyRemove?: boolean }) {
      const teamId = world.ids.next("T");
      const domain = name.toLowerCase().replace(/[^a-z0-9]+/g, "-");
      world.workspaces.set(teamId, { teamId, name, domain, ownersOnlyRemove });
      return { teamId };
    },
    installApp: (o: AppToInstall) => install(world, o),
    addChannel: (o: Parameters<SlackServer["addChannel"]>[0]) => addChannel(world, o),
    addPerson: (o: Parameters<SlackServer["addPerson"]>[0]) => addPerson(world, o),
    person: (personId: string) => new SlackPerson(world, world.person(personId)),
    join: (channelId: string, userId: string) => joinChannel(world, world.channel(channelId), userId),
    archive(channelId: string) {
      world.channel(channelId).archived = true;
    },
    messages: (channelId: string) => world.channel(channelId).messages,
    ephemerals: (personId: string) => world.ephemerals.filter((one) => one.onlyFor === personId),
    home(personId: string, appId?: string): PublishedHome | undefined {
      const view = [...world.homes.values()].find(
        (one) => one.userId === personId && (appId === undefined || one.app.appId === appId),
      );
      if (!view) return undefined;
      return {
        viewId: view.id,
        hash: view.hash,
        text: viewText(view, world.names),
        blocks: listAt(view.view, "blocks"),
      };
    },
    connections: (appId: string) => sockets.count(appOf(world, appId)),
    disconnect: (appId: string, reason: "warning" | "refresh_requested" | "link_disabled") =>
      sockets.disconnect(appOf(world, appId), reason),
    async verifyRequestUrl(appId: string) {
      const app = appOf(world, appId);
      await verifyRequestUrl(app, app.requestUrl ?? "", world.clock.now());
    },
    sslCheck(appId: string) {
      const app = appOf(world, appId);
      return sslCheck(app, app.requestUrl ?? "");
    },
    onSeen: (listener: SeenListener) => world.onSeen(listener),
  };
}

function appOf(world: World, appId: string): InstalledApp {
  const app = world.apps.get(appId);
  if (!app) throw new Error(`no app ${appId} is installed`);
  return app;
}

function install(world: World, o: AppToInstall): { appId: string; botUserId: string; botId: string } {
  for (const teamId of [o.teamId, ...(o.alsoIn ?? [])]) world.workspace(teamId);
  if (o.requestUrl !== undefined && o.signingSecret === undefined) {
    throw new Error("an app with a request URL needs a signing secret");
  }
  const app: InstalledApp = {
    appId: world.ids.next("A"),
    teamId: o.teamId,
    teamIds: [o.teamId, ...(o.alsoIn ?? [])],
    enterpriseId: o.alsoIn === undefined ? null : world.ids.next("E"),
    name: o.name,
    botToken: o.botToken,
    appToken: o.appToken,
    signingSecret: o.signingSecret,
    requestUrl: o.requestUrl,
    botUserId: world.ids.next("U"),
    botId: world.ids.next("B"),
    scopes: new Set(o.scopes ?? DEFAULT_SCOPES),
    events: o.events && new Set(o.events),
    commands: o.commands ?? [],
    shortcuts: o.shortcuts ?? [],
    verificationToken: world.ids.hex(24),
  };
  world.apps.set(app.appId, app);
  return { appId: app.appId, botUserId: app.botUserId, botId: app.botId };
}

function addChannel(world: World, o: Parameters<SlackServer["addChannel"]>[0]): { channelId: string } {
  const bots = o.withApp ? world.appsOf(o.teamId).map((app) => app.botUserId) : [];
  const channel = world.makeChannel({
    teamId: o.teamId,
    name: o.name,
    kind: o.private ? "group" : "channel",
    members: [...(o.members ?? []), ...bots],
    creator: o.members?.[0] ?? "USLACKBOT",
    general: o.general ?? false,
  });
  for (const userId of channel.members) noteJoin(world, channel, userId);
  return { channelId: channel.id };
}

function addPerson(world: World, o: Parameters<SlackServer["addPerson"]>[0]): SlackPerson {
  world.workspace(o.teamId);
  const id = o.id ?? world.ids.next("U");
  if (world.people.has(id)) throw new Error(`person ${id} exists`);
  const record = {
    id,
    teamId: o.teamId,
    homeTeamId: o.stranger ? world.ids.next("T") : o.teamId,
    name: o.name.toLowerCase().replace(/[^a-z0-9._-]+/g, "."),
    displayName: o.displayName ?? o.name,
    restricted: o.restricted ?? false,
    stranger: o.stranger ?? false,
    modals: [],
  };
  world.people.set(id, record);
  return new SlackPerson(world, record);
}
