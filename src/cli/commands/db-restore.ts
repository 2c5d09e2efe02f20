import { resolve } from "node:path";
import { type CommandInput, type Outcome, UsageError } from "#cli/command.ts";
import { restoreDatabase } from "#core/foundation/store/backup.ts";
import { migrationStatus } from "#core/foundation/store/migrate.ts";
import { engineOf } from "#core/foundation/store/open-store.ts";
import { eraseAgain } from "#core/privacy/erase-again.ts";

/** Whom the backup brought back, though they were erased since. */
function againWords(again: number | undefined): string {
  if (again === undefined)
    return "Whoever was erased since that backup is erased again when Curbside starts.";
  const people = again === 1 ? "1 member was" : `${again} members were`;
  return again === 0
    ? "It brought nobody back who was erased."
    : `${people} erased again who had come back with it.`;
}

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
  const { pending } = await migrationStatus({ engine: engineOf(url), url });
  const again = pending.length === 0 ? await eraseAgain(await input.core()) : undefined;
  const { paint } = input;
  return {
    data: { restored: resolve(file), previous: previous ?? null, erasedAgain: again ?? null },
    lines: [
      `${paint.good("Restored.")} ${previous === undefined ? "There was no database before." : `The one before is kept as ${previous}.`}`,
      againWords(again),
      "Run `curbside db migrate`, then `curbside doctor`.",
    ],
  };
}
