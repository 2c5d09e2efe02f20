import { mkdirSync } from "node:fs";
import type { CommandInput, Outcome } from "#cli/command.ts";
import { refuse } from "#core/errors.ts";
import { migrateAlone } from "#core/foundation/store/migrate-alone.ts";
import { engineOf } from "#core/foundation/store/open-store.ts";

export async function run(input: CommandInput): Promise<Outcome> {
  const { databaseUrl: url, home } = input.config();
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const migrated = await migrateAlone({ engine: engineOf(url), url, home });
  if ("heldBy" in migrated) throw refuse("held_elsewhere", { by: migrated.heldBy });
  const { applied } = migrated;
  return {
    data: { applied },
    lines:
      applied.length === 0
        ? ["Nothing to do: the database is up to date."]
        : applied.map((name) => `${input.paint.good("applied")} ${name}`),
  };
}
