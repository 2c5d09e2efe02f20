import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

/** A process that measures nothing and is measured; stopped when it is disposed. */
export interface Child extends AsyncDisposable {
  readonly process: ChildProcess;
}

/** Starts a Node process and resolves when it printed `ready`, on either stream; rejects with what it said when it ended. */
export async function startChild(
  args: readonly string[],
  { env, ready }: { env: NodeJS.ProcessEnv; ready: string },
): Promise<Child> {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  await new Promise<void>((resolve, reject) => {
    const hear = (data: Buffer): void => {
      said = `${said}${data}`.slice(-4000);
      if (said.includes(ready)) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", () => reject(new Error(`${args.join(" ")} ended:\n${said}`)));
  });
  return {
    process: child,
    async [Symbol.asyncDispose]() {
      const exit = once(child, "exit");
      child.kill("SIGTERM");
      await exit;
    },
  };
}
