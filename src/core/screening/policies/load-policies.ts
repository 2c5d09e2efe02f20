import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PACK, STAMP } from "#generated/policies.ts";
import { type PackSource, packStamp, readPack } from "./pack.ts";
import { type Policies, policiesOf } from "./policies.ts";
import type { PolicyFile } from "./policy-file.ts";

/** Where the default pack lies: in policies/ at the root of the project, for the source and for dist/. */
function packFolder(): string {
  const up = import.meta.url.includes("/dist/src/core/")
    ? "../../../../../policies/"
    : "../../../../policies/";
  return fileURLToPath(new URL(up, import.meta.url));
}

function sourcesIn(folder: string): PackSource[] {
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((file) => ({ file, source: readFileSync(join(folder, file), "utf8") }));
}

/** The default pack: as it was generated, unless somebody changed a file since. */
function readDefaultPack(): PolicyFile[] {
  const sources = sourcesIn(packFolder());
  if (packStamp(sources) !== STAMP) return readPack(sources);
  const files: PolicyFile[] = JSON.parse(PACK);
  return files;
}

/** The files of the default pack, and those of a folder of one's own when it is there. Throws PolicyError. */
export function readPolicyFiles(own?: string): { pack: PolicyFile[]; own: PolicyFile[] } {
  return {
    pack: readDefaultPack(),
    own: own === undefined || !existsSync(own) ? [] : readPack(sourcesIn(own)),
  };
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
