import { mkdirSync } from "node:fs";
import { pino } from "pino";
import { runDaemon } from "#bots/main.ts";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { refuse } from "#core/errors.ts";
import { ROLES, type Role } from "#core/foundation/store/daemon-lock.ts";
import { createLog } from "../../log.ts";

/** The roles of `--only`, or all of them. Throws UsageError on one that does not exist. */
function rolesOf(only: string | undefined): readonly Role[] {
  if (only === undefined) return ROLES;
  const names = only.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !ROLES.some((role) => role === name));
  if (unknown.length > 0)
    throw new UsageError(`--only knows ${ROLES.join(", ")}; it does not know "${unknown.join('", "')}"`);
  return ROLES.filter((role) => names.includes(role));
}

/** Resolves with "stopped" on a signal, and with "lost" when another process may have taken over. */
async function ending(signal: AbortSignal | undefined, lost: Promise<void>): Promise<"stopped" | "lost"> {
  const stopped = new Promise<"stopped">((resolve) => {
    if (signal === undefined || signal.aborted) resolve("stopped");
    else signal.addEventListener("abort", () => resolve("stopped"), { once: true });
  });
  return Promise.race([stopped, lost.then(() => "lost" as const)]);
}

/** Runs until a signal, then drains. Log lines go to standard error as JSON. */
export async function run(input: CommandInput): Promise<Outcome | undefined> {
  const { clock, signal, stderr } = input.io;
  const roles = rolesOf(textOption(input.options, "only"));
  const config = input.config();
  if (config.discord === null && config.slack === null)
    throw new UsageError(
      "No platform is configured: set discord_token and slack_bot_token in config.yaml, or as CURBSIDE_ variables",
    );
  mkdirSync(config.home, { recursive: true, mode: 0o700 });
  const log = createLog({ level: config.logLevel, stream: pino.destination({ dest: 2, sync: true }) });
  const starting = runDaemon({
    config,
    log,
    roles,
    onStandby: () => stderr("Another process does this work. Standing by to take over when it is gone.\n"),
    ...(clock ? { clock } : {}),
    ...(signal ? { signal } : {}),
  });
  try {
    await using daemon = await starting;
    stderr("Curbside is running. Stop it with Ctrl-C.\n");
    const how = await ending(signal, daemon.lost);
    await daemon.drain();
    if (how === "lost") throw refuse("lock_lost", {});
    return undefined;
  } catch (error) {
    // Told to stop while it stood by: nothing was begun.
    if (signal?.aborted && error === signal.reason) return undefined;
    throw error;
  }
}
