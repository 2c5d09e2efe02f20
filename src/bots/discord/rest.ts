import { REST } from "discord.js";
import type { Secret } from "../../config.ts";

interface RestOptions {
  readonly token: Secret;
  readonly api: string | undefined;
  readonly timeoutMs: number;
}

/**
 * The client that sends for the outbox. It never repeats a request and never waits out a limit: both would send twice
 * what the outbox sends again.
 */
export function createSendingRest({ token, api, timeoutMs }: RestOptions): REST {
  return new REST({
    version: "10",
    retries: 0,
    timeout: timeoutMs,
    rejectOnRateLimit: () => true,
    ...(api === undefined ? {} : { api }),
  }).setToken(token.reveal());
}

/** The client that answers presses, reads back and keeps notices: it waits out limits, and repeats nothing by itself. */
export function createAnsweringRest({ token, api, timeoutMs, speed }: RestOptions & { speed: number }): REST {
  return new REST({
    version: "10",
    retries: 0,
    timeout: timeoutMs,
    offset: 50 / speed,
    ...(api === undefined ? {} : { api }),
  }).setToken(token.reveal());
}
