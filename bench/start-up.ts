import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Figure, figure, quantile } from "./figures.ts";

const ROOT = resolve(import.meta.dirname, "..");
const BIN = join(ROOT, "bin", "curbside.js");
const ROUNDS = 25;

function timed(args: readonly string[], env: NodeJS.ProcessEnv): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - began;
}

/**
 * The built command line against an empty Node process, turn by turn, once its compile cache is warm: medians of 25. The
 * second command opens the database and reads it as a signed-in admin.
 */
export function measureStartUp(): Figure[] {
  const home = mkdtempSync(join(tmpdir(), "curbside-bench-"));
  const env = {
    PATH: process.env.PATH,
    CURBSIDE_HOME: join(home, "home"),
    CURBSIDE_TOKEN_FILE: join(home, "token.json"),
    NODE_COMPILE_CACHE: join(home, "cache"),
  };
  try {
    const init = ["init", "--name", "Sunny Side", "--country", "US", "--admin", "Ada"];
    timed([BIN, ...init, "--treats-these-patients", "no", "--json"], env);
    const programs = {
      node: ["-e", "0"],
      help: [BIN, "--help"],
      database: [BIN, "community", "show"],
    } as const;
    const times = { node: [] as number[], help: [] as number[], database: [] as number[] };
    for (let round = -2; round < ROUNDS; round += 1)
      for (const name of ["node", "help", "database"] as const) {
        const took = timed(programs[name], env);
        if (round >= 0) times[name].push(took);
      }
    const node = quantile(times.node, 0.5);
    const median = (samples: readonly number[]) => ({
      ours: quantile(samples, 0.5),
      peer: node,
      unit: "ms" as const,
    });
    return [
      figure("curbside --help against node -e 0", median(times.help), { atMost: 2.2 }),
      figure("curbside community show against node -e 0", median(times.database), { atMost: 7 }),
    ];
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
