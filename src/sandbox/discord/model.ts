import type { APIEmbed } from "discord-api-types/v10";

export type Json = Record<string, unknown>;

export interface PersonRecord {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly bot: boolean;
  /** In which they use Discord. */
  readonly locale: string;
  dmsClosed: boolean;
  /** Bots whose messages this person refuses. */
  readonly blocked: Set<string>;
}

export interface Application {
  readonly id: string;
  readonly name: string;
  readonly token: string;
  readonly bot: PersonRecord;
  /** As switched on in the developer portal. */
  allowedPrivilegedIntents: number;
  revoked: boolean;
  /** How often it identified, and from when on it may again (real milliseconds since 1970). */
  identifies: number;
  nextIdentifyAt: number;
  /** Global commands, and those of single servers by server id. */
  commands: Json[];
  readonly guildCommands: Map<string, Json[]>;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  /** People and bots. */
  readonly members: Set<string>;
  /** Ids of the applications in this server. */
  readonly installed: Set<string>;
  /** By id; the one with the server's own id is @everyone. */
  readonly roles: Map<string, Role>;
  /** Role ids of each member, without @everyone. */
  readonly rolesOf: Map<string, Set<string>>;
  /** When each member's timeout ends, also one that is over. */
  readonly timeouts: Map<string, string>;
  /** Accounts that may not come back. */
  readonly bans: Set<string>;
  /** By id. */
  readonly filters: Map<string, FilterRule>;
}

/** A rule of AutoMod that looks for words. */
export interface FilterRule {
  readonly id: string;
  readonly creatorId: string;
  name: string;
  enabled: boolean;
  keywords: readonly string[];
  patterns: readonly string[];
  allowed: readonly string[];
  actions: readonly FilterAction[];
  exemptRoles: readonly string[];
  exemptChannels: readonly string[];
}

/** 1 keeps the message from being posted, 2 posts an alert. */
export type FilterAction =
  | { readonly type: 1; readonly message: string | undefined }
  | { readonly type: 2; readonly channelId: string };

export interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: bigint;
  /** 0 for @everyone; of two roles the one with the higher number stands above. */
  position: number;
  /** Belongs to an application: nobody can be given it. */
  readonly managed: boolean;
}

export interface Overwrite {
  /** Of a role (type 0) or a member (type 1). */
  readonly id: string;
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface Channel {
  readonly id: string;
  /** 0 text channel, 1 direct message, 11 public thread, 12 private thread, 15 forum. */
  readonly type: 0 | 1 | 11 | 12 | 15;
  readonly guildId: string | undefined;
  readonly parentId: string | undefined;
  name: string;
  overwrites: Overwrite[];
  /** Who made the thread. */
  readonly ownerId: string | undefined;
  invitable: boolean;
  /** Of a direct message or a thread. */
  readonly members: Set<string>;
  archived: boolean;
  locked: boolean;
  /** Of a forum: what its posts can be found by. */
  tags?: readonly ForumTag[];
  /** Of a post in a forum: ids of such. */
  appliedTags?: readonly string[];
}

export interface ForumTag {
  readonly id: string;
  readonly name: string;
}

/** What is attached to a message. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface StoredMessage {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly at: number;
  readonly nonce: string | undefined;
  /** Set on an answer to a press that only one person sees. */
  readonly ephemeralFor: string | undefined;
  content: string;
  embeds: APIEmbed[];
  components: Json[];
  flags: number;
  editedAt: number | undefined;
  deleted: boolean;
  pinned: boolean;
  files: readonly StoredFile[];
  /** Who was really notified by a mention. */
  pinged: string[] | "everyone";
}

export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly application: Application;
  readonly personId: string;
  readonly channelId: string;
  readonly startedAt: number;
  /** The message whose button was pressed, if it was one. */
  readonly source: StoredMessage | undefined;
  readonly fromForm: boolean;
  answered: boolean;
  expired: boolean;
  /** What PATCH @original edits. */
  original: StoredMessage | undefined;
  readonly followUps: StoredMessage[];
  /** A deferred answer that has not come yet: private, or an update of the source. */
  deferred: "private" | "public" | "update" | undefined;
  settle: (outcome: "answered" | "shown") => void;
}
