import type { Obj } from "./json.ts";

export interface Workspace {
  readonly teamId: string;
  readonly name: string;
  readonly domain: string;
  /** A preference of the workspace: apps and members take nobody out of a channel, only its owners do. */
  readonly ownersOnlyRemove: boolean;
}

export interface SlackShortcut {
  readonly name: string;
  readonly callbackId: string;
  readonly type: "global" | "message";
}

export interface InstalledApp {
  readonly appId: string;
  /** The workspace that it was installed from. */
  readonly teamId: string;
  /** All workspaces it is in; more than one when it is deployed across an organisation, with one token for all. */
  readonly teamIds: readonly string[];
  /** The organisation's id, if it is deployed across one. */
  readonly enterpriseId: string | null;
  readonly name: string;
  readonly botToken: string;
  readonly appToken: string | undefined;
  readonly signingSecret: string | undefined;
  readonly requestUrl: string | undefined;
  readonly botUserId: string;
  readonly botId: string;
  readonly scopes: ReadonlySet<string>;
  /** Subscribed event names; undefined means all that the scopes allow. */
  readonly events: ReadonlySet<string> | undefined;
  readonly commands: readonly string[];
  readonly shortcuts: readonly SlackShortcut[];
  readonly verificationToken: string;
}

export interface Channel {
  readonly id: string;
  readonly teamId: string;
  readonly name: string;
  readonly kind: "channel" | "group" | "im";
  /** The one channel that everybody is in. */
  readonly general: boolean;
  /** Person ids and bot user ids. */
  readonly members: Set<string>;
  /** Who was taken out and has not come back: a public channel is open to them still, but not on their screen. */
  readonly removed: Set<string>;
  readonly creator: string;
  readonly created: number;
  topic: string;
  archived: boolean;
  readonly messages: StoredMessage[];
  /** Who joined, as Slack notes it in a channel's history; nobody reads these. */
  readonly joins: StoredMessage[];
}

export interface PersonRecord {
  readonly id: string;
  /** For a stranger (Slack Connect), the workspace they come from. */
  readonly homeTeamId: string;
  readonly teamId: string;
  readonly name: string;
  readonly displayName: string;
  readonly restricted: boolean;
  readonly stranger: boolean;
  /** The stack of open modals, newest last. */
  readonly modals: StoredView[];
}

/** Who a message really notifies. */
export interface Pinged {
  readonly users: readonly string[];
  readonly channel: boolean;
  readonly here: boolean;
  readonly groups: readonly string[];
}

export interface StoredMessage {
  readonly ts: string;
  readonly channelId: string;
  /** The author's person id or bot user id. */
  readonly user: string;
  readonly botId: string | undefined;
  readonly appId: string | undefined;
  text: string;
  blocks: Obj[] | undefined;
  attachments: Obj[] | undefined;
  readonly thread_ts: string | undefined;
  readonly broadcast: boolean;
  metadata: Obj | undefined;
  edited: { user: string; ts: string } | undefined;
  deleted: boolean;
  readonly subtype: string | undefined;
  readonly clientMsgId: string | undefined;
  /** Formatting off: `text` is shown as it is. */
  readonly mrkdwn: boolean;
  reactions: { name: string; users: string[] }[];
  pinged: Pinged;
  /** State of selects and inputs that people changed in this message: block id, action id, value. */
  readonly inputs: ViewState;
  /** Set for a message only one person sees. */
  readonly onlyFor: string | undefined;
}

export type ViewState = Record<string, Record<string, Obj>>;

export interface StoredView {
  readonly id: string;
  readonly app: InstalledApp;
  readonly userId: string;
  readonly type: "modal" | "home";
  /** What the app sent. */
  view: Obj;
  hash: string;
  readonly state: ViewState;
  readonly rootId: string;
  readonly previousId: string | undefined;
  errors: Record<string, string>;
}

/** What Slack pushes to an app and waits for. */
export type PushKind = "events_api" | "interactive" | "slash_commands";

/** How long an app has to acknowledge, and how long a trigger lives. */
export const ACK_WINDOW_MS = 3000;

/** How a push ended. `noRetry`: the app asked Slack not to try again. */
export type Outcome = { ok: true; payload: unknown } | { ok: false; reason: string; noRetry: boolean };
