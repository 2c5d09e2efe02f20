import { existsSync } from "node:fs";
import { basename } from "node:path";
import { type CommandInput, UsageError } from "#cli/command.ts";
import { engineOf } from "#core/foundation/store/open-store.ts";
import { ownInForce } from "#core/moderation/policies/own-in-force.ts";
import { changedFiles } from "#core/moderation/policies/policy-change.ts";
import {
  namedSources,
  ownPolicies,
  ownSources,
  packPolicies,
  policiesWith,
  readNamedPolicies,
  readPolicyFiles,
} from "#core/screening/policies/load-policies.ts";
import type { PackSource } from "#core/screening/policies/pack.ts";
import type { Policies } from "#core/screening/policies/policies.ts";
import type { PolicyFile } from "#core/screening/policies/policy-file.ts";
import { type Config, homeOf } from "../config.ts";

/** The default pack, with the files that were named, or else the draft in the home folder. Throws PolicyError. */
export function policyFilesFor({ args, io }: CommandInput): { pack: PolicyFile[]; own: PolicyFile[] } {
  if (args.length === 0) return readPolicyFiles(ownPolicies(homeOf(io.env)));
  requireThere(args);
  return readNamedPolicies(args);
}

function requireThere(paths: readonly string[]): void {
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) throw new UsageError(`There is no file ${missing}`);
}

/** The draft: one's own files as they lie in the home folder. Throws PolicyError. */
export const draftOf = ({ io }: CommandInput): PackSource[] => ownSources(ownPolicies(homeOf(io.env)));

/** Whether there is an installation whose people agree to rules; looking makes none. */
export function isSetUp({ keysFile, databaseUrl }: Config): boolean {
  const hasDatabase = engineOf(databaseUrl) !== "sqlite" || existsSync(databaseUrl.slice("file:".length));
  return hasDatabase && existsSync(keysFile);
}

/** The own files in force; undefined where nothing is set up, or nobody was asked for a second person yet. */
export async function filesInForce(input: CommandInput): Promise<readonly PackSource[] | undefined> {
  if (!isSetUp(input.config())) return undefined;
  return (await ownInForce(await input.core()))?.files;
}

/** What screens texts now, and the words for it: the rules in force, or where nothing is set up the draft. Throws PolicyError. */
export async function policiesAtWork(
  input: CommandInput,
): Promise<{ policies: Policies; says: string; pack: "in-force" | "draft" }> {
  if (isSetUp(input.config()))
    return { policies: (await input.core()).policies(), says: "By the rules in force.", pack: "in-force" };
  const draft = draftOf(input);
  const says = `By the default rules${draft.length === 0 ? "" : " and the files in policies/"}: nothing is set up here.`;
  return { policies: policiesWith(draft), says, pack: "draft" };
}

/** Own files as they would be with others copied among them: one of the same name takes the other's place. */
function withCopied(own: readonly PackSource[], paths: readonly string[]): PackSource[] {
  requireThere(paths);
  const names = paths.map((path) => basename(path));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw new UsageError(`Two of the files are called ${twice}: rename one`);
  const wrong = names.find((name) => !/\.ya?ml$/i.test(name));
  if (wrong !== undefined) throw new UsageError(`A file of policies ends with .yaml, and ${wrong} does not`);
  const byName = new Map([...own, ...namedSources(paths)].map((one) => [one.file, one]));
  return [...byName.values()].sort((one, other) => (one.file < other.file ? -1 : 1));
}

/** What is meant to be in force: what is, with the named files among it; or without names the draft. Throws PolicyError. */
export function wantedFiles(input: CommandInput, held: readonly PackSource[]): PackSource[] {
  return input.args.length === 0 ? draftOf(input) : withCopied(held, input.args);
}

export interface TwoPacks {
  readonly from: Policies;
  readonly to: Policies;
  /** What stands on top of what. */
  readonly says: string;
}

/**
 * What is in force, and what would be with the named files among it, or without names with the draft. Where nothing is set up, the
 * draft counts as in force, and without names it is held against the default pack. Throws PolicyError.
 */
export async function twoPacksFor(input: CommandInput): Promise<TwoPacks> {
  const { args } = input;
  const held = await filesInForce(input);
  const names = args.map((path) => basename(path)).join(" and ");
  if (held === undefined && args.length === 0)
    return {
      from: packPolicies(),
      to: policiesWith(draftOf(input)),
      says: "your own files, on the default rules",
    };
  const base = held ?? draftOf(input);
  return {
    from: policiesWith(base),
    to: policiesWith(wantedFiles(input, base)),
    says:
      args.length === 0
        ? "the files in policies/, against what is in force"
        : `${names}, on what is in force`,
  };
}

/** How the draft is not what is in force: "house.yaml (changed), raid.yaml (removed)"; undefined where it is the same. */
export function draftWords(held: readonly PackSource[], draft: readonly PackSource[]): string | undefined {
  const files = changedFiles(held, draft);
  if (files.length === 0) return undefined;
  const IS = { added: "new", changed: "changed", removed: "taken away" } as const;
  return files.map(({ file, change }) => `${file} (${IS[change]})`).join(", ");
}
