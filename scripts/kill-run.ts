import { parseArgs } from "node:util";
import { killRun } from "../test/flows/kill-run/kill-run.ts";
import { startTemporaryPostgres } from "./temporary-postgres.ts";

/**
 * The kill run at full length: `npm run kill-run -- --database sqlite|postgresql --texts 500 --kills 20 --speed 20`.
 * Exits with 1 when a text was lost, said twice or out of order.
 */
const { values } = parseArgs({
  options: {
    database: { type: "string", default: "sqlite" },
    texts: { type: "string", default: "500" },
    kills: { type: "string", default: "20" },
    speed: { type: "string", default: "20" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});

async function run(postgresUrl: string | undefined): Promise<boolean> {
  const report = await killRun({
    texts: Number(values.texts),
    kills: Number(values.kills),
    speed: Number(values.speed),
    seed: Number(values.seed),
    say: (line) => process.stdout.write(`${line}\n`),
    ...(postgresUrl === undefined ? {} : { postgresUrl }),
  });
  const { lost, twice, misordered } = report;
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  return lost.length + twice.length + misordered.length === 0;
}

if (values.database === "sqlite") process.exitCode = (await run(undefined)) ? 0 : 1;
else {
  await using server = await startTemporaryPostgres();
  await server.createDatabase("curbside");
  process.exitCode = (await run(server.url("curbside"))) ? 0 : 1;
}
