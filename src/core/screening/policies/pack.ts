import { createHash } from "node:crypto";
import { PolicyError, type PolicyFile, type PolicyProblem, readPolicyFile } from "./policy-file.ts";

/** One file of policies as text. */
export interface PackSource {
  readonly file: string;
  readonly source: string;
}

/** Of the generated form: one more whenever reading a file gives something that it did not give before. */
const FORM = 2;

/** Tells whether the generated form of some files is still theirs. */
export function packStamp(sources: readonly PackSource[]): string {
  const hash = createHash("sha256").update(`${FORM}\n`);
  for (const { file, source } of sources) hash.update(`${file}\n${source}\n`);
  return hash.digest("hex");
}

/** Reads all files of a pack. Throws PolicyError with the mistakes of all of them. */
export function readPack(sources: readonly PackSource[]): PolicyFile[] {
  const files: PolicyFile[] = [];
  const problems: PolicyProblem[] = [];
  for (const { file, source } of sources) {
    try {
      files.push(readPolicyFile(file, source));
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new PolicyError(problems);
  return files;
}
