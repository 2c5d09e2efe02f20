import type { SandboxClock } from "#sandbox/clock.ts";
import { Received } from "#sandbox/received.ts";
import type { Seen, SeenListener } from "#sandbox/seen.ts";
import { Timers } from "#sandbox/timers.ts";
import { REFUSED } from "./errors.ts";
import { Faults } from "./faults.ts";
import { readable } from "./files.ts";
import { createSnowflakes } from "./ids.ts";
import type {
  Application,
  Channel,
  Guild,
  Interaction,
  Json,
  PersonRecord,
  StoredFile,
  StoredMessage,
} from "./model.ts";
import { PERMISSION, permissionsIn } from "./permissions.ts";
import { messageText, type OpenForm } from "./render.ts";

export type Dispatched = (
  application: Application,
  event: string,
  data: Json,
  to: { guildId?: string; dm?: boolean },
) => void;

/** Everything that exists on this Discord, and who can see it. */
export class World {
  readonly faults: Faults;
  readonly timers = new Timers();
  readonly received: Received;
  readonly nextId: () => string;
  readonly applications = new Map<string, Application>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly people = new Map<string, PersonRecord>();
  readonly messages = new Map<string, StoredMessage[]>();
  readonly interactions = new Map<string, Interaction>();
  readonly forms = new Map<string, { form: OpenForm; interaction: Interaction }>();
  readonly clock: SandboxClock;
  dispatch: Dispatched = () => {};
  #listeners = new Set<SeenListener>();

  constructor(clock: SandboxClock) {
    this.clock = clock;
    this.faults = new Faults(clock);
    this.received = new Received(() => clock.now());
    this.nextId = createSnowflakes(() => clock.now());
  }

  onSeen(listener: SeenListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  channel(id: string): Channel {
    const channel = this.channels.get(id);
    if (channel === undefined) throw REFUSED.unknownChannel();
    return channel;
  }

  person(id: string): PersonRecord {
    const person = this.people.get(id);
    if (person === undefined) throw REFUSED.unknownUser();
    return person;
  }

  /** What a person or bot may do there now; of a thread, by its parent's rules. */
  permissions(memberId: string, channel: Channel): bigint {
    const guild = this.guilds.get(channel.guildId ?? "");
    if (guild === undefined) return 0n;
    const ruling = this.channels.get(channel.parentId ?? "") ?? channel;
    return permissionsIn(guild, memberId, ruling, this.clock.now());
  }

  /** What a member may do in the server as a whole. */
  guildPermissions(memberId: string, guild: Guild): bigint {
    return permissionsIn(guild, memberId, undefined, this.clock.now());
  }

  /** Tells every application that is in the server and can see the channel. */
  dispatchIn(channel: Channel, event: string, data: Json): void {
    for (const application of this.applications.values()) {
      if (!this.canSee(application.bot.id, channel)) continue;
      this.dispatch(
        application,
        event,
        data,
        channel.guildId === undefined ? { dm: true } : { guildId: channel.guildId },
      );
    }
  }

  /** Tells every application in the server. */
  dispatchTo(guild: Guild, event: string, data: Json): void {
    for (const application of this.applications.values())
      if (guild.installed.has(application.id)) this.dispatch(application, event, data, { guildId: guild.id });
  }

  /** Can this person or bot read this channel now? Private threads are open to whoever manages threads. */
  canSee(memberId: string, channel: Channel): boolean {
    if (channel.type === 1) return channel.members.has(memberId);
    const bits = this.permissions(memberId, channel);
    if ((bits & PERMISSION.viewChannel) === 0n) return false;
    return channel.type !== 12 || channel.members.has(memberId) || (bits & PERMISSION.manageThreads) !== 0n;
  }

  /** May this application do this there? Refuses missing access before missing permission, as Discord does. */
  requireApp(application: Application, channel: Channel, bit: bigint): void {
    if (!this.canSee(application.bot.id, channel)) throw REFUSED.missingAccess();
    if (!this.mayApp(application, channel, bit)) throw REFUSED.missingPermissions();
  }

  mayApp(application: Application, channel: Channel, bit: bigint): boolean {
    return channel.type === 1 || (this.permissions(application.bot.id, channel) & bit) !== 0n;
  }

  viewers(channel: Channel, ephemeralFor: string | undefined): string[] {
    if (ephemeralFor !== undefined) return [ephemeralFor];
    return [...this.people.values()]
      .filter((person) => !person.bot && this.canSee(person.id, channel))
      .map(({ id }) => id);
  }

  place(channel: Channel): "dm" | "thread" | "channel" {
    return channel.type === 1 ? "dm" : channel.type === 11 || channel.type === 12 ? "thread" : "channel";
  }

  /** Tells whoever looks on what appeared on which screens. */
  tell(message: StoredMessage, kind: Seen["kind"]): void {
    const channel = this.channel(message.channelId);
    const hidden = message.ephemeralFor !== undefined;
    this.emit({
      at: this.clock.now(),
      platform: "discord",
      place: hidden ? "private" : this.place(channel),
      channel: hidden || channel.type === 1 ? "" : channel.name,
      viewers: this.viewers(channel, message.ephemeralFor),
      from: this.person(message.authorId).displayName,
      kind,
      text: kind === "removed" ? "" : messageText(message),
      ref: message.id,
    });
  }

  /** Tells that somebody opened a file, and what they read then. */
  tellOpened(message: StoredMessage, file: StoredFile, personId: string): void {
    this.emit({
      at: this.clock.now(),
      platform: "discord",
      place: "private",
      channel: "",
      viewers: [personId],
      from: this.person(message.authorId).displayName,
      kind: "message",
      text: readable(file),
      ref: file.id,
    });
  }

  emit(seen: Seen): void {
    for (const listener of this.#listeners) listener(seen);
  }

  in(channelId: string): StoredMessage[] {
    const known = this.messages.get(channelId);
    if (known !== undefined) return known;
    const made: StoredMessage[] = [];
    this.messages.set(channelId, made);
    return made;
  }

  message(channelId: string, id: string): StoredMessage {
    const found = this.in(channelId).find((message) => message.id === id && !message.deleted);
    if (found === undefined) throw REFUSED.unknownMessage();
    return found;
  }

  /** The direct channel of a person and an application's bot; made on first use. */
  directChannel(personId: string, application: Application): Channel {
    const { id: botId } = application.bot;
    for (const channel of this.channels.values())
      if (channel.type === 1 && channel.members.has(personId) && channel.members.has(botId)) return channel;
    const channel: Channel = {
      id: this.nextId(),
      type: 1,
      guildId: undefined,
      parentId: undefined,
      name: "",
      overwrites: [],
      ownerId: undefined,
      invitable: false,
      members: new Set([personId, botId]),
      archived: false,
      locked: false,
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** Do they share a server? Without one, nobody can be written to. */
  shareGuild(personId: string, application: Application): boolean {
    return [...this.guilds.values()].some(
      (guild) => guild.installed.has(application.id) && guild.members.has(personId),
    );
  }
}
