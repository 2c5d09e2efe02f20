import { createHmac } from "node:crypto";
import type { Received } from "#sandbox/received.ts";
import type { Timers } from "#sandbox/timers.ts";
import { type Obj, parseJson } from "./json.ts";
import type { InstalledApp, Outcome, PushKind } from "./model.ts";

export interface HttpPush {
  readonly kind: PushKind;
  readonly body: Obj;
  readonly retry: number;
  readonly reason: string;
  readonly windowMs: number;
  readonly timers: Timers;
  readonly received: Received;
  readonly now: number;
}

/** Signs a body as Slack does: HMAC-SHA256 over `v0:seconds:body`. */
export function signature(secret: string, seconds: number, body: string): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex")}`;
}

/** Posts one push to the app's request URL. A timeout does not wait for the reply, which may still come. */
export async function postToApp(app: InstalledApp, url: string, push: HttpPush): Promise<Outcome> {
  const { body, type } = encoded(push);
  const abort = new AbortController();
  let timedOut = false;
  const cancel = push.timers.after(push.windowMs, () => {
    timedOut = true;
    abort.abort();
  });
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: headersFor(app, push, body, type),
      body,
      redirect: "manual",
      signal: AbortSignal.any([abort.signal, push.timers.disposed]),
    });
    const text = await response.text();
    push.received.add("RESPONSE", url, text);
    if (response.status >= 200 && response.status < 300) {
      return { ok: true, payload: text === "" ? {} : (parseJson(text) ?? { text }) };
    }
    return { ok: false, reason: "http_error", noRetry: response.headers.get("x-slack-no-retry") === "1" };
  } catch {
    // fetch words a refused connection, a reset and our own abort differently; Slack has two reasons for them.
    return { ok: false, reason: timedOut ? "http_timeout" : "connection_failed", noRetry: false };
  } finally {
    cancel();
  }
}

function encoded(push: HttpPush): { body: string; type: string } {
  if (push.kind === "events_api") return { body: JSON.stringify(push.body), type: "application/json" };
  const fields =
    push.kind === "interactive"
      ? { payload: JSON.stringify(push.body) }
      : Object.fromEntries(Object.entries(push.body).map(([key, value]) => [key, String(value)]));
  return { body: new URLSearchParams(fields).toString(), type: "application/x-www-form-urlencoded" };
}

function headersFor(app: InstalledApp, push: HttpPush, body: string, type: string): Record<string, string> {
  const seconds = Math.floor(push.now / 1000);
  return {
    "content-type": type,
    "x-slack-request-timestamp": String(seconds),
    "x-slack-signature": signature(app.signingSecret ?? "", seconds, body),
    "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
    ...(push.retry > 0
      ? { "x-slack-retry-num": String(push.retry), "x-slack-retry-reason": push.reason || "http_timeout" }
      : {}),
  };
}

/** Slack's check of a request URL, signed: the app must answer with the challenge. Throws when it does not. */
export async function verifyRequestUrl(app: InstalledApp, url: string, now: number): Promise<void> {
  const challenge = createHmac("sha256", app.appId).update(String(now)).digest("hex");
  const body = JSON.stringify({ token: app.verificationToken, challenge, type: "url_verification" });
  const seconds = Math.floor(now / 1000);
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-slack-request-timestamp": String(seconds),
      "x-slack-signature": signature(app.signingSecret ?? "", seconds, body),
    },
    body,
  });
  const text = await response.text();
  const answer = parseJson(text);
  const echoed =
    typeof answer === "object" && answer !== null && "challenge" in answer ? answer.challenge : text;
  if (response.status !== 200 || echoed !== challenge) {
    throw new Error(`${url} did not answer the challenge (HTTP ${response.status})`);
  }
}

/** Slack's certificate check of a request URL: a form with `ssl_check=1`, unsigned. Resolves with the status. */
export async function sslCheck(app: InstalledApp, url: string): Promise<number> {
  const body = new URLSearchParams({ ssl_check: "1", token: app.verificationToken }).toString();
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body,
  });
  await response.arrayBuffer();
  return response.status;
}
