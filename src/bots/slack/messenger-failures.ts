import { ErrorCode } from "@slack/web-api";
import { DeliveryFailure, type DeliveryTrouble } from "#core/messenger.ts";

const SIGNED_OUT = new Set([
  "invalid_auth",
  "not_authed",
  "token_revoked",
  "token_expired",
  "account_inactive",
  "org_login_required",
]);
const GONE = new Set(["message_not_found", "thread_not_found"]);
const FORBIDDEN = new Set([
  "missing_scope",
  "not_in_channel",
  "channel_not_found",
  "is_archived",
  "restricted_action",
  "cant_update_message",
  "no_permission",
  "team_access_not_granted",
  "messages_tab_disabled",
]);
const PASSING = new Set(["ratelimited", "rate_limited"]);
/** May or may not have been done. */
const UNCLEAR = new Set(["internal_error", "fatal_error", "service_unavailable", "request_timeout"]);

/** A missing or malformed Retry-After is taken for this long; real milliseconds. */
const DEFAULT_WAIT_MS = 5000;

interface SlackError {
  readonly code?: string;
  readonly retryAfter?: number;
  readonly data?: { readonly error?: string };
  readonly original?: { readonly code?: string };
}

const NEVER_LEFT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH"]);

function codesOf(error: unknown): unknown[] {
  if (typeof error !== "object" || error === null) return [];
  const { code, cause, original, errors } = error as {
    code?: unknown;
    cause?: unknown;
    original?: unknown;
    errors?: unknown;
  };
  return [
    code,
    ...codesOf(cause),
    ...codesOf(original),
    ...(Array.isArray(errors) ? errors.flatMap(codesOf) : []),
  ];
}

/** Why a request did not end well. Unknown trouble counts as ambiguous: to look again costs a request, to say a thing twice costs trust. */
export function troubleOf(error: unknown): DeliveryTrouble {
  if (error instanceof DeliveryFailure) return error.trouble;
  const { code, retryAfter, data } = (error ?? {}) as SlackError;
  if (code === ErrorCode.RateLimitedError) {
    const seconds = Number(retryAfter);
    return {
      why: "rate-limited",
      retryAfterMs: Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : DEFAULT_WAIT_MS,
    };
  }
  if (code === ErrorCode.PlatformError) {
    const name = data?.error ?? "";
    if (SIGNED_OUT.has(name)) return { why: "signed-out" };
    if (GONE.has(name)) return { why: "gone" };
    if (PASSING.has(name)) return { why: "rate-limited", retryAfterMs: DEFAULT_WAIT_MS };
    if (FORBIDDEN.has(name)) return { why: "forbidden", what: name };
    // A reply that was no JSON comes as an "error" that is its text: nothing is known then.
    if (UNCLEAR.has(name) || !/^[a-z_]{1,60}$/.test(name)) return { why: "ambiguous" };
    return { why: "rejected", what: name };
  }
  if (error instanceof Error && /retry header|Retry-After/i.test(error.message))
    return { why: "rate-limited", retryAfterMs: DEFAULT_WAIT_MS };
  if (codesOf(error).some((one) => typeof one === "string" && NEVER_LEFT.has(one)))
    return { why: "not-sent" };
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
