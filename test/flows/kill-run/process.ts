import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";

const MAIN = join(import.meta.dirname, "../../../src/cli/main.ts");
const START_WITHIN_MS = 60_000;

/** `standing-by`: another process does its work. */
export type DaemonState = "starting" | "standing-by" | "running" | "gone";

/** One `curbside start` as a process of its own, which can be killed and started again. */
export class DaemonProcess {
  readonly name: string;
  readonly #nodeArgs: readonly string[];
  readonly #args: readonly string[];
  readonly #env: NodeJS.ProcessEnv;
  readonly #log: string;
  #child: ChildProcess | undefined;
  #state: DaemonState = "gone";
  #changed = Promise.withResolvers<void>();
  kills = 0;

  constructor(
    name: string,
    { roles, env, log, preload }: { roles?: string; env: NodeJS.ProcessEnv; log: string; preload?: string },
  ) {
    this.name = name;
    this.#nodeArgs = ["--conditions=source", ...(preload === undefined ? [] : ["--import", preload])];
    this.#args = roles === undefined ? ["start"] : ["start", "--only", roles];
    this.#env = env;
    this.#log = log;
  }

  get state(): DaemonState {
    return this.#state;
  }

  #become(state: DaemonState): void {
    this.#state = state;
    this.#changed.resolve();
    this.#changed = Promise.withResolvers<void>();
  }

  /** Resolves when it runs or stands by; rejects, with what it printed, when it ended instead. */
  async start(): Promise<void> {
    this.#become("starting");
    const child = spawn(process.execPath, [...this.#nodeArgs, MAIN, ...this.#args], {
      env: { PATH: process.env.PATH, ...this.#env },
      stdio: ["ignore", "ignore", "pipe"],
    });
    this.#child = child;
    const log = createWriteStream(this.#log, { flags: "a" });
    let printed = "";
    child.stderr?.on("data", (data: Buffer) => {
      log.write(data);
      printed = `${printed}${data}`.slice(-4000);
      if (printed.includes("Curbside is running") && this.#state !== "running") this.#become("running");
      else if (printed.includes("Standing by") && this.#state === "starting") this.#become("standing-by");
    });
    child.once("exit", () => {
      log.end();
      if (this.#child === child) this.#become("gone");
    });
    await this.until(["running", "standing-by", "gone"], START_WITHIN_MS);
    if (this.#state === "gone") throw new Error(`${this.name} did not start:\n${printed}`);
  }

  async until(states: readonly DaemonState[], withinMs: number): Promise<void> {
    const late = setTimeout(
      () => this.#changed.reject(new Error(`${this.name} is ${this.#state}`)),
      withinMs,
    );
    try {
      while (!states.includes(this.#state)) await this.#changed.promise;
    } finally {
      clearTimeout(late);
    }
  }

  /** As a power cut would: nothing in the process learns of it. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null) return;
    this.kills += 1;
    const exit = once(child, "exit");
    child.kill("SIGKILL");
    await exit;
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, "exit");
    child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 20_000);
    await exit;
    clearTimeout(late);
  }
}
