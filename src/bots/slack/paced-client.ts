import { type WebAPICallResult, WebClient, type WebClientOptions } from "@slack/web-api";
import { DeliveryFailure } from "#core/messenger.ts";
import type { Pace } from "./pace.ts";

/** The outbox's client: a call that Slack would refuse as one too many is not made, and comes back as "later". */
export class PacedClient extends WebClient {
  readonly #pace: Pace;

  constructor(token: string, options: WebClientOptions, pace: Pace) {
    super(token, options);
    this.#pace = pace;
  }

  override async apiCall(method: string, options?: Record<string, unknown>): Promise<WebAPICallResult> {
    const retryAfterMs = this.#pace.wait(method, String(options?.channel ?? ""));
    if (retryAfterMs > 0) throw new DeliveryFailure({ why: "rate-limited", retryAfterMs });
    return super.apiCall(method, options);
  }
}
