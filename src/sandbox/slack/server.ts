import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { SandboxClock } from "#sandbox/clock.ts";
import { Received } from "#sandbox/received.ts";
import { Timers } from "#sandbox/timers.ts";
import { Faults } from "./faults.ts";
import { Ids } from "./ids.ts";
import { RateLimits } from "./limits.ts";
import { AppPushes } from "./pushes.ts";
import { answerResponseUrl } from "./response-url.ts";
import { surface } from "./setup.ts";
import { Sockets } from "./sockets.ts";
import type { SlackServer } from "./surface.ts";
import { answerApi, type WebApi } from "./web-api.ts";
import { World } from "./world.ts";

/** Starts a Slack on 127.0.0.1. `limits: false` lifts the rate limits and nothing else. */
export async function startSlack(options: {
  port?: number;
  clock: SandboxClock;
  seed?: number;
  limits?: boolean;
}): Promise<SlackServer> {
  const { clock } = options;
  const timers = new Timers();
  const faults = new Faults(clock);
  const received = new Received(() => clock.now());
  const ids = new Ids({ seed: options.seed ?? 1, now: () => clock.now() });
  const sockets = new Sockets({ clock, timers, faults, ids, received });
  const pushes = new AppPushes({ clock, timers, faults, sockets, ids, received }, faults.stats);
  const world = new World({ clock, ids, timers, faults, pushes });
  const limits = new RateLimits({ clock, enabled: options.limits ?? true });
  const server = createServer((request, response) => {
    answer({ world, sockets, limits }, received, request, response).catch((error: unknown) => {
      if (!request.complete) return; // the app went away while it was still sending
      process.emitWarning(error instanceof Error ? error : String(error));
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.on("upgrade", (request, socket, head) => sockets.upgrade(request, socket, head));
  const origin = await listen(server, options.port ?? 0);
  world.origin = origin;
  sockets.origin = origin;
  return {
    ...surface(world, sockets),
    apiUrl: `${origin}/api/`,
    received: received.items,
    faults,
    stats: faults.stats,
    refusedAsTooMany: () => limits.refused,
    async [Symbol.asyncDispose]() {
      timers[Symbol.dispose]();
      sockets[Symbol.dispose]();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  api: WebApi,
  received: Received,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const raw = Buffer.concat(chunks).toString();
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  received.add(request.method ?? "", path, raw);
  const method = /^\/api\/([\w.]+)$/.exec(path)?.[1];
  if (method) return answerApi(api, request, response, method, raw);
  const url = answerResponseUrl(api.world, path, raw);
  response.writeHead(url.status, {
    "content-type": url.body.startsWith("{") ? "application/json" : "text/plain",
  });
  response.end(url.body);
}

function listen(server: Server, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === "object" && address ? address.port : port}`);
    });
  });
}

export type { AppToInstall, SlackServer } from "./surface.ts";
