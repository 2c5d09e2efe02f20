import { type DestinationStream, pino } from "pino";
import type { CoreLog, LogFacts } from "#core/core.ts";

/** The only keys that a log line may carry. Ids are internal; nothing here is a text, a token or a platform id. */
const ALLOWED = new Set([
  "actor",
  "attempts",
  "code",
  "community",
  "count",
  "delivery",
  "durationMs",
  "errorName",
  "kind",
  "method",
  "pid",
  "platform",
  "question",
  "reason",
  "reference",
  "role",
  "stack",
  "state",
  "status",
  "version",
  "what",
  "where",
]);

export type LogLevel = "silent" | "error" | "warn" | "info" | "debug";

/** A fact that is too long may hide a text. */
const LONGEST = 4000;

function allowed(facts: LogFacts): Record<string, string | number | boolean> {
  const kept: Record<string, string | number | boolean> = {};
  for (const [key, value] of Object.entries(facts)) {
    if (!ALLOWED.has(key) || value === undefined) continue;
    kept[key] = typeof value === "string" ? value.slice(0, LONGEST) : value;
  }
  return kept;
}

/** The only logger: JSON lines on `stream`, keys from the list above; all others are dropped. */
export function createLog({ level, stream }: { level: LogLevel; stream: DestinationStream }): CoreLog {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, stream);
  return {
    info: (event, facts = {}) => logger.info(allowed(facts), event),
    warn: (event, facts = {}) => logger.warn(allowed(facts), event),
    error: (event, facts = {}) => logger.error(allowed(facts), event),
  };
}

/**
 * What may be logged of an error that is our fault: its name and the lines of its stack, never its message, since a
 * library's message can quote a text or a token.
 */
export function errorFacts(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const lines = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  const code = (error as { code?: unknown }).code;
  return {
    errorName: error.name,
    stack: lines.slice(0, 8).join("\n"),
    ...(typeof code === "string" ? { code } : {}),
  };
}
