import type { IncomingMessage, ServerResponse } from "node:http";
import { Args } from "./args.ts";
import { ApiError, RateLimited } from "./errors.ts";
import type { FaultOptions, SlackFault } from "./faults.ts";
import { isObj, type Obj, parseJson } from "./json.ts";
import type { RateLimits } from "./limits.ts";
import { chatMethods } from "./methods/chat.ts";
import { conversationMethods } from "./methods/conversations.ts";
import { historyMethods } from "./methods/history.ts";
import type { Method } from "./methods/method.ts";
import { peopleMethods } from "./methods/people.ts";
import { viewMethods } from "./methods/views.ts";
import { workspaceMethods } from "./methods/workspace.ts";
import type { InstalledApp } from "./model.ts";
import type { Sockets } from "./sockets.ts";
import type { World } from "./world.ts";

const METHODS: Record<string, Method> = {
  ...workspaceMethods,
  ...chatMethods,
  ...conversationMethods,
  ...historyMethods,
  ...peopleMethods,
  ...viewMethods,
};

const DEFAULT_LATE_MS = 1000;

export interface WebApi {
  readonly world: World;
  readonly sockets: Sockets;
  readonly limits: RateLimits;
}

type Reply = { status: number; headers?: Record<string, string>; body: string };

/** Answers `POST /api/<method>`. Everything but a rate limit is HTTP 200, as with Slack. */
export async function answerApi(
  api: WebApi,
  request: IncomingMessage,
  response: ServerResponse,
  method: string,
  raw: string,
): Promise<void> {
  const { faults, timers } = api.world;
  const rolled = faults.roll(method);
  const hit = (kind: SlackFault): FaultOptions | undefined =>
    rolled?.kind === kind ? rolled.options : faults.take(kind, { method });

  if (method === "apps.connections.open") {
    if (faults.take("slack-refuse-connection")) return void request.socket.destroy();
    if (faults.take("slack-connections-open-500")) return send(response, serverError());
  }
  const limited = hit("slack-429");
  if (limited) return send(response, tooMany(limited.retryAfter === undefined ? 1 : limited.retryAfter));
  if (hit("slack-500")) return send(response, serverError());
  if (hit("slack-html")) return send(response, html());
  const late = hit("slack-late");
  if (late) await timers.sleep(late.lateMs ?? DEFAULT_LATE_MS);
  const reply = runMethod(api, request, method, raw);
  if (hit("slack-500-after")) return send(response, serverError());
  if (hit("slack-drop-response")) return void request.socket.destroy();
  send(response, reply);
}

function runMethod(api: WebApi, request: IncomingMessage, name: string, raw: string): Reply {
  const headers: Record<string, string> = {};
  try {
    const args = readArgs(request, raw);
    if (name === "api.test") return json(200, { ok: true, ...apiTest(args) });
    const app = api.world.faults.take("slack-token-revoked") ? undefined : callerOf(api.world, request, args);
    if (app) headers["x-oauth-scopes"] = [...app.scopes].join(",");
    const accepted = METHODS[name]?.scopes;
    if (accepted) headers["x-accepted-oauth-scopes"] = accepted.join(",");
    return json(200, { ok: true, ...callMethod(api, name, args, app) }, headers);
  } catch (error) {
    if (error instanceof RateLimited) return tooMany(error.retryAfterSeconds);
    if (error instanceof ApiError)
      return json(200, { ok: false, error: error.code, ...error.extra }, headers);
    throw error;
  }
}

type Caller = InstalledApp & { readonly tokenKind: "app" | "bot" };

function callMethod(api: WebApi, name: string, args: Args, caller: Caller | undefined): Obj {
  const { world, limits, sockets } = api;
  const method = METHODS[name];
  if (!method) throw new ApiError("unknown_method", { req_method: name });
  const app = caller && world.apps.get(caller.appId);
  if (!app) throw new ApiError("invalid_auth");
  if (caller.tokenKind !== (method.token ?? "bot")) throw new ApiError("not_allowed_token_type");
  refuseFaulty(world, name, app);
  if (method.scopes && !method.scopes.some((scope) => app.scopes.has(scope)))
    throw missingScope(app, method.scopes);
  const wait = limits.refuse(method.tier, `${app.appId}:${name}:${method.limitKey?.(args) ?? ""}`);
  if (wait !== undefined) throw new RateLimited(wait);
  return method.run({ world, sockets, args, app });
}

function refuseFaulty(world: World, method: string, app: InstalledApp): void {
  const failing = world.faults.take("slack-ok-false", { method });
  if (failing) throw new ApiError(failing.error ?? "internal_error");
  const scope = world.faults.take("slack-missing-scope", { method });
  if (scope) throw missingScope(app, [scope.needed ?? "chat:write"]);
}

function missingScope(app: InstalledApp, needed: readonly string[]): ApiError {
  return new ApiError("missing_scope", { needed: needed.join(","), provided: [...app.scopes].join(",") });
}

/** The one method that needs no token. */
function apiTest(args: Args): Obj {
  if (args.has("error")) throw new ApiError(args.text("error"), { args: args.all });
  return { args: args.all };
}

function callerOf(world: World, request: IncomingMessage, args: Args): Caller | undefined {
  const header = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
  const token = header ?? args.text("token");
  if (token === "") throw new ApiError("not_authed");
  for (const app of world.apps.values()) {
    if (app.botToken === token) return { ...app, tokenKind: "bot" };
    if (app.appToken === token) return { ...app, tokenKind: "app" };
  }
  return undefined;
}

function readArgs(request: IncomingMessage, raw: string): Args {
  const query = Object.fromEntries(new URL(request.url ?? "/", "http://localhost").searchParams);
  const type = (request.headers["content-type"] ?? "").split(";")[0]?.trim();
  if (type === "application/json") {
    const body = parseJson(raw === "" ? "{}" : raw);
    if (body === undefined) throw new ApiError("invalid_json");
    if (!isObj(body)) throw new ApiError("json_not_object");
    return new Args({ ...query, ...body });
  }
  if (type === "multipart/form-data") throw new ApiError("invalid_form_data");
  return new Args({ ...query, ...Object.fromEntries(new URLSearchParams(raw)) });
}

function json(status: number, body: Obj, headers: Record<string, string> = {}): Reply {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(body),
  };
}

function tooMany(retryAfter: number | string | null): Reply {
  const headers = retryAfter === null ? {} : { "retry-after": String(retryAfter) };
  return json(429, { ok: false, error: "ratelimited" }, headers);
}

function serverError(): Reply {
  return { status: 500, headers: { "content-type": "text/plain" }, body: "Internal Server Error" };
}

function html(): Reply {
  return {
    status: 200,
    headers: { "content-type": "text/html" },
    body: "<!DOCTYPE html><html><body>Slack is down for maintenance.</body></html>",
  };
}

function send(response: ServerResponse, reply: Reply): void {
  if (response.destroyed) return;
  response.writeHead(reply.status, reply.headers);
  response.end(reply.body);
}
