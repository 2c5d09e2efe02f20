import type { ChalkInstance } from "chalk";
import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Clock } from "#core/foundation/clock.ts";
import type { Config } from "../config.ts";

/** Where a command reads and writes; the demo gives its own, so that the real commands run inside one process. */
export interface Io {
  readonly env: NodeJS.ProcessEnv;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Undefined where nobody can be asked: no terminal, or `--json`. */
  readonly ask: Ask | undefined;
  readonly colours: boolean;
  /** Standard output is a terminal, so that screens can be shown one after the other. */
  readonly terminal?: boolean;
  /** How wide that terminal is now. */
  readonly columns?: () => number | undefined;
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
}

const NARROWEST = 40;

/** How wide a screen may be: as the terminal, or 100 where it is none or does not say. */
export function screenWidth({ columns }: Pick<Io, "columns">): number {
  const is = columns?.() ?? 0;
  return is > 0 ? Math.max(NARROWEST, is) : 100;
}

export interface Ask {
  /** With a suggestion, Enter alone takes it; it can be edited, or where it is `short` be typed over. */
  text(question: string, suggested?: string, how?: { readonly short: boolean }): Promise<string>;
  secret(question: string): Promise<string>;
  yes(question: string): Promise<boolean>;
  /** One key, without Enter; the key of one of the choices. */
  key(question: string, choices: readonly KeyChoice[]): Promise<string>;
}

export interface KeyChoice {
  /** A small letter, or a sign. */
  readonly key: string;
  readonly does: string;
}

/** Colours named by what they mean. */
export interface Paint {
  good(text: string): string;
  bad(text: string): string;
  warn(text: string): string;
  quiet(text: string): string;
  title(text: string): string;
}

export function createPaint(chalk: ChalkInstance): Paint {
  return {
    good: (text) => chalk.green(text),
    bad: (text) => chalk.red(text),
    warn: (text) => chalk.yellow(text),
    quiet: (text) => chalk.dim(text),
    title: (text) => chalk.bold(text),
  };
}

/** Words without colours, for pipes, files and NO_COLOR. */
export const PLAIN: Paint = {
  good: (text) => text,
  bad: (text) => text,
  warn: (text) => text,
  quiet: (text) => text,
  title: (text) => text,
};

export type Options = Readonly<Record<string, string | boolean | string[] | undefined>>;

/** What every command gets. `core`, `actor` and `config` are opened on first use, and closed by the program. */
export interface CommandInput {
  readonly args: readonly string[];
  readonly options: Options;
  readonly io: Io;
  readonly json: boolean;
  readonly paint: Paint;
  config(): Config;
  core(): Promise<Core>;
  actor(): Promise<Actor>;
  /** An option's value, or the answer to a question where somebody can be asked, or a usage error. */
  need(option: string, question: string): Promise<string>;
}

/** What a command came to: data for `--json`, and lines for people. */
export interface Outcome {
  readonly data: unknown;
  readonly lines: readonly string[];
  /** 0 unless the command itself found something wrong (doctor, audit verify). */
  readonly exit?: number;
}

export interface CommandModule {
  run(input: CommandInput): Promise<Outcome | undefined>;
}

/** The person typed something that cannot be meant: exit code 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "UsageError";
  }
}

/** A calendar day at midnight UTC. Throws UsageError for what is no day. */
export function dayOption(value: string, option: string): Date {
  const date = new Date(`${value}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || !isDay)
    throw new UsageError(`--${option} must be a day such as 2026-08-12, not "${value}"`);
  return date;
}

const HOURS = { h: 1, d: 24, w: 7 * 24 } as const;

/** A moment in the past: so many hours, days or weeks before `now` ("90d"), or the beginning of a day in UTC. */
export function sinceOption(value: string, now: Date): Date {
  const [, count, unit] = /^(\d{1,5})([hdw])$/.exec(value) ?? [];
  if (count !== undefined)
    return new Date(now.getTime() - Number(count) * HOURS[unit as keyof typeof HOURS] * 3_600_000);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value))
    throw new UsageError(`--since must be such as 90d, 12h or 2026-08-12, not "${value}"`);
  return dayOption(value, "since");
}

/** A date of birth; what was typed is in no message, since it is kept nowhere. */
export function birthOption(options: Options): { born?: string } {
  const born = textOption(options, "dob");
  if (born === undefined) return {};
  const date = new Date(`${born}T00:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/.test(born) || Number.isNaN(date.getTime()) || !date.toISOString().startsWith(born))
    throw new UsageError("--dob must be a day such as 1980-03-31");
  return { born };
}

/** An option that is a whole number from 1 on. Throws UsageError. */
export function countOption(options: Options, name: string): number | undefined {
  const value = textOption(
    options,
    name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
  );
  if (value === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(value))
    throw new UsageError(`--${name} must be a whole number from 1 on, not "${value}"`);
  return Number(value);
}

/** A required option as text, for flags that have no question. */
export function textOption(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}
