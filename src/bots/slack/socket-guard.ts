import type { CoreLog } from "#core/core.ts";

/**
 * @NOTE The Socket Mode client (3.1.0) throws a TypeError in a listener of its own on Slack's `app_rate_limited`, as a
 * rejection that nobody handles, which would end the program. Only that one is passed over; any other stays fatal.
 */
export function guardSocketClient(log: CoreLog): () => void {
  const guard = (reason: unknown): void => {
    const theirs = reason instanceof TypeError && /[\\/]@slack[\\/]socket-mode[\\/]/.test(reason.stack ?? "");
    if (!theirs) throw reason;
    log.warn("slack.rate_limited_events", { platform: "slack", errorName: reason.name });
  };
  process.on("unhandledRejection", guard);
  return () => process.off("unhandledRejection", guard);
}
