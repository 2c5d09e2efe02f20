import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Policies, policiesOf } from "./policies.ts";
import { PolicyError, type PolicyFile, type PolicyProblem, readPolicyFile } from "./policy-file.ts";

/** Where the default pack lies: in policies/ at the root of the project, for the source and for dist/. */
function packFolder(): string {
  const up = import.meta.url.includes("/dist/src/core/")
    ? "../../../../../policies/"
    : "../../../../policies/";
  return fileURLToPath(new URL(up, import.meta.url));
}

function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

function readFiles(paths: readonly string[]): PolicyFile[] {
  const files: PolicyFile[] = [];
  const problems: PolicyProblem[] = [];
  for (const path of paths) {
    try {
      files.push(readPolicyFile(basename(path), readFileSync(path, "utf8")));
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new PolicyError(problems);
  return files;
}

/** The files of the default pack, and those of a folder of one's own when it is there. Throws PolicyError. */
export function readPolicyFiles(own?: string): { pack: PolicyFile[]; own: PolicyFile[] } {
  return {
    pack: readFiles(filesIn(packFolder())),
    own: own === undefined || !existsSync(own) ? [] : readFiles(filesIn(own)),
  };
}

/** The default pack with the community's own files on top. Throws PolicyError with all that is wrong. */
export function loadPolicies(own?: string): Policies {
  const files = readPolicyFiles(own);
  return policiesOf([...files.pack, ...files.own]);
}

/** Where an installation keeps policies of its own. */
export const ownPolicies = (home: string): string => join(home, "policies");

let pack: Policies | undefined;

/** The default pack alone, read at the first call. */
export function packPolicies(): Policies {
  pack ??= loadPolicies();
  return pack;
}
