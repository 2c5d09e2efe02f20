import { type Logger, LogLevel } from "@slack/bolt";

/** Slack's libraries speak only through this, and without their words: those may hold anything. */
export function quietLogger(onError: () => void): Logger {
  const nothing = (): void => {};
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: onError,
    setLevel: nothing,
    getLevel: () => LogLevel.ERROR,
    setName: nothing,
  };
}
