import { mkdirSync } from "node:fs";
import { pino } from "pino";
import { checkPlaces } from "#bots/check-platforms.ts";
import { isSurelyWrong } from "#bots/check-up.ts";
import { type Daemon, runDaemon } from "#bots/main.ts";
import { policyFindings } from "#cli/check-screening.ts";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { workMail } from "#cli/work-mail.ts";
import type { DomainError } from "#core/errors.ts";
import { ROLES, type Role } from "#core/foundation/store/daemon-lock.ts";
import type { Config } from "../../config.ts";
import { createLog, errorFacts } from "../../log.ts";

/** The roles of `--only`, or all of them. Throws UsageError on one that does not exist. */
function rolesOf(only: string | undefined): readonly Role[] {
  if (only === undefined) return ROLES;
  const names = only.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !ROLES.some((role) => role === name));
  if (unknown.length > 0)
    throw new UsageError(`--only knows ${ROLES.join(", ")}; it does not know "${unknown.join('", "')}"`);
  return ROLES.filter((role) => names.includes(role));
}

/** Resolves with nothing on a signal, and with why when the daemon can do its work no longer. */
async function ending(
  signal: AbortSignal | undefined,
  ended: Promise<DomainError>,
): Promise<DomainError | undefined> {
  const stopped = new Promise<undefined>((resolve) => {
    if (signal === undefined || signal.aborted) resolve(undefined);
    else signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });
  return Promise.race([stopped, ended]);
}

/** Says what is wrong with the channels that were linked; the rest works meanwhile. */
async function warnOfPlaces(daemon: Daemon, config: Config, stderr: (text: string) => void): Promise<void> {
  const wrong = (await checkPlaces(daemon.core, config)).filter(isSurelyWrong);
  for (const { what, says, fix } of wrong) stderr(`${what}: ${says}. ${fix}\n`);
}

/** Says which files lie there for nothing; the work goes on by the rules that two people agreed to. */
async function warnOfDraft({ core }: Daemon, stderr: (text: string) => void): Promise<void> {
  for (const { what, says, fix = "", warns } of await policyFindings(core))
    if (warns === true) stderr(`${what}: ${says}. ${fix}\n`);
}

/** Runs until a signal, then drains. Log lines go to standard error as JSON. */
export async function run(input: CommandInput): Promise<Outcome | undefined> {
  const { clock, signal, stderr } = input.io;
  const roles = rolesOf(textOption(input.options, "only"));
  const config = input.config();
  mkdirSync(config.home, { recursive: true, mode: 0o700 });
  const log = createLog({ level: config.logLevel, stream: pino.destination({ dest: 2, sync: true }) });
  const starting = runDaemon({
    config,
    log,
    roles,
    mail: await workMail(config),
    onStandby: () => stderr("Another process does this work. Standing by to take over when it is gone.\n"),
    ...(clock ? { clock } : {}),
    ...(signal ? { signal } : {}),
  });
  try {
    await using daemon = await starting;
    stderr("Curbside is running. Stop it with Ctrl-C.\n");
    await warnOfDraft(daemon, stderr);
    // Beside the work: nobody waits for it, and it may not end before the program does.
    void warnOfPlaces(daemon, config, stderr).catch((error: unknown) =>
      log.warn("start.places", errorFacts(error)),
    );
    const why = await ending(signal, daemon.ended);
    await daemon.drain();
    if (why !== undefined) throw why;
    return undefined;
  } catch (error) {
    // Told to stop while it stood by: nothing was begun.
    if (signal?.aborted && error === signal.reason) return undefined;
    throw error;
  }
}
