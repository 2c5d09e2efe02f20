import { FILE_KINDS } from "#cli/choices.ts";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { progressLine } from "#cli/import-progress.ts";
import { progressOn } from "#cli/progress.ts";
import type { ImportAsked, Imported, ImportProgress } from "#core/credentials/registries/import-file.ts";
import { importLeie } from "#core/credentials/registries/leie/import-leie.ts";
import { importLicense } from "#core/credentials/registries/license/import-license.ts";
import { type ImportedNppes, importNppes } from "#core/credentials/registries/nppes/import-nppes.ts";
import { importNucc } from "#core/credentials/registries/nucc/import-nucc.ts";
import { REGISTRIES, type Registry, registriesIn } from "#core/credentials/registries/registry-file.ts";
import { homeOf } from "../../config.ts";

function registryOf(name: string | undefined): Registry {
  const registry = REGISTRIES.find((known) => known === name);
  if (registry === undefined)
    throw new UsageError(`The registry is one of ${REGISTRIES.join(", ")}, not "${name}"`);
  return registry;
}

function kindOf(given: string | undefined) {
  if (given === undefined) return {};
  const kind = FILE_KINDS.find((known) => known === given);
  if (kind === undefined) throw new UsageError(`--kind is one of ${FILE_KINDS.join(", ")}, not "${given}"`);
  return { kind };
}

function importAs(registry: Registry, asked: ImportAsked, { options }: CommandInput): Promise<Imported> {
  const profile = textOption(options, "profile");
  if (profile !== undefined && registry !== "license")
    throw new UsageError(`--profile goes with license, not with ${registry}`);
  const kind = textOption(options, "kind");
  if (kind !== undefined && registry !== "nppes")
    throw new UsageError(`--kind goes with nppes, not with ${registry}`);
  switch (registry) {
    case "nppes":
      return importNppes({ ...asked, ...kindOf(kind) });
    case "nucc":
      return importNucc(asked);
    case "leie":
      return importLeie(asked);
    case "license":
      if (profile === undefined)
        throw new UsageError("--profile says how the state writes its file; docs/registries.md lists them");
      return importLicense({ ...asked, profile });
  }
}

const SHOWN = { lineOf: progressLine, phaseOf: ({ doing }: ImportProgress) => doing };

const many = (count: number) => count.toLocaleString("en-US");

function linesOf(imported: ImportedNppes, name: string, seconds: number, { paint }: CommandInput): string[] {
  const { rows, rejected, rejectedAt, latin1, total, asOf, kind, gap } = imported;
  const rate = many(Math.round(rows / Math.max(seconds, 0.001)));
  const took = kind === "full" ? `${many(rows)} rows` : `${many(rows)} changes, ${many(total)} rows in all`;
  const lines = [
    paint.good(`${name} of ${asOf} is in use: ${took}, in ${seconds.toFixed(1)} s (${rate} rows/s).`),
  ];
  if (rejected > 0)
    lines.push(
      paint.warn(
        `${many(rejected)} rows do not fit and were left out${rejectedAt.length > 0 ? `; the first are ${rejectedAt.join(", ")}` : ""}.`,
      ),
    );
  if (latin1 > 0) lines.push(paint.quiet(`${many(latin1)} rows are no UTF-8 and were read as Latin-1.`));
  if (gap !== undefined)
    lines.push(
      paint.warn(`What changed from ${gap.from} until ${gap.to} is missing: the next full file brings it.`),
    );
  return lines;
}

/** Makes a registry out of a public file. It needs no database and nobody signed in. */
export async function run(input: CommandInput): Promise<Outcome> {
  const { args, io, options, json } = input;
  const [name, path = ""] = args;
  const registry = registryOf(name);
  if (path === "-" && process.stdin.isTTY)
    throw new UsageError("- reads standard input, and nothing was piped in");
  const asOf = textOption(options, "asOf");
  const progress = process.stderr.isTTY === true && !json ? progressOn(io.stderr, SHOWN) : undefined;
  const started = performance.now();
  try {
    const imported = await importAs(
      registry,
      {
        folder: registriesIn(homeOf(io.env)),
        path,
        now: io.clock?.now() ?? new Date(),
        acceptSmaller: options.acceptSmaller === true,
        ...(asOf === undefined ? {} : { asOf }),
        ...(io.signal === undefined ? {} : { signal: io.signal }),
        ...(progress === undefined ? {} : { onProgress: progress.show }),
      },
      input,
    );
    const seconds = (performance.now() - started) / 1000;
    const title =
      registry === "license" ? `license ${textOption(options, "profile")}` : registry.toUpperCase();
    progress?.clear();
    return { data: imported, lines: linesOf(imported, title, seconds, input) };
  } finally {
    progress?.clear();
  }
}
