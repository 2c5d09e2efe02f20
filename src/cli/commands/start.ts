import { mkdirSync } from "node:fs";
import { pino } from "pino";
import { runDaemon } from "#bots/main.ts";
import { type CommandInput, type Outcome, UsageError } from "#cli/command.ts";
import { createLog } from "../../log.ts";

/** Runs until a signal, then drains. Log lines go to standard error as JSON. */
export async function run(input: CommandInput): Promise<Outcome | undefined> {
  const config = input.config();
  if (config.discord === null && config.slack === null)
    throw new UsageError(
      "No platform is configured: set discord_token and slack_bot_token in config.yaml, or as CURBSIDE_ variables",
    );
  mkdirSync(config.home, { recursive: true, mode: 0o700 });
  const log = createLog({ level: config.logLevel, stream: pino.destination({ dest: 2, sync: true }) });
  await using daemon = await runDaemon({
    config,
    log,
    ...(input.io.clock ? { clock: input.io.clock } : {}),
    ...(input.io.signal ? { signal: input.io.signal } : {}),
  });
  input.io.stderr("Curbside is running. Stop it with Ctrl-C.\n");
  await new Promise<void>((resolve) => {
    if (input.io.signal === undefined || input.io.signal.aborted) resolve();
    else input.io.signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await daemon.drain();
  return undefined;
}
