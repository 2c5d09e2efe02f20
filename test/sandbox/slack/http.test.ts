import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { App, HTTPReceiver } from "@slack/bolt";
import { describe, expect, test } from "vitest";
import { signature } from "#sandbox/slack/http-push.ts";
import {
  BOT_TOKEN,
  buttons,
  input,
  modal,
  plainClient,
  quiet,
  type Rig,
  rig,
  SECRET,
  section,
  until,
} from "./rig.ts";

/** A real Bolt HTTP app on a free port, and the workspace that delivers to it. */
async function httpRig(
  register: (app: App) => void,
  options: { speed?: number; signingSecret?: string } = {},
) {
  const receiver = new HTTPReceiver({ signingSecret: SECRET, logger: quiet });
  const port = await freePort();
  const r = await rig({
    ...options,
    app: {
      requestUrl: `http://127.0.0.1:${port}/slack/events`,
      signingSecret: options.signingSecret ?? SECRET,
      commands: ["/curbside"],
    },
  });
  const app = new App({
    token: BOT_TOKEN,
    receiver,
    logger: quiet,
    clientOptions: { slackApiUrl: r.slack.apiUrl },
  });
  register(app);
  await app.start(port);
  return {
    ...r,
    async [Symbol.asyncDispose]() {
      await app.stop();
      await r[Symbol.asyncDispose]();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A plain server in the app's place: records requests and answers what it is told. */
async function recorder(
  answer: (n: number) => { status: number; headers?: Record<string, string>; hang?: boolean },
) {
  const requests: { headers: IncomingMessage["headers"]; body: string }[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      requests.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      const { status, headers, hang } = answer(requests.length);
      if (!hang) response.writeHead(status, headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/slack/events`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function card(r: Rig): Promise<void> {
  const blocks = [section("card"), buttons("Claim")];
  await plainClient(r.slack).chat.postMessage({ channel: r.channelId, text: "card", blocks });
}

describe("delivery by HTTP to Bolt", () => {
  test("events, presses, forms and commands arrive and are answered", async () => {
    const got: string[] = [];
    await using r = await httpRig((app) => {
      app.message(async ({ message }) => void got.push("text" in message ? (message.text ?? "") : ""));
      app.action("claim", async ({ ack, body, client }) => {
        await ack();
        if (body.type !== "block_actions") return;
        await client.views.open({ trigger_id: body.trigger_id, view: modal("A", [input("t", "Text")]) });
      });
      app.view("form", async ({ ack, view }) => {
        const text = view.state.values.t?.value?.value;
        await ack(text === "bad" ? { response_action: "errors", errors: { t: "Not this" } } : undefined);
      });
      app.command("/curbside", async ({ ack, command }) => ack(`heard ${command.text}`));
    });
    r.ana.type(r.channelId, "hello & <bye>");
    await until(() => got.length === 1);
    expect(got).toEqual(["hello &amp; &lt;bye&gt;"]);
    await card(r);
    await r.ana.press("Claim");
    await r.ana.when(() => r.ana.form !== undefined);
    expect(await r.ana.submit({ Text: "bad" })).toBe("errors");
    expect(r.ana.form?.errors).toEqual({ Text: "Not this" });
    expect(await r.ana.submit({ Text: "good" })).toBe("closed");
    await r.ana.command("/curbside", "you & me", r.channelId);
    expect(r.seen.at(-1)).toMatchObject({ place: "private", text: "heard you & me" });
  });

  test("the address is verified with a signed challenge and an unsigned certificate check", async () => {
    await using r = await httpRig(() => {});
    await r.slack.verifyRequestUrl(r.appId);
    expect(await r.slack.sslCheck(r.appId)).toBe(200);
  });

  test("an app with another signing secret refuses everything", async () => {
    await using r = await httpRig(
      (app) => {
        app.action("claim", async ({ ack }) => ack());
      },
      { signingSecret: "another" },
    );
    await expect(r.slack.verifyRequestUrl(r.appId)).rejects.toThrow("HTTP 401");
    await card(r);
    await expect(r.ana.press("Claim")).rejects.toThrow("did not respond (http_error)");
  });

  test("an unknown action fails for the person", async () => {
    await using r = await httpRig(() => {}, { speed: 10 });
    await card(r);
    await expect(r.ana.press("Claim")).rejects.toThrow("did not respond (http_timeout)");
  });
});

describe("requests and retries", () => {
  test("are signed over the raw body, with exactly the content types that Bolt needs", async () => {
    await using app = await recorder(() => ({ status: 200 }));
    await using r = await rig({ app: { requestUrl: app.url, signingSecret: SECRET } });
    await card(r);
    await r.ana.press("Claim");
    await until(() => app.requests.length === 2);
    expect(app.requests.map((one) => one.headers["content-type"])).toEqual([
      "application/json",
      "application/x-www-form-urlencoded",
    ]);
    for (const { headers, body } of app.requests) {
      const seconds = Number(headers["x-slack-request-timestamp"]);
      expect(headers["x-slack-signature"]).toBe(signature(SECRET, seconds, body));
    }
    const form = new URLSearchParams(app.requests[1]?.body);
    expect([...form.keys()]).toEqual(["payload"]);
    expect(JSON.parse(form.get("payload") ?? "")).toMatchObject({ type: "block_actions" });
  });

  test("an event that fails comes three times more, then is lost", async () => {
    await using app = await recorder((n) => (n === 1 ? { status: 200, hang: true } : { status: 500 }));
    await using r = await rig({ speed: 60, app: { requestUrl: app.url, signingSecret: SECRET } });
    r.ana.type(r.channelId, "hello");
    await until(() => r.slack.stats["events-lost"] === 1, 15_000);
    expect(
      app.requests.map(({ headers }) => [headers["x-slack-retry-num"], headers["x-slack-retry-reason"]]),
    ).toEqual([
      [undefined, undefined],
      ["1", "http_timeout"],
      ["2", "http_error"],
      ["3", "http_error"],
    ]);
  });

  test("x-slack-no-retry ends it at once", async () => {
    await using app = await recorder(() => ({ status: 503, headers: { "x-slack-no-retry": "1" } }));
    await using r = await rig({ app: { requestUrl: app.url, signingSecret: SECRET } });
    r.ana.type(r.channelId, "hello");
    await until(() => r.slack.stats["events-lost"] === 1);
    expect(app.requests).toHaveLength(1);
  });

  test("a press is never retried by Slack", async () => {
    await using app = await recorder(() => ({ status: 500 }));
    await using r = await rig({
      app: { requestUrl: app.url, signingSecret: SECRET, events: [] },
    });
    await card(r);
    await expect(r.ana.press("Claim")).rejects.toThrow("http_error");
    expect(app.requests).toHaveLength(1);
  });

  test("a disposed server does not wait for an app that hangs", async () => {
    await using app = await recorder(() => ({ status: 200, hang: true }));
    const r = await rig({ app: { requestUrl: app.url, signingSecret: SECRET, events: [] } });
    await card(r);
    const press = expect(r.ana.press("Claim")).rejects.toThrow("did not respond (connection_failed)");
    await until(() => app.requests.length === 1);
    await r[Symbol.asyncDispose]();
    await press;
  });

  test("the redeliver fault repeats a press with its retry number", async () => {
    await using app = await recorder(() => ({ status: 200 }));
    await using r = await rig({ app: { requestUrl: app.url, signingSecret: SECRET, events: [] } });
    await card(r);
    r.slack.faults.add("slack-redeliver", { times: 2 });
    await r.ana.press("Claim");
    await until(() => app.requests.length === 3);
    const numbers = app.requests.map(({ headers }) => headers["x-slack-retry-num"] ?? "0");
    expect(numbers.sort()).toEqual(["0", "1", "2"]);
    expect(new Set(app.requests.map(({ body }) => body)).size).toBe(1);
  });
});
