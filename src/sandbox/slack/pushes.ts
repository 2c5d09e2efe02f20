import type { SandboxClock } from "#sandbox/clock.ts";
import type { Received } from "#sandbox/received.ts";
import type { Timers } from "#sandbox/timers.ts";
import { InteractionFailed } from "./errors.ts";
import type { Faults } from "./faults.ts";
import { type HttpPush, postToApp } from "./http-push.ts";
import type { Ids } from "./ids.ts";
import type { Obj } from "./json.ts";
import { ACK_WINDOW_MS, type InstalledApp, type Outcome, type PushKind } from "./model.ts";
import type { Sockets } from "./sockets.ts";
import type { Pushes } from "./world.ts";

/** Waits before the three retries of an event. */
const RETRY_DELAYS_MS = [0, 60_000, 300_000];

type Attempt = { kind: PushKind; body: Obj; retry: number; reason: string };

/** Pushes events and interactions to apps, with the windows and the redelivery of Slack. */
export class AppPushes implements Pushes {
  #parts: {
    clock: SandboxClock;
    timers: Timers;
    faults: Faults;
    sockets: Sockets;
    ids: Ids;
    received: Received;
  };
  #counts: Record<string, number>;

  constructor(
    parts: {
      clock: SandboxClock;
      timers: Timers;
      faults: Faults;
      sockets: Sockets;
      ids: Ids;
      received: Received;
    },
    counts: Record<string, number>,
  ) {
    this.#parts = parts;
    this.#counts = counts;
  }

  event(app: InstalledApp, body: Obj, person: string | undefined): void {
    const copies = this.#copies(person);
    void this.#deliverEvent(app, body);
    this.#repeat(app, "events_api", body, copies);
  }

  async interact(app: InstalledApp, kind: PushKind, body: Obj, person: string): Promise<unknown> {
    const copies = this.#copies(person);
    const first = this.#tryConnections(app, kind, body);
    this.#repeat(app, kind, body, copies);
    const outcome = await first;
    if (outcome.ok) return outcome.payload;
    throw new InteractionFailed(`${app.name} did not respond (${outcome.reason})`);
  }

  /** An interaction is not retried, but one whose connection broke goes to another one that is open. */
  async #tryConnections(app: InstalledApp, kind: PushKind, body: Obj): Promise<Outcome> {
    const { clock, sockets } = this.#parts;
    const until = clock.now() + clock.window(ACK_WINDOW_MS);
    let retry = 0;
    let outcome = await this.#try(app, { kind, body, retry, reason: "" });
    while (
      !outcome.ok &&
      outcome.reason === "connection_failed" &&
      sockets.connected(app) &&
      clock.now() < until
    ) {
      retry += 1;
      outcome = await this.#try(app, { kind, body, retry, reason: outcome.reason });
    }
    return outcome;
  }

  #copies(person: string | undefined): number {
    return this.#parts.faults.takeAll("slack-redeliver", person === undefined ? {} : { person });
  }

  /** The redeliver fault: the same payload again, though the first may have been acknowledged. */
  #repeat(app: InstalledApp, kind: PushKind, body: Obj, copies: number): void {
    for (let retry = 1; retry <= copies; retry += 1) {
      void this.#try(app, { kind, body, retry, reason: "timeout" });
    }
  }

  async #deliverEvent(app: InstalledApp, body: Obj): Promise<void> {
    const { clock, timers, sockets } = this.#parts;
    const giveUpAt = clock.now() + clock.window(RETRY_DELAYS_MS.reduce((sum, ms) => sum + ms, 0));
    let reason = "";
    for (let retry = 0; retry <= RETRY_DELAYS_MS.length; retry += 1) {
      const delay = retry === 0 ? 0 : (RETRY_DELAYS_MS[retry - 1] ?? 0);
      if (delay > 0) await timers.sleep(clock.window(delay), sockets.nextConnection(app));
      if (app.requestUrl === undefined && !sockets.connected(app)) {
        await timers.sleep(Math.max(0, giveUpAt - clock.now()), sockets.nextConnection(app));
        if (!sockets.connected(app)) break;
      }
      if (timers.stopped) return;
      const outcome = await this.#try(app, { kind: "events_api", body, retry, reason });
      if (outcome.ok) return;
      if (outcome.noRetry) break;
      reason = outcome.reason;
      this.#counts["event-attempts-failed"] = (this.#counts["event-attempts-failed"] ?? 0) + 1;
    }
    this.#counts["events-lost"] = (this.#counts["events-lost"] ?? 0) + 1;
  }

  async #try(app: InstalledApp, attempt: Attempt): Promise<Outcome> {
    const { clock, ids, sockets, timers, received } = this.#parts;
    const windowMs = clock.window(ACK_WINDOW_MS);
    if (app.requestUrl !== undefined) {
      const push: HttpPush = { ...attempt, windowMs, timers, received, now: clock.now() };
      return postToApp(app, app.requestUrl, push);
    }
    return sockets.send(app, {
      envelope_id: `${ids.hex(8)}-${ids.hex(4)}-4${ids.hex(3)}-a${ids.hex(3)}-${ids.hex(12)}`,
      type: attempt.kind,
      payload: attempt.body,
      accepts_response_payload: attempt.kind !== "events_api" && attempt.body.type !== "shortcut",
      ...(attempt.kind === "events_api" || attempt.retry > 0
        ? { retry_attempt: attempt.retry, retry_reason: attempt.reason }
        : {}),
    });
  }
}
