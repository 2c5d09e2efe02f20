import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { isBlankFor } from "./json.ts";
import type { Application, Json } from "./model.ts";
import { type Session, serveConnection } from "./session.ts";
import type { World } from "./world.ts";

/** How many dispatches a session keeps for a resume. */
const REPLAY = 500;
const BLANK = { content: "", embeds: [], components: [], attachments: [] };

/** Which intents bring an event, by where it happened; an event not listed reaches every session. */
const NEEDS: Readonly<Record<string, { guild: number; dm: number }>> = {
  MESSAGE_CREATE: { guild: 1 << 9, dm: 1 << 12 },
  MESSAGE_UPDATE: { guild: 1 << 9, dm: 1 << 12 },
  MESSAGE_DELETE: { guild: 1 << 9, dm: 1 << 12 },
  CHANNEL_PINS_UPDATE: { guild: 1 << 0, dm: 1 << 12 },
  AUTO_MODERATION_ACTION_EXECUTION: { guild: 1 << 21, dm: 0 },
  GUILD_MEMBER_ADD: { guild: 1 << 1, dm: 0 },
  GUILD_MEMBER_UPDATE: { guild: 1 << 1, dm: 0 },
  GUILD_MEMBER_REMOVE: { guild: 1 << 1, dm: 0 },
  GUILD_BAN_ADD: { guild: 1 << 2, dm: 0 },
  GUILD_BAN_REMOVE: { guild: 1 << 2, dm: 0 },
};
const GUILDS = /^(GUILD_(CREATE|UPDATE|DELETE|ROLE_\w+)|CHANNEL_(CREATE|UPDATE|DELETE)|THREAD_\w+)$/;

/** The gateway: what happens, told to every session that may hear it, and kept for those that come back. */
export class Gateway {
  readonly sessions = new Map<string, Session>();
  readonly world: World;
  readonly limits: boolean;
  readonly url: () => string;
  #server = new WebSocketServer({ noServer: true });

  constructor(world: World, url: () => string, limits: boolean) {
    this.world = world;
    this.url = url;
    this.limits = limits;
    this.#server.on("connection", (socket, request: IncomingMessage) =>
      serveConnection(this, socket, new URL(request.url ?? "/", "ws://gateway").searchParams),
    );
    world.dispatch = (application, event, data, to) => this.#dispatch(application, event, data, to);
    world.faults.whenAdded((kind) => this.#fault(kind));
  }

  #fault(kind: string): void {
    const { faults } = this.world;
    const sockets = [...this.#server.clients];
    if (sockets.length === 0) return;
    if (kind === "discord-drop" && faults.take(kind)) for (const socket of sockets) socket.terminate();
    if (kind === "discord-reconnect" && faults.take(kind))
      for (const socket of sockets) socket.send(JSON.stringify({ op: 7, d: null }));
    if (kind === "discord-invalid-session" && faults.take(kind)) {
      this.sessions.clear();
      for (const socket of sockets) socket.terminate();
    }
  }

  /** Takes a new connection, unless a drop is still to happen. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.world.faults.take("discord-drop") !== undefined) {
      socket.destroy();
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (ws) => this.#server.emit("connection", ws, request));
  }

  /** Closes every connection of an application, as when its token is reset. */
  closeAll(application: Application, code: number): void {
    for (const [id, session] of this.sessions) {
      if (session.application !== application) continue;
      session.socket?.close(code);
      this.sessions.delete(id);
    }
  }

  dispose(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }

  /** Numbers a dispatch, keeps it for a resume and sends it if the session is connected. */
  send(session: Session, event: string, data: Json): void {
    session.seq += 1;
    const frame = JSON.stringify({ op: 0, t: event, s: session.seq, d: data });
    session.sent.push({ seq: session.seq, frame });
    if (session.sent.length > REPLAY) session.sent.shift();
    sendTo(session.socket, frame);
  }

  #dispatch(
    application: Application,
    event: string,
    data: Json,
    to: { guildId?: string; dm?: boolean },
  ): void {
    const need = GUILDS.test(event) ? { guild: 1, dm: 1 } : NEEDS[event];
    const repeats =
      event === "MESSAGE_CREATE" || event === "INTERACTION_CREATE"
        ? this.world.faults.take("discord-duplicate-event", { person: authorOf(data) })
        : undefined;
    for (const session of this.sessions.values()) {
      if (session.application !== application) continue;
      if (shardOf(to.guildId, session.shards) !== session.shard) continue;
      if (need !== undefined && (session.intents & (to.dm === true ? need.dm : need.guild)) === 0) continue;
      const seen = this.#asSeen(session, event, data);
      this.send(session, event, seen);
      if (repeats !== undefined) this.send(session, event, seen);
    }
  }

  #asSeen(session: Session, event: string, data: Json): Json {
    const hasContent = (session.intents & (1 << 15)) !== 0;
    if (event === "AUTO_MODERATION_ACTION_EXECUTION" && !hasContent)
      return { ...data, content: "", matched_content: "" };
    if (event !== "MESSAGE_CREATE" && event !== "MESSAGE_UPDATE") return data;
    const message = this.world.in(String(data.channel_id)).find(({ id }) => id === data.id);
    if (message === undefined || !isBlankFor(this.world, session.application, message, session.intents))
      return data;
    return { ...data, ...BLANK };
  }

  /** The intents that an application last identified with; they also filter what it reads over HTTP. */
  intentsOf(application: Application): number {
    let intents = 0;
    for (const session of this.sessions.values())
      if (session.application === application) intents = session.intents;
    return intents;
  }
}

export function sendTo(socket: WebSocket | undefined, frame: string): void {
  if (socket?.readyState === 1) socket.send(frame);
}

function shardOf(guildId: string | undefined, shards: number): number {
  return guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shards));
}

function authorOf(data: Json): string {
  const member = data.member as Json | undefined;
  const user = (data.author ?? data.user ?? member?.user) as Json | undefined;
  return String(user?.id ?? "");
}
