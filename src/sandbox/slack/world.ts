import type { SandboxClock } from "#sandbox/clock.ts";
import type { Seen, SeenListener } from "#sandbox/seen.ts";
import type { Timers } from "#sandbox/timers.ts";
import type { Faults } from "./faults.ts";
import type { Ids } from "./ids.ts";
import type { Obj } from "./json.ts";
import type {
  Channel,
  InstalledApp,
  PersonRecord,
  PushKind,
  StoredMessage,
  StoredView,
  Workspace,
} from "./model.ts";
import type { Names } from "./mrkdwn.ts";

/** How things reach an app: by socket or by HTTP, whichever it was installed with. */
export interface Pushes {
  /** Delivers an event, retrying as Slack does. Returns at once. */
  event(app: InstalledApp, body: Obj, person: string | undefined): void;
  /** Delivers an interaction and resolves with the acknowledgement's payload; rejects after the 3 s window. */
  interact(app: InstalledApp, kind: PushKind, body: Obj, person: string): Promise<unknown>;
}

/** A trigger lets an app open one form within 3 s of the press it came with. */
export interface Trigger {
  readonly app: InstalledApp;
  readonly personId: string;
  readonly expiresAt: number;
  used: boolean;
}

/** Where answers to an interaction may be sent: five times within 30 minutes. */
export interface ResponseUrl {
  readonly app: InstalledApp;
  readonly personId: string;
  readonly channelId: string;
  readonly messageTs: string | undefined;
  readonly threadTs: string | undefined;
  readonly expiresAt: number;
  uses: number;
}

/** All that exists in this Slack, and who is told when it changes. */
export class World {
  readonly clock: SandboxClock;
  readonly ids: Ids;
  readonly timers: Timers;
  readonly faults: Faults;
  readonly pushes: Pushes;
  readonly workspaces = new Map<string, Workspace>();
  readonly apps = new Map<string, InstalledApp>();
  readonly channels = new Map<string, Channel>();
  readonly people = new Map<string, PersonRecord>();
  readonly views = new Map<string, StoredView>();
  readonly homes = new Map<string, StoredView>();
  readonly ephemerals: StoredMessage[] = [];
  readonly triggers = new Map<string, Trigger>();
  readonly responseUrls = new Map<string, ResponseUrl>();
  /** `http://127.0.0.1:PORT`, known once the server listens. */
  origin = "";
  #seenListeners = new Set<SeenListener>();
  #changeListeners = new Set<() => void>();

  constructor(parts: { clock: SandboxClock; ids: Ids; timers: Timers; faults: Faults; pushes: Pushes }) {
    this.clock = parts.clock;
    this.ids = parts.ids;
    this.timers = parts.timers;
    this.faults = parts.faults;
    this.pushes = parts.pushes;
  }

  onSeen(listener: SeenListener): () => void {
    this.#seenListeners.add(listener);
    return () => this.#seenListeners.delete(listener);
  }

  /** Called after every visible change. */
  onChange(listener: () => void): () => void {
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }

  changed(): void {
    for (const listener of [...this.#changeListeners]) listener();
  }

  saw(seen: Omit<Seen, "at" | "platform">): void {
    const whole: Seen = { at: this.clock.now(), platform: "slack", ...seen };
    for (const listener of [...this.#seenListeners]) listener(whole);
    this.changed();
  }

  workspace(teamId: string): Workspace {
    return found(this.workspaces.get(teamId), `workspace ${teamId}`);
  }

  channel(channelId: string): Channel {
    return found(this.channels.get(channelId), `channel ${channelId}`);
  }

  person(personId: string): PersonRecord {
    return found(this.people.get(personId), `person ${personId}`);
  }

  appsOf(teamId: string): InstalledApp[] {
    return [...this.apps.values()].filter((app) => app.teamIds.includes(teamId));
  }

  appWithBot(userId: string): InstalledApp | undefined {
    return [...this.apps.values()].find((app) => app.botUserId === userId);
  }

  peopleOf(teamId: string): PersonRecord[] {
    return [...this.people.values()].filter((person) => person.teamId === teamId);
  }

  readonly names: Names = {
    user: (id) => this.people.get(id)?.displayName ?? this.appWithBot(id)?.name ?? id,
    channel: (id) => this.channels.get(id)?.name ?? id,
  };

  /** People on whose screen this place is: members, and for a public channel every full member who was not taken out. */
  viewersOf(channel: Channel): string[] {
    return this.peopleOf(channel.teamId)
      .filter((person) => this.shows(person, channel))
      .map((person) => person.id);
  }

  shows(person: PersonRecord, channel: Channel): boolean {
    return this.canSee(person, channel) && !channel.removed.has(person.id);
  }

  /** May they open this place, if they look for it? */
  canSee(person: PersonRecord, channel: Channel): boolean {
    if (channel.members.has(person.id)) return true;
    return (
      channel.kind === "channel" && channel.teamId === person.teamId && !person.restricted && !person.stranger
    );
  }

  /** The direct conversation between a person and an app; made on first use. */
  directChannel(app: InstalledApp, personId: string): Channel {
    for (const channel of this.channels.values()) {
      if (channel.kind === "im" && channel.members.has(personId) && channel.members.has(app.botUserId)) {
        return channel;
      }
    }
    return this.makeChannel({
      teamId: this.person(personId).teamId,
      name: "",
      kind: "im",
      members: [personId, app.botUserId],
      creator: app.botUserId,
    });
  }

  makeChannel(o: {
    teamId: string;
    name: string;
    kind: Channel["kind"];
    members: string[];
    creator: string;
    general?: boolean;
  }): Channel {
    const channel: Channel = {
      id: this.ids.next({ channel: "C", group: "C", im: "D" }[o.kind]),
      teamId: o.teamId,
      name: o.name,
      kind: o.kind,
      general: o.general ?? false,
      members: new Set(o.members),
      removed: new Set(),
      creator: o.creator,
      created: Math.floor(this.clock.now() / 1000),
      topic: "",
      archived: false,
      messages: [],
      joins: [],
    };
    this.channels.set(channel.id, channel);
    return channel;
  }
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the Slack stand-in has no ${what}`);
  return value;
}
