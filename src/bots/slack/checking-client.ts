import { WebClient, type WebClientOptions } from "@slack/web-api";
import { quietLogger } from "./quiet-logger.ts";

const TIMEOUT_MS = 10_000;

/** The client of a command that looks, or makes something once: it repeats nothing and waits out no limit. */
export function checkingClient(token: string, api: string | undefined): WebClient {
  const options: WebClientOptions = {
    retryConfig: { retries: 0 },
    timeout: TIMEOUT_MS,
    rejectRateLimitedCalls: true,
    logger: quietLogger(() => {}),
    ...(api === undefined ? {} : { slackApiUrl: api }),
  };
  return new WebClient(token, options);
}
