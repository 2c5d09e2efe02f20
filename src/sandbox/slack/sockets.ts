import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocket, WebSocketServer } from "ws";
import type { SandboxClock } from "#sandbox/clock.ts";
import type { Received } from "#sandbox/received.ts";
import type { Timers } from "#sandbox/timers.ts";
import { ApiError } from "./errors.ts";
import type { Faults } from "./faults.ts";
import type { Ids } from "./ids.ts";
import { isObj, type Obj, parseJson } from "./json.ts";
import { ACK_WINDOW_MS, type InstalledApp, type Outcome } from "./model.ts";

const TICKET_LIFE_MS = 30_000;
const MAX_CONNECTIONS = 10;

type Connection = { app: InstalledApp; ws: WebSocket; leaving: boolean };
type Waiting = { connection: Connection; settle: (outcome: Outcome) => void };

/** The Socket Mode side: tickets, connections, envelopes and their acknowledgements. */
export class Sockets implements Disposable {
  #parts: { clock: SandboxClock; timers: Timers; faults: Faults; ids: Ids; received: Received };
  #server = new WebSocketServer({ noServer: true });
  #tickets = new Map<string, { app: InstalledApp; expiresAt: number }>();
  #connections: Connection[] = [];
  #waiting = new Map<string, Waiting>();
  #wakers: { app: InstalledApp; wake: () => void }[] = [];
  #turn = 0;
  origin = "";

  constructor(parts: { clock: SandboxClock; timers: Timers; faults: Faults; ids: Ids; received: Received }) {
    this.#parts = parts;
    parts.faults.whenAdded((kind) => {
      if (kind === "slack-refresh" || kind === "slack-socket-drop") {
        for (const connection of [...this.#connections]) this.#hit(connection);
      }
    });
  }

  /** A URL that opens one connection, once, within 30 s. */
  ticketUrl(app: InstalledApp): string {
    if (this.count(app) >= MAX_CONNECTIONS) throw new ApiError("too_many_websockets");
    const { clock, ids } = this.#parts;
    const ticket = `${ids.hex(8)}-${ids.hex(12)}`;
    this.#tickets.set(ticket, { app, expiresAt: clock.now() + clock.window(TICKET_LIFE_MS) });
    return `${this.origin.replace("http", "ws")}/link/?ticket=${ticket}&app_id=${app.appId}`;
  }

  count(app: InstalledApp): number {
    return this.#open(app).length;
  }

  connected(app: InstalledApp): boolean {
    return this.#open(app).length > 0;
  }

  /** Resolves when the app opens its next connection; never for an app that takes HTTP. */
  nextConnection(app: InstalledApp): Promise<void> {
    return new Promise((wake) => this.#wakers.push({ app, wake }));
  }

  /** Takes a connection over from the HTTP server. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { clock, faults } = this.#parts;
    const url = new URL(request.url ?? "/", this.origin);
    const ticket = this.#tickets.get(url.searchParams.get("ticket") ?? "");
    if (faults.take("slack-refuse-socket")) {
      socket.destroy();
      return;
    }
    if (url.pathname !== "/link/" || !ticket || ticket.expiresAt <= clock.now()) {
      socket.end("HTTP/1.1 401 Unauthorized\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    this.#tickets.delete(url.searchParams.get("ticket") ?? "");
    this.#server.handleUpgrade(request, socket, head, (ws) => this.#accept(ticket.app, ws));
  }

  #accept(app: InstalledApp, ws: WebSocket): void {
    const connection: Connection = { app, ws, leaving: false };
    this.#connections.push(connection);
    ws.on("message", (data, isBinary) => {
      if (!isBinary) this.#frame(data.toString());
    });
    ws.on("error", () => ws.terminate());
    ws.on("close", () => this.#closed(connection));
    const hello = {
      type: "hello",
      num_connections: this.count(app),
      debug_info: { host: "applink-1", build_number: 10, approximate_connection_time: 18_060 },
      connection_info: { app_id: app.appId },
    };
    ws.send(JSON.stringify(hello));
    const woken = this.#wakers.filter((one) => one.app === app);
    this.#wakers = this.#wakers.filter((one) => one.app !== app);
    for (const { wake } of woken) wake();
    this.#hit(connection);
  }

  #closed(connection: Connection): void {
    this.#connections = this.#connections.filter((one) => one !== connection);
    for (const waiting of [...this.#waiting.values()]) {
      if (waiting.connection === connection) {
        waiting.settle({ ok: false, reason: "connection_failed", noRetry: false });
      }
    }
  }

  #frame(raw: string): void {
    this.#parts.received.add("WS", "/link/", raw);
    const frame = parseJson(raw);
    if (!isObj(frame) || typeof frame.envelope_id !== "string") return;
    this.#waiting.get(frame.envelope_id)?.settle({ ok: true, payload: frame.payload ?? {} });
  }

  /** Sends an envelope over one of the app's connections and waits for its acknowledgement. */
  send(app: InstalledApp, envelope: Obj & { envelope_id: string }): Promise<Outcome> {
    const { clock, timers } = this.#parts;
    const open = this.#open(app);
    const connection = open[this.#turn++ % Math.max(1, open.length)];
    if (!connection) return Promise.resolve({ ok: false, reason: "connection_failed", noRetry: false });
    return new Promise((resolve) => {
      const settle = (outcome: Outcome) => {
        cancel();
        this.#waiting.delete(envelope.envelope_id);
        resolve(outcome);
      };
      const cancel = timers.after(clock.window(ACK_WINDOW_MS), () =>
        settle({ ok: false, reason: "timeout", noRetry: false }),
      );
      this.#waiting.set(envelope.envelope_id, { connection, settle });
      connection.ws.send(JSON.stringify(envelope));
    });
  }

  /** Sends a disconnect frame on every connection of the app, as before a deploy or when the app is disabled. */
  disconnect(app: InstalledApp, reason: "warning" | "refresh_requested" | "link_disabled"): void {
    for (const connection of this.#open(app)) this.#leave(connection, reason);
  }

  #leave(connection: Connection, reason: string): void {
    if (reason !== "warning") connection.leaving = true;
    connection.ws.send(JSON.stringify({ type: "disconnect", reason, debug_info: { host: "applink-1" } }));
  }

  #hit(connection: Connection): void {
    const { faults } = this.#parts;
    if (faults.take("slack-refresh")) this.#leave(connection, "refresh_requested");
    if (faults.take("slack-socket-drop")) connection.ws.terminate();
  }

  #open(app: InstalledApp): Connection[] {
    return this.#connections.filter(
      (one) => one.app === app && !one.leaving && one.ws.readyState === WebSocket.OPEN,
    );
  }

  [Symbol.dispose](): void {
    for (const { ws } of this.#connections) ws.terminate();
    this.#server.close();
  }
}
