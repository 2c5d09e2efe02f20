import type { ReceivedItem } from "#sandbox/received.ts";
import type { SeenListener } from "#sandbox/seen.ts";
import type { Faults } from "./faults.ts";
import type { SlackShortcut, StoredMessage } from "./model.ts";
import type { SlackPerson } from "./person.ts";

export interface AppToInstall {
  teamId: string;
  /** Further workspaces of the same organisation: the app is deployed across it, and its token is good in each. */
  alsoIn?: readonly string[];
  name: string;
  botToken: string;
  /** Needed for Socket Mode. */
  appToken?: string;
  /** Needed with `requestUrl`. */
  signingSecret?: string;
  /** Default: every scope the stand-in knows, but chat:write.public. */
  scopes?: string[];
  /** Deliver by HTTP to this address instead of by socket. */
  requestUrl?: string;
  /** Event names as in a manifest, such as `message.channels`. Default: all that the scopes allow. */
  events?: string[];
  /** Slash commands, such as `/curbside`. */
  commands?: string[];
  /** Shown only where the app has the scope `commands`. */
  shortcuts?: SlackShortcut[];
}

/** What a person's App Home shows. */
export interface PublishedHome {
  readonly viewId: string;
  readonly hash: string;
  readonly text: string;
  readonly blocks: readonly Record<string, unknown>[];
}

export interface SlackServer extends AsyncDisposable {
  /** Ends with `/api/`: what an app passes as `slackApiUrl`. */
  readonly apiUrl: string;
  addWorkspace(o: { name: string; ownersOnlyRemove?: boolean }): { teamId: string };
  installApp(o: AppToInstall): { appId: string; botUserId: string; botId: string };
  addChannel(o: {
    teamId: string;
    name: string;
    private?: boolean;
    general?: boolean;
    members?: string[];
    withApp?: boolean;
  }): { channelId: string };
  addPerson(o: {
    teamId: string;
    name: string;
    displayName?: string;
    restricted?: boolean;
    stranger?: boolean;
    id?: string;
  }): SlackPerson;
  person(personId: string): SlackPerson;
  /** Adds or takes out a person or a bot user. */
  join(channelId: string, userId: string): void;
  archive(channelId: string): void;
  /** All messages ever posted, oldest first; deleted ones are marked. */
  messages(channelId: string): readonly StoredMessage[];
  /** Messages only this person was shown. */
  ephemerals(personId: string): readonly StoredMessage[];
  home(personId: string, appId?: string): PublishedHome | undefined;
  /** Open Socket Mode connections of an app. */
  connections(appId: string): number;
  disconnect(appId: string, reason: "warning" | "refresh_requested" | "link_disabled"): void;
  /** Slack's signed check of an app's request URL. Rejects when the app does not echo the challenge. */
  verifyRequestUrl(appId: string): Promise<void>;
  sslCheck(appId: string): Promise<number>;
  onSeen(listener: SeenListener): () => void;
  readonly received: readonly ReceivedItem[];
  readonly faults: Faults;
  /** Injected faults by kind, `events-lost` and `event-attempts-failed`. */
  readonly stats: Readonly<Record<string, number>>;
  /** How many calls of apps were refused since there were too many. */
  refusedAsTooMany(): number;
}
