import { resolve } from "node:path";
import { type CommandInput, type Outcome, UsageError } from "#cli/command.ts";
import { restoreDatabase } from "#core/foundation/store/backup.ts";
import { engineOf } from "#core/foundation/store/open-store.ts";

/** Puts a backup in the database's place. The present one is kept beside it, and nothing happens while the bots run. */
export async function run(input: CommandInput): Promise<Outcome> {
  const [file] = input.args;
  if (file === undefined) throw new UsageError("Say which backup is to be put back");
  const { databaseUrl: url, home } = input.config();
  const at = input.io.clock?.now() ?? new Date();
  const { previous } = await restoreDatabase(
    { engine: engineOf(url), url, home },
    { from: resolve(file), at },
  );
  const { paint } = input;
  return {
    data: { restored: resolve(file), previous: previous ?? null },
    lines: [
      `${paint.good("Restored.")} ${previous === undefined ? "There was no database before." : `The one before is kept as ${previous}.`}`,
      paint.warn("What was erased since that backup has come back with it and must be erased again."),
      "Run `curbside db migrate`, then `curbside doctor`.",
    ],
  };
}
