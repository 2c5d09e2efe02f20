import type { WebSocket } from "ws";
import { type Gateway, sendTo } from "./gateway.ts";
import { newToken } from "./ids.ts";
import { guildJson, userJson } from "./json.ts";
import type { Application, Json } from "./model.ts";

const HEARTBEAT_MS = 41_250;
const IDENTIFY_MS = 5000;
const FRAMES = 120;
const FRAMES_MS = 60_000;
const FRAME_BYTES = 4096;
const KNOWN_INTENTS = (1 << 26) - 1;
const CONTENT = 1 << 15;
const PRIVILEGED = (1 << 1) | (1 << 8) | CONTENT;
const INVALID_SESSION = JSON.stringify({ op: 9, d: false });
const OPCODES = new Set([1, 2, 3, 4, 6, 8, 31, 43]);

/** One identified client; it outlives its connection, so that a resume finds what was missed. */
export interface Session {
  readonly id: string;
  readonly application: Application;
  readonly intents: number;
  readonly shard: number;
  readonly shards: number;
  socket: WebSocket | undefined;
  seq: number;
  readonly sent: { seq: number; frame: string }[];
}

/** Why a connection ends: the close code and what the client reads with it. */
class Closing extends Error {
  readonly code: number;
  constructor(code: number, reason: string) {
    super(reason);
    this.code = code;
  }
}

interface Connection {
  readonly gateway: Gateway;
  readonly socket: WebSocket;
  session: Session | undefined;
  frames: number;
  framesUntil: number;
}

/** Speaks with one client from hello to close; a frame that Discord would not take closes with its code. */
export function serveConnection(gateway: Gateway, socket: WebSocket, query: URLSearchParams): void {
  const connection: Connection = { gateway, socket, session: undefined, frames: 0, framesUntil: 0 };
  const { clock } = gateway.world;
  socket.on("error", () => socket.terminate());
  socket.on("close", (code) => {
    const { session } = connection;
    if (session?.socket !== socket) return;
    session.socket = undefined;
    if (code === 1000 || code === 1001) gateway.sessions.delete(session.id);
  });
  socket.on("message", (raw) => {
    try {
      take(connection, String(raw));
    } catch (error) {
      if (!(error instanceof Closing)) throw error;
      socket.close(error.code, error.message);
    }
  });
  if (query.get("v") !== "10") {
    socket.close(4012, "Invalid API version.");
    return;
  }
  const interval = Math.max(1000, Math.round(clock.window(HEARTBEAT_MS)));
  sendTo(socket, JSON.stringify({ op: 10, d: { heartbeat_interval: interval } }));
}

function take(connection: Connection, text: string): void {
  const { gateway, socket } = connection;
  const { world } = gateway;
  world.received.add("WS", "/gateway", text.replace(/"token":"[^"]*"/, '"token":"***"'));
  if (Buffer.byteLength(text) > FRAME_BYTES) throw new Closing(4002, "Error while decoding payload.");
  const { op, d } = frameOf(text);
  countFrame(connection);
  if (!OPCODES.has(op)) throw new Closing(4001, "Unknown opcode.");
  if (op === 1) {
    if (world.faults.take("discord-zombie") === undefined) sendTo(socket, JSON.stringify({ op: 11 }));
  } else if (op === 2 || op === 6) {
    if (connection.session !== undefined) throw new Closing(4005, "Already authenticated.");
    if (op === 2) identify(connection, d);
    else resume(connection, d);
  } else if (connection.session === undefined) throw new Closing(4003, "Not authenticated.");
}

function frameOf(text: string): { op: number; d: Json } {
  try {
    const frame = JSON.parse(text) as { op?: unknown; d?: unknown } | null;
    const d = typeof frame?.d === "object" && frame.d !== null ? (frame.d as Json) : {};
    return { op: typeof frame?.op === "number" ? frame.op : -1, d };
  } catch {
    throw new Closing(4002, "Error while decoding payload.");
  }
}

function countFrame(connection: Connection): void {
  const { gateway } = connection;
  if (!gateway.limits) return;
  const now = Date.now();
  if (now >= connection.framesUntil) {
    connection.frames = 0;
    connection.framesUntil = now + gateway.world.clock.window(FRAMES_MS);
  }
  connection.frames += 1;
  if (connection.frames > FRAMES) throw new Closing(4008, "Rate limited.");
}

function applicationWith({ world }: Gateway, data: Json): Application {
  const token = String(data.token).replace(/^Bot /, "");
  const found = [...world.applications.values()].find((one) => one.token === token && !one.revoked);
  if (found === undefined || world.faults.take("discord-token-revoked") !== undefined)
    throw new Closing(4004, "Authentication failed.");
  return found;
}

/** May it identify now? One for each application in 5 seconds, and 1,000 a day: beyond that its token is reset. */
function mayIdentify(gateway: Gateway, application: Application): boolean {
  if (!gateway.limits) return true;
  const now = Date.now();
  const { identifies, nextIdentifyAt } = application;
  if (now < nextIdentifyAt) return false;
  application.nextIdentifyAt = now + gateway.world.clock.window(IDENTIFY_MS);
  application.identifies = identifies + 1;
  if (application.identifies > 1000) {
    application.revoked = true;
    throw new Closing(4004, "Authentication failed.");
  }
  return true;
}

function identify(connection: Connection, data: Json): void {
  const { gateway, socket } = connection;
  const { world } = gateway;
  const application = applicationWith(gateway, data);
  const intents = Number(data.intents);
  if (!Number.isInteger(intents) || intents < 0 || (intents & ~KNOWN_INTENTS) !== 0)
    throw new Closing(4013, "Invalid intent(s).");
  const refused =
    (intents & CONTENT) !== 0 && world.faults.take("discord-content-refused") !== undefined ? CONTENT : 0;
  if ((intents & PRIVILEGED & (~application.allowedPrivilegedIntents | refused)) !== 0)
    throw new Closing(4014, "Disallowed intent(s).");
  const [shard = 0, shards = 1] = Array.isArray(data.shard) ? (data.shard as number[]) : [];
  if (!(shards >= 1 && shard >= 0 && shard < shards)) throw new Closing(4010, "Invalid shard.");
  if (!mayIdentify(gateway, application)) {
    sendTo(socket, INVALID_SESSION);
    return;
  }
  const session: Session = { id: newToken(), application, intents, shard, shards, socket, seq: 0, sent: [] };
  connection.session = session;
  gateway.sessions.set(session.id, session);
  const guilds = [...world.guilds.values()].filter(
    (guild) =>
      guild.installed.has(application.id) && Number((BigInt(guild.id) >> 22n) % BigInt(shards)) === shard,
  );
  gateway.send(session, "READY", {
    v: 10,
    user: userJson(application.bot),
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: gateway.url(),
    shard: [shard, shards],
    application: { id: application.id, flags: 0 },
  });
  if ((intents & 1) === 0) return;
  for (const guild of guilds)
    gateway.send(session, "GUILD_CREATE", guildJson(world, guild, application, intents));
}

function resume(connection: Connection, data: Json): void {
  const { gateway, socket } = connection;
  const application = applicationWith(gateway, data);
  const session = gateway.sessions.get(String(data.session_id));
  const seq = Number(data.seq);
  if (session !== undefined && seq > session.seq) throw new Closing(4007, "Invalid seq.");
  const lost = (session?.sent[0]?.seq ?? seq + 1) > seq + 1;
  if (session === undefined || session.application !== application || lost) {
    sendTo(socket, INVALID_SESSION);
    return;
  }
  const before = session.socket;
  session.socket = socket;
  connection.session = session;
  before?.terminate();
  for (const missed of session.sent) if (missed.seq > seq) sendTo(socket, missed.frame);
  gateway.send(session, "RESUMED", {});
}
