import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { momentOf } from "#cli/case-words.ts";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { draftOf, draftWords, isSetUp } from "#cli/policy-files.ts";
import { type OwnInForce, ownInForce } from "#core/moderation/policies/own-in-force.ts";
import type { PackSource } from "#core/screening/policies/pack.ts";

/** Into a folder that is not there yet, so that no draft is lost. */
function writeAll(folder: string, files: readonly PackSource[]): void {
  if (existsSync(folder)) throw new UsageError(`${folder} is there already: name a folder that is not`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const { file, source } of files) writeFileSync(join(folder, basename(file)), source);
}

function howWords({ since, until, adopted }: OwnInForce): string {
  if (until !== undefined) return `by one person since ${momentOf(since)}, until ${momentOf(until)}`;
  return adopted
    ? `since ${momentOf(since)}, as they lay in policies/ then`
    : `since ${momentOf(since)}, as two people agreed`;
}

/** Which own files are in force, and on wish the files themselves. */
export async function run(input: CommandInput): Promise<Outcome> {
  const own = isSetUp(input.config()) ? await ownInForce(await input.core()) : undefined;
  if (own === undefined)
    return {
      data: { files: null },
      lines: ["Nothing was agreed to here yet: the files in policies/ count."],
    };
  const { files, since, until = null, adopted } = own;
  const folder = textOption(input.options, "write");
  if (folder !== undefined) writeAll(folder, files);
  const differs = draftWords(files, draftOf(input));
  return {
    data: { files: files.map(({ file }) => file), since, until, adopted, draft: differs ?? null },
    lines: [
      files.length === 0
        ? "No files of your own are in force: the default rules count."
        : `${files.map(({ file }) => file).join(", ")}: in force ${howWords(own)}.`,
      differs === undefined
        ? "The draft in policies/ is the same."
        : input.paint.warn(`Of the draft in policies/ this is not in force: ${differs}.`),
      ...(folder === undefined ? [] : [`Written to ${folder}.`]),
    ],
  };
}
