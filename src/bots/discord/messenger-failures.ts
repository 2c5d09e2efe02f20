import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import { DeliveryFailure, type DeliveryTrouble } from "#core/messenger.ts";

/** What Discord's error codes mean for the outbox; a code that is not here is judged by its HTTP status. */
const CODES: ReadonlyMap<number, DeliveryTrouble> = new Map<number, DeliveryTrouble>([
  [10003, { why: "gone" }],
  [10008, { why: "gone" }],
  [10013, { why: "closed" }],
  [50007, { why: "closed" }],
  [50278, { why: "closed" }],
  [50001, { why: "forbidden", what: "channel-access" }],
  [50013, { why: "forbidden", what: "channel-permission" }],
  [50083, { why: "forbidden", what: "thread-archived" }],
  [160005, { why: "forbidden", what: "thread-locked" }],
  [50035, { why: "rejected", what: "invalid-form" }],
  [200000, { why: "rejected", what: "server-filter" }],
  [200001, { why: "rejected", what: "server-filter" }],
  [20016, { why: "rate-limited", retryAfterMs: 5000 }],
  [20028, { why: "rate-limited", retryAfterMs: 5000 }],
  [20029, { why: "rate-limited", retryAfterMs: 5000 }],
]);

/** These happen before a byte of the request has left, so nothing can have been done. */
const NEVER_LEFT: ReadonlySet<unknown> = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETUNREACH",
  "EHOSTUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

function codesOf(error: unknown): unknown[] {
  if (typeof error !== "object" || error === null) return [];
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown };
  return [code, ...codesOf(cause), ...(Array.isArray(errors) ? errors.flatMap(codesOf) : [])];
}

/**
 * Why a request did not end well. Unknown trouble counts as ambiguous: to look again costs a request, to say a thing
 * twice costs trust.
 */
export function troubleOf(error: unknown): DeliveryTrouble {
  if (error instanceof DeliveryFailure) return error.trouble;
  if (error instanceof RateLimitError) return { why: "rate-limited", retryAfterMs: error.retryAfter };
  if (error instanceof DiscordAPIError) {
    const known = CODES.get(Number(error.code));
    if (known !== undefined) return known;
    if (error.status === 401) return { why: "signed-out" };
    if (error.status === 403) return { why: "forbidden", what: "refused" };
    if (error.status === 404) return { why: "gone" };
    return { why: "rejected", what: "refused" };
  }
  if (error instanceof HTTPError) {
    if (error.status === 401) return { why: "signed-out" };
    return { why: "ambiguous" };
  }
  // @NOTE discord.js throws a plain Error once it has seen a 401 and cleared its token.
  if (error instanceof Error && error.message.startsWith("Expected token to be set"))
    return { why: "signed-out" };
  const codes = codesOf(error);
  if (codes.some((code) => NEVER_LEFT.has(code))) return { why: "not-sent" };
  return { why: "ambiguous" };
}

/** Runs one request; every failure leaves as a DeliveryFailure. */
export async function asDelivery<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw new DeliveryFailure(troubleOf(error));
  }
}
