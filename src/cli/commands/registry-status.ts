import type { CommandInput, Outcome, Paint } from "#cli/command.ts";
import { registriesIn } from "#core/credentials/registries/registry-file.ts";
import { type RegistryStatus, registryStatus } from "#core/credentials/registries/registry-status.ts";
import { homeOf } from "../../config.ts";

const many = (count: number) => count.toLocaleString("en-US");
const days = (count: number) => (count === 1 ? "1 day" : `${count} days`);

function lineOf(
  { registry, profile, state, ageDays = 0, source, covered }: RegistryStatus,
  paint: Paint,
): string {
  const name = registry === "license" ? `license ${profile ?? "(any state)"}` : registry.toUpperCase();
  if (state === "missing")
    return paint.warn(`${name}: none was imported; what it would say is unknown (docs/registries.md).`);
  if (state === "unreadable" || source === undefined)
    return paint.warn(`${name}: the file cannot be read by this version; import it again.`);
  const { asOf, total, rejected, file } = source;
  const left = rejected === 0 ? "" : `, ${many(rejected)} left out`;
  const gap = covered?.gap;
  const missing = gap === undefined ? "" : `; what changed from ${gap.from} until ${gap.to} is missing`;
  const line = `${name}: of ${asOf}, whole until ${days(ageDays)} ago, ${many(total)} rows${left} (${file})${missing}`;
  return state === "stale" ? paint.warn(`${line}. Too old: import a newer file.`) : paint.good(line);
}

/** How old each registry is. It needs no database and nobody signed in. */
export async function run({ io, paint }: CommandInput): Promise<Outcome> {
  const found = registryStatus(registriesIn(homeOf(io.env)), io.clock?.now() ?? new Date());
  return { data: { registries: found }, lines: found.map((one) => lineOf(one, paint)) };
}
