import { resolve } from "node:path";
import { type CommandInput, type Outcome, UsageError } from "#cli/command.ts";
import { backupDatabase } from "#core/foundation/store/backup.ts";
import { engineOf } from "#core/foundation/store/open-store.ts";

/** Copies the database while it is in use; the keys are not in the copy. */
export async function run(input: CommandInput): Promise<Outcome> {
  const [file] = input.args;
  if (file === undefined) throw new UsageError("Say which file the backup goes to");
  const to = resolve(file);
  const { databaseUrl: url, keysFile } = input.config();
  const { bytes } = await backupDatabase({ engine: engineOf(url), url }, { to });
  const { paint } = input;
  return {
    data: { file: to, bytes },
    lines: [
      `${paint.good("Backed up")} to ${to} (${Math.ceil(bytes / 1024)} kB).`,
      `Without its keys nobody can read it: keep a copy of ${keysFile} in another place.`,
    ],
  };
}
