import type { ReceivedItem } from "#sandbox/received.ts";
import type { SeenListener } from "#sandbox/seen.ts";
import type { Faults } from "./faults.ts";
import type { Channel, ForumTag, Guild, Overwrite, StoredMessage } from "./model.ts";
import type { DiscordPerson } from "./person.ts";

/** A running stand-in: what a test sets up, and what it looks at afterwards. */
export interface DiscordServer extends AsyncDisposable {
  /** The base address for CURBSIDE_DISCORD_API; clients add /v10. */
  readonly apiUrl: string;
  readonly faults: Faults;
  readonly stats: Readonly<Record<string, number>>;
  /** How many requests of apps were refused since there were too many. */
  refusedAsTooMany(): number;
  /** All that the app sent, without tokens. */
  readonly received: readonly ReceivedItem[];
  addApplication(o: { name: string; token: string; allowedPrivilegedIntents?: number }): {
    applicationId: string;
    botUserId: string;
  };
  /** As its owner would in the developer portal; a session that stands keeps what it was given. */
  allowIntents(applicationId: string, allowed: number): void;
  /** The token is reset: requests get 401, connections close with 4004. */
  revokeToken(applicationId: string): void;
  /** `everyone`: what its @everyone role may do. */
  addGuild(o: { name: string; everyone?: bigint }): { guildId: string };
  /** At the bottom of the roles unless `top`. */
  addRole(o: { guildId: string; name: string; permissions?: bigint; top?: boolean }): { roleId: string };
  /** As an owner would. */
  giveRole(o: { guildId: string; personId: string; roleId: string }): void;
  installApplication(o: { guildId: string; applicationId: string; permissions?: bigint }): void;
  removeApplication(o: { guildId: string; applicationId: string }): void;
  addChannel(o: {
    guildId: string;
    name: string;
    overwrites?: readonly Overwrite[];
    hiddenFromEveryone?: boolean;
    /** Makes it a forum with these tags. */
    forum?: readonly ForumTag[];
  }): { channelId: string };
  removeChannel(channelId: string): void;
  /** As an owner would; of a forum. */
  setTags(channelId: string, tags: readonly ForumTag[]): void;
  setOverwrites(channelId: string, overwrites: readonly Overwrite[]): void;
  /** As a moderator would: archives, locks, or wakes a thread. */
  setThread(threadId: string, o: { archived?: boolean; locked?: boolean }): void;
  /** As a moderator would. */
  unpin(channelId: string, messageId: string): void;
  removeMessage(channelId: string, messageId: string): void;
  addPerson(o: {
    name: string;
    displayName?: string;
    guildIds: readonly string[];
    moderates?: boolean;
    id?: string;
    /** In which they use Discord; "en-US" unless given. */
    locale?: string;
  }): DiscordPerson;
  person(id: string): DiscordPerson;
  messages(channelId: string): readonly StoredMessage[];
  channel(channelId: string): Readonly<Channel>;
  guild(guildId: string): Readonly<Guild>;
  /** Channels of a server, without threads. */
  channels(guildId: string): readonly Readonly<Channel>[];
  /** Threads under a channel. */
  threads(channelId: string): readonly Readonly<Channel>[];
  /** How many gateway sessions are connected. */
  connections(): number;
  onSeen(listener: SeenListener): () => void;
}
