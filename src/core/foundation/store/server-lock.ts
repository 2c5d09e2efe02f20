import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type DaemonLock, inOrder, type LockRequest } from "./daemon-lock.ts";

/** How often the holder asks whether its connection still stands, and how long it waits for the answer. */
const HEARTBEAT_MS = 5000;
const RECONNECT_MS = 1000;

const TRY = "select pg_try_advisory_lock(hashtextextended($1, 0)) as taken";
const WAIT = "select pg_advisory_lock(hashtextextended($1, 0))";

/** One session that does nothing but hold the locks: when it ends, for whatever reason, the server frees them. */
class LockSession implements DaemonLock {
  readonly lost: Promise<void>;
  readonly #client: pg.Client;
  readonly #keys: readonly string[];
  readonly #reportLost: () => void;
  #released = false;
  #heartbeat: NodeJS.Timeout | undefined;

  constructor({ url, roles }: LockRequest) {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.lost = promise;
    this.#reportLost = resolve;
    this.#keys = inOrder(roles).map((role) => `curbside:${role}`);
    this.#client = new pg.Client({
      connectionString: url,
      application_name: `curbside ${roles.join(" ")}`,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
    });
    this.#client.on("error", () => this.#fail());
    this.#client.on("end", () => this.#fail());
  }

  /** A server that waits for a lock does not notice that its client died, unless it is told to look. */
  async connect(): Promise<void> {
    await this.#client.connect();
    await this.#client.query("set client_connection_check_interval = '1s'");
  }

  async tryTake(): Promise<boolean> {
    for (const key of this.#keys) {
      const { rows } = await this.#client.query<{ taken: boolean }>(TRY, [key]);
      if (rows[0]?.taken !== true) return false;
    }
    this.#beat();
    return true;
  }

  async take(): Promise<void> {
    for (const key of this.#keys) await this.#client.query(WAIT, [key]);
    this.#beat();
  }

  async release(): Promise<void> {
    if (this.#released) return;
    this.#released = true;
    clearTimeout(this.#heartbeat);
    await this.#client.end();
  }

  #fail(): void {
    clearTimeout(this.#heartbeat);
    if (!this.#released) this.#reportLost();
  }

  /** A network that swallows everything breaks no connection: only an answer shows that the lock is still ours. */
  #beat(): void {
    this.#heartbeat = setTimeout(() => {
      const silence = setTimeout(() => this.#fail(), HEARTBEAT_MS);
      this.#client.query("select 1").then(
        () => {
          clearTimeout(silence);
          if (!this.#released) this.#beat();
        },
        () => {
          clearTimeout(silence);
          this.#fail();
        },
      );
    }, HEARTBEAT_MS);
    this.#heartbeat.unref();
  }
}

/** Takes the lock now or not at all. Throws when the server cannot be reached. */
export async function takeServerLock(
  request: LockRequest,
): Promise<DaemonLock | { readonly heldBy: string }> {
  const session = new LockSession(request);
  try {
    await session.connect();
    if (await session.tryTake()) return session;
  } catch (error) {
    await session.release();
    throw error;
  }
  await session.release();
  return { heldBy: "another process on this database" };
}

/** Waits in the server's queue; reconnects every second while the server is away. Throws when `signal` is aborted. */
export async function waitForServerLock(request: LockRequest, signal: AbortSignal): Promise<DaemonLock> {
  for (;;) {
    signal.throwIfAborted();
    const session = new LockSession(request);
    const stop = () => void session.release();
    signal.addEventListener("abort", stop, { once: true });
    try {
      await session.connect();
      await session.take();
      return session;
    } catch (error) {
      await session.release();
      signal.throwIfAborted();
      if (!isAway(error)) throw error;
      await sleep(RECONNECT_MS);
    } finally {
      signal.removeEventListener("abort", stop);
    }
  }
}

/** The server is down, starting, stopping, or dropped us; anything else (a wrong password) will not pass by waiting. */
function isAway(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === "string") return /^(E[A-Z]+|57P0\d|08\d{3}|53300)$/.test(code);
  return typeof message === "string" && /connection|timeout/i.test(message);
}
