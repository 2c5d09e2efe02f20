import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { yamlMistake } from "#core/foundation/file-mistakes.ts";
import { type CrisisLines, CrisisLinesError, checkedCrisisLines } from "./crisis-lines-file.ts";
import { tableFile } from "./table-file.ts";

/** All crisis lines in force. */
export interface CrisisLineBook {
  /** By ISO 3166-1 alpha-2; an installation's own countries come first. */
  readonly countries: ReadonlyMap<string, CrisisLines>;
  /** Every number of theirs, digits only: they are published and name nobody. */
  readonly publicNumbers: ReadonlySet<string>;
}

const SHIPPED = "crisis-lines.json";
const OWN = "crisis-lines.yaml";

/** Where an installation keeps lines of its own. */
export const ownCrisisLines = (home: string): string => join(home, OWN);

const wrong = (file: string, problem: string, where?: string) =>
  new CrisisLinesError([{ file, ...(where === undefined ? {} : { where }), problem }]);

function read(file: string, path: string | URL): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw wrong(file, `it cannot be read (${code})`);
  }
}

function readShipped(): CrisisLines[] {
  const source = read(SHIPPED, tableFile(SHIPPED));
  let data: unknown;
  try {
    data = JSON.parse(source);
  } catch {
    throw wrong(SHIPPED, "it is not whole");
  }
  return checkedCrisisLines(SHIPPED, data);
}

function readOwn(path: string): CrisisLines[] {
  const document = parseDocument(read(OWN, path), { uniqueKeys: true });
  const [error] = document.errors;
  if (error !== undefined)
    throw wrong(OWN, yamlMistake(error), error.linePos && `line ${error.linePos[0].line}`);
  return checkedCrisisLines(OWN, document.toJS() ?? []);
}

const numbersIn = (told: string) =>
  (told.match(/\d[\d -]*\d/g) ?? []).map((value) => value.replace(/\D/g, ""));

function bookOf(entries: readonly CrisisLines[]): CrisisLineBook {
  const told = entries.flatMap(({ lines, emergencyNumber }) => [
    emergencyNumber,
    ...lines.map(({ contact }) => contact),
  ]);
  return {
    countries: new Map(entries.map((one) => [one.country, one])),
    publicNumbers: new Set(told.flatMap(numbersIn)),
  };
}

let shipped: CrisisLineBook | undefined;

/** The lines that come with Curbside, read at the first call. Throws CrisisLinesError. */
export function shippedCrisisLines(): CrisisLineBook {
  shipped ??= bookOf(readShipped());
  return shipped;
}

/** The lines that come with Curbside, and in place of them those of a file of one's own. Throws CrisisLinesError. */
export function loadCrisisLines(own?: string): CrisisLineBook {
  if (own === undefined || !existsSync(own)) return shippedCrisisLines();
  const entries = readOwn(own);
  const replaced = new Set(entries.map(({ country }) => country));
  const others = [...shippedCrisisLines().countries.values()].filter(({ country }) => !replaced.has(country));
  return bookOf([...entries, ...others]);
}
