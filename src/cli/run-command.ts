import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import {
  type CommandInput,
  type CommandModule,
  createPaint,
  type Io,
  type Options,
  type Paint,
  PLAIN,
  textOption,
  UsageError,
} from "#cli/command.ts";
import { EXIT, renderError } from "#cli/render-error.ts";
import { readToken } from "#cli/session.ts";
import type { Actor } from "#core/access.ts";
import { type Core, createCore } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { type Config, loadConfig } from "../config.ts";
import { createLog } from "../log.ts";

/** Opens the core for a short command: its log goes to a file, so that stdout stays the command's own. */
async function openCore(config: Config, io: Io): Promise<Core> {
  mkdirSync(join(config.home, "logs"), { recursive: true, mode: 0o700 });
  const stream = pino.destination({ dest: join(config.home, "logs", "cli.log"), sync: true, mode: 0o600 });
  const log = createLog({ level: config.logLevel, stream });
  return createCore({ config, log, ...(io.clock ? { clock: io.clock } : {}) });
}

async function paintFor(colours: boolean): Promise<Paint> {
  if (!colours) return PLAIN;
  const { Chalk } = await import("chalk");
  return createPaint(new Chalk({ level: 1 }));
}

/** Runs one command to its exit code: prints its outcome or its error, and closes what it opened. */
export async function runCommand(
  load: () => Promise<CommandModule>,
  { args, options, io }: { args: readonly string[]; options: Options; io: Io },
): Promise<number> {
  const json = options.json === true;
  const paint = await paintFor(io.colours && !json);
  let config: Config | undefined;
  let core: Promise<Core> | undefined;
  let actor: Promise<Actor> | undefined;
  const input: CommandInput = {
    args,
    options,
    io,
    json,
    paint,
    config: () => {
      config ??= loadConfig(io.env);
      return config;
    },
    core: () => {
      core ??= openCore(input.config(), io);
      return core;
    },
    actor: () => {
      actor ??= findActor(input);
      return actor;
    },
    async need(option, question) {
      const value = textOption(options, option);
      if (value !== undefined) return value;
      if (io.ask === undefined || json)
        throw new UsageError(
          `--${option.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)} is missing (${question})`,
        );
      return io.ask.text(question);
    },
  };
  try {
    const outcome = await (await load()).run(input);
    if (outcome === undefined) return EXIT.done;
    io.stdout(json ? `${JSON.stringify(outcome.data)}\n` : outcome.lines.map((line) => `${line}\n`).join(""));
    return outcome.exit ?? EXIT.done;
  } catch (error) {
    if (isInterrupted(error)) return EXIT.interrupted;
    const rendered = renderError(error);
    if (json) io.stdout(`${JSON.stringify({ code: rendered.code, details: rendered.details ?? {} })}\n`);
    io.stderr(`${paint.bad(rendered.message)}\n${rendered.nextStep}\n`);
    if (options.debug === true && error instanceof Error) io.stderr(`${error.stack ?? error.message}\n`);
    return rendered.exit;
  } finally {
    if (core !== undefined)
      await core.then(
        (open) => open[Symbol.asyncDispose](),
        () => undefined,
      );
  }
}

async function findActor(input: CommandInput): Promise<Actor> {
  const token = readToken(input.config().tokenFile, textOption(input.options, "community"));
  if (token === undefined) throw refuse("not_signed_in", {});
  const { actorOfToken } = await import("#core/members/actor-of-token.ts");
  return actorOfToken(await input.core(), token);
}

/** Ctrl-C in a prompt, or an aborted signal. */
const INTERRUPTIONS: ReadonlySet<string> = new Set(["ExitPromptError", "AbortPromptError", "AbortError"]);

function isInterrupted(error: unknown): boolean {
  return error instanceof Error && INTERRUPTIONS.has(error.name);
}
