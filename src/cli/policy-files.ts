import { existsSync } from "node:fs";
import { type CommandInput, UsageError } from "#cli/command.ts";
import { ownPolicies, readNamedPolicies, readPolicyFiles } from "#core/screening/policies/load-policies.ts";
import type { PolicyFile } from "#core/screening/policies/policy-file.ts";
import { homeOf } from "../config.ts";

/** The default pack, with the files that were named, or else those of the home folder. Throws PolicyError. */
export function policyFilesFor({ args, io }: CommandInput): { pack: PolicyFile[]; own: PolicyFile[] } {
  if (args.length === 0) return readPolicyFiles(ownPolicies(homeOf(io.env)));
  const missing = args.find((path) => !existsSync(path));
  if (missing !== undefined) throw new UsageError(`There is no file ${missing}`);
  return readNamedPolicies(args);
}
