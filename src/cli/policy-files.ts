import { existsSync } from "node:fs";
import { basename } from "node:path";
import { type CommandInput, UsageError } from "#cli/command.ts";
import { ownPolicies, readNamedPolicies, readPolicyFiles } from "#core/screening/policies/load-policies.ts";
import { type Policies, policiesOf } from "#core/screening/policies/policies.ts";
import type { PolicyFile } from "#core/screening/policies/policy-file.ts";
import { homeOf } from "../config.ts";

/** The default pack, with the files that were named, or else those of the home folder. Throws PolicyError. */
export function policyFilesFor({ args, io }: CommandInput): { pack: PolicyFile[]; own: PolicyFile[] } {
  if (args.length === 0) return readPolicyFiles(ownPolicies(homeOf(io.env)));
  return readNamed(args);
}

function readNamed(paths: readonly string[]): { pack: PolicyFile[]; own: PolicyFile[] } {
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) throw new UsageError(`There is no file ${missing}`);
  return readNamedPolicies(paths);
}

/** One's own files as they would be with others copied among them: one of the same name takes the other's place. */
function withCopied(own: readonly PolicyFile[], others: readonly PolicyFile[]): PolicyFile[] {
  const byName = new Map(own.map((file) => [basename(file.file), file]));
  for (const file of others) byName.set(basename(file.file), file);
  return [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, file]) => file);
}

export interface TwoPacks {
  readonly from: Policies;
  readonly to: Policies;
  /** What stands on top of what. */
  readonly says: string;
}

/**
 * What is live, and what would be with the named files in the home folder too. Without names, the default pack and what
 * is live. Throws PolicyError.
 */
export function twoPacksFor({ args, io }: CommandInput): TwoPacks {
  const { pack, own } = readPolicyFiles(ownPolicies(homeOf(io.env)));
  const live = policiesOf([...pack, ...own]);
  if (args.length === 0)
    return { from: policiesOf(pack), to: live, says: "your own files, on the default rules" };
  const names = args.map((path) => basename(path));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new UsageError(`Two of the files are called ${twice}: rename one`);
  const candidate = policiesOf([...pack, ...withCopied(own, readNamed(args).own)]);
  return { from: live, to: candidate, says: `${names.join(" and ")}, on what is live` };
}
