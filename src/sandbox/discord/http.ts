import type { IncomingMessage, ServerResponse } from "node:http";
import { ApiError, REFUSED } from "./errors.ts";
import type { FaultOptions } from "./faults.ts";
import { uploadsOf } from "./files.ts";
import type { Gateway } from "./gateway.ts";
import type { Limits } from "./limits.ts";
import type { Application, Json } from "./model.ts";
import { ROUTES } from "./rest.ts";
import type { Call, Route } from "./route.ts";
import type { World } from "./world.ts";

const LARGEST_BYTES = 25 * 1024 * 1024;
const BROKEN = { status: 500, body: { message: "500: Internal Server Error", code: 0 } };

export interface Api {
  readonly world: World;
  readonly gateway: Gateway;
  readonly limits: Limits;
}

interface Reply {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** Answers one request as Discord's REST v10 would, with the faults that are switched on. */
export async function answerHttp(
  api: Api,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? "/", "http://stand-in");
  const raw = await readBody(request);
  const method = request.method ?? "GET";
  const path = url.pathname.replace(/^\/api(\/v10)?(?=\/)/, "");
  api.world.received.add(method, `${path}${url.search}`, raw.toString("utf8"));
  const seconds = api.limits.banned();
  if (seconds !== undefined)
    return send(response, {
      status: 429,
      headers: { "retry-after": String(seconds) },
      body: "error code: 1015",
    });
  const route = ROUTES.find((one) => one.method === method && one.path.test(path));
  const params = (route?.path.exec(path) ?? []).slice(1).map(decodeURIComponent);
  const application = applicationOf(api.world, route, params, request);
  if (application === undefined) return refuse(api, response, REFUSED.unauthorized());
  if (route === undefined) return refuse(api, response, REFUSED.notFound());
  const spent = api.limits.take(route, route.open ? (params[1] ?? "") : application.id, params);
  if (spent.retryAfter !== undefined)
    return limited(api, response, { retryAfter: spent.retryAfter, scope: spent.scope }, spent.headers);
  let sent: Sent;
  try {
    sent = await parsed(raw, String(request.headers["content-type"] ?? ""));
  } catch (error) {
    return refuse(api, response, error);
  }
  const { world, gateway } = api;
  const call = { world, gateway, application, params, query: url.searchParams, ...sent };
  await answerCall(api, { route, call, path, headers: spent.headers }, response);
}

/** Open routes carry the interaction's own token in their path instead of the bot's. */
function applicationOf(
  world: World,
  route: Route | undefined,
  params: readonly string[],
  request: IncomingMessage,
): Application | undefined {
  const all = [...world.applications.values()];
  if (route?.open) return world.interactions.get(params[1] ?? "")?.application ?? all[0];
  const token = /^Bot (.+)$/.exec(String(request.headers.authorization ?? ""))?.[1];
  const found = all.find((one) => one.token === token && !one.revoked);
  return found === undefined || world.faults.take("discord-token-revoked") ? undefined : found;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

type Sent = Pick<Call, "body" | "uploads">;

/** The JSON of a request, with the files of a form; a list stands under `list`. */
async function parsed(raw: Buffer, type: string): Promise<Sent> {
  if (raw.length > LARGEST_BYTES) throw REFUSED.tooLarge();
  if (raw.length === 0) return { body: {}, uploads: [] };
  if (!type.startsWith("multipart/form-data")) return { body: jsonOf(raw.toString("utf8")), uploads: [] };
  const form = await new Response(new Uint8Array(raw), { headers: { "content-type": type } }).formData();
  return { body: jsonOf(String(form.get("payload_json") ?? "{}")), uploads: await uploadsOf(form) };
}

function jsonOf(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    if (Array.isArray(value)) return { list: value };
    if (typeof value === "object" && value !== null) return value as Json;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw REFUSED.badJson();
}

interface Running {
  readonly route: Route;
  readonly call: Call;
  readonly path: string;
  readonly headers: Record<string, string>;
}

/** Runs the route, with the fault that hits it before or after. */
async function answerCall(api: Api, running: Running, response: ServerResponse): Promise<void> {
  const { route, path } = running;
  const { world } = api;
  const fault = world.faults.request({ method: route.method, path, sends: route.sends === true });
  switch (fault?.kind) {
    case "discord-429":
      return limited(api, response, rateOf(api, fault.options), {});
    case "discord-500":
      return send(response, BROKEN);
    case "discord-html":
      return send(response, { status: 502, body: "<html><body>Bad gateway</body></html>" });
    case "discord-late":
      await world.timers.sleep(fault.options.lateMs ?? 1000);
      break;
    default:
      break;
  }
  const reply = run(api, running);
  if (fault?.kind === "discord-drop-response") {
    response.destroy();
    return;
  }
  send(response, fault?.kind === "discord-500-after" ? BROKEN : reply);
}

function rateOf({ world }: Api, { retryAfter, scope = "user" }: FaultOptions) {
  return { retryAfter: retryAfter ?? Math.max(0.05, world.clock.window(1000) / 1000), scope };
}

function run(api: Api, { route, call, headers }: Running): Reply {
  try {
    const body = route.run(call);
    return body === undefined ? { status: 204, headers } : { status: 200, headers, body };
  } catch (error) {
    return { ...refusal(api, error), headers };
  }
}

function refusal({ limits }: Api, error: unknown): Reply {
  if (!(error instanceof ApiError)) throw error;
  const { status, code, message, errors } = error;
  if (status === 401 || status === 403) limits.invalid();
  return { status, body: { message, code, ...(errors === undefined ? {} : { errors }) } };
}

function refuse(api: Api, response: ServerResponse, error: unknown): void {
  send(response, refusal(api, error));
}

function limited(
  { limits }: Api,
  response: ServerResponse,
  { retryAfter, scope }: { retryAfter: number; scope: "user" | "global" | "shared" },
  headers: Record<string, string>,
): void {
  const global = scope === "global";
  if (scope !== "shared") limits.invalid();
  send(response, {
    status: 429,
    headers: {
      ...headers,
      "retry-after": String(retryAfter),
      "x-ratelimit-scope": scope,
      ...(global ? { "x-ratelimit-global": "true" } : {}),
    },
    body: { message: "You are being rate limited.", retry_after: retryAfter, global },
  });
}

/** Sends unless the client went away; text goes as HTML, all else as JSON. */
export function send(response: ServerResponse, { status, headers = {}, body }: Reply): void {
  if (response.destroyed || response.headersSent) return;
  const html = typeof body === "string";
  const type = body === undefined ? {} : { "content-type": html ? "text/html" : "application/json" };
  response.writeHead(status, { ...type, ...headers });
  response.end(body === undefined ? undefined : html ? body : JSON.stringify(body));
}
