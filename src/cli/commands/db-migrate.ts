import type { CommandInput, Outcome } from "#cli/command.ts";
import { migrate } from "#core/foundation/store/migrate.ts";
import { engineOf } from "#core/foundation/store/open-store.ts";

export async function run(input: CommandInput): Promise<Outcome> {
  const { databaseUrl: url } = input.config();
  const { applied } = await migrate({ engine: engineOf(url), url });
  return {
    data: { applied },
    lines:
      applied.length === 0
        ? ["Nothing to do: the database is up to date."]
        : applied.map((name) => `${input.paint.good("applied")} ${name}`),
  };
}
