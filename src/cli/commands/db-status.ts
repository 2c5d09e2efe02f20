import type { CommandInput, Outcome } from "#cli/command.ts";
import { migrationStatus } from "#core/foundation/store/migrate.ts";
import { engineOf } from "#core/foundation/store/open-store.ts";

export async function run(input: CommandInput): Promise<Outcome> {
  const { databaseUrl: url } = input.config();
  const status = await migrationStatus({ engine: engineOf(url), url });
  return {
    data: status,
    lines: [
      `Database: ${status.engine}`,
      `Applied: ${status.applied.join(", ") || "nothing yet"}`,
      status.pending.length === 0
        ? input.paint.good("Up to date.")
        : input.paint.warn(`Pending: ${status.pending.join(", ")} (run \`curbside db migrate\`)`),
    ],
  };
}
