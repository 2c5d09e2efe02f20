import type { Obj } from "./json.ts";

/** A refusal of the Web API: HTTP 200 with `ok: false`. */
export class ApiError extends Error {
  readonly code: string;
  readonly extra: Obj;

  constructor(code: string, extra: Obj = {}) {
    super(code);
    this.name = "ApiError";
    this.code = code;
    this.extra = extra;
  }
}

/** HTTP 429: the caller must wait. */
export class RateLimited extends Error {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super("ratelimited");
    this.name = "RateLimited";
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** What a person sees when the app did not answer a press or command in time. */
export class InteractionFailed extends Error {
  constructor(what: string) {
    super(what);
    this.name = "InteractionFailed";
  }
}
