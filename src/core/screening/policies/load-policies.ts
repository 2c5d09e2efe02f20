import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { PACK, STAMP } from "#generated/policies.ts";
import { type PackSource, packStamp, readPack } from "./pack.ts";
import { type Policies, policiesOf } from "./policies.ts";
import { PolicyError, type PolicyFile } from "./policy-file.ts";

/** Where the default pack lies: in policies/ at the root of the project, for the source and for dist/. */
function packFolder(): string {
  const up = import.meta.url.includes("/dist/src/core/")
    ? "../../../../../policies/"
    : "../../../../policies/";
  return fileURLToPath(new URL(up, import.meta.url));
}

/** Runs what reads a file or folder of policies. Throws PolicyError when the system does not let it be read. */
function read<T>(file: string, reading: () => T): T {
  try {
    return reading();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new PolicyError([{ file, problem: `it cannot be read (${code})` }]);
  }
}

function sourcesIn(folder: string): PackSource[] {
  return read(folder, () => readdirSync(folder))
    .filter((name) => /\.ya?ml$/i.test(name))
    .sort()
    .map((file) => sourceOf(join(folder, file), file));
}

function sourceOf(path: string, file: string): PackSource {
  return { file, source: read(path, () => readFileSync(path, "utf8")) };
}

/** The default pack: as it was generated, unless somebody changed a file since. */
function readDefaultPack(): PolicyFile[] {
  const sources = sourcesIn(packFolder());
  if (packStamp(sources) !== STAMP) return readPack(sources);
  const files: PolicyFile[] = JSON.parse(PACK);
  return files;
}

/** Tells one state of the default pack from another. */
export const shippedStamp = (): string => packStamp(sourcesIn(packFolder()));

/** The files of a folder of one's own as text, by name; none where there is no such folder. Throws PolicyError. */
export const ownSources = (own: string): PackSource[] => (existsSync(own) ? sourcesIn(own) : []);

/** Files that somebody names, as text. Throws PolicyError. */
export const namedSources = (paths: readonly string[]): PackSource[] =>
  paths.map((path) => sourceOf(path, basename(path)));

/** The files of the default pack, and files on top that are not in a folder. Throws PolicyError. */
export const policyFilesWith = (sources: readonly PackSource[]): PolicyFile[] => [
  ...readDefaultPack(),
  ...readPack(sources),
];

/**
 * The default pack with files on top that are not in a folder. Throws PolicyError with all that is wrong. With `sure`, see
 * policiesOf.
 */
export function policiesWith(sources: readonly PackSource[], { sure = false } = {}): Policies {
  if (sources.length === 0) return packPolicies();
  return policiesOf(policyFilesWith(sources), { sure });
}

/** The files of the default pack, and those of a folder of one's own when it is there. Throws PolicyError. */
export function readPolicyFiles(own?: string): { pack: PolicyFile[]; own: PolicyFile[] } {
  return {
    pack: readDefaultPack(),
    own: own === undefined || !existsSync(own) ? [] : readPack(sourcesIn(own)),
  };
}

/** The default pack, and files that somebody names, each called by its path. Throws PolicyError. */
export function readNamedPolicies(paths: readonly string[]): { pack: PolicyFile[]; own: PolicyFile[] } {
  return { pack: readDefaultPack(), own: readPack(paths.map((path) => sourceOf(path, path))) };
}

/** The default pack with the community's own files on top. Throws PolicyError with all that is wrong. */
export function loadPolicies(own?: string): Policies {
  const files = readPolicyFiles(own);
  return policiesOf([...files.pack, ...files.own], { sure: files.own.length === 0 });
}

/** Where an installation keeps policies of its own. */
export const ownPolicies = (home: string): string => join(home, "policies");

let pack: Policies | undefined;

/** The default pack alone, read at the first call. */
export function packPolicies(): Policies {
  pack ??= loadPolicies();
  return pack;
}
