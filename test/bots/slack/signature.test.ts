import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { type Rig, rig, SIGNING_SECRET } from "./rig.ts";

const FIVE_MINUTES_S = 300;

interface Forged {
  readonly secret?: string;
  /** Seconds since 1970 that the request claims to be sent at. */
  readonly at?: number;
  readonly sign?: boolean;
  /** Changed after it was signed. */
  readonly sentBody?: (body: string) => string;
}

/** A message event in the team's channel, as Slack would push it, but for what is forged. */
async function push(it: Rig, { secret = SIGNING_SECRET, sign = true, ...forged }: Forged = {}) {
  const { ts } = it.slack.messages(it.intakeId)[0] ?? { ts: "1.1" };
  const event = { type: "message", channel: it.intakeId, user: "U1", text: "hi", ts: "9.9", thread_ts: ts };
  const body = JSON.stringify({
    token: "t",
    team_id: it.teamId,
    api_app_id: it.appId,
    type: "event_callback",
    event_id: "Ev1",
    event: { ...event, event_ts: event.ts, channel_type: "channel" },
  });
  const at = String(forged.at ?? Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac("sha256", secret).update(`v0:${at}:${body}`).digest("hex")}`;
  const response = await fetch(`http://127.0.0.1:${it.port}/slack/events`, {
    method: "POST",
    body: forged.sentBody?.(body) ?? body,
    headers: {
      "content-type": "application/json",
      ...(sign ? { "x-slack-request-timestamp": at, "x-slack-signature": signature } : {}),
    },
  });
  return response.status;
}

test("over HTTP only what Slack signed lately is taken in", async () => {
  await using it = await rig({ mode: "http" });
  const now = Math.floor(Date.now() / 1000);
  const refused: Forged[] = [
    { secret: "another-secret" },
    { sentBody: (body) => body.replace('"hi"', '"ho"') },
    { sentBody: (body) => JSON.stringify(JSON.parse(body), null, 1) },
    { at: now - FIVE_MINUTES_S - 5 },
    { sign: false },
  ];
  const before = await it.core.db.arrival.count();
  for (const forged of refused) expect(await push(it, forged)).toBe(401);
  expect(await it.core.db.arrival.count()).toBe(before);
  expect(await push(it)).toBe(200);
  expect(await it.core.db.arrival.count()).toBe(before + 1);
});
