import { READERS_UNLESS } from "../signals/find-learned.ts";
import { costOf } from "./commonness.ts";
import type { Policies } from "./policies.ts";
import type { PolicyFile, PolicyProblem } from "./policy-file.ts";

/** A phrase that common words call up is looked at in nearly every message; "the" alone counts 4,097. */
const TOO_COMMON = 8000;

function uses(files: readonly PolicyFile[], name: string): boolean {
  const texts = files.flatMap(({ lists, rules, vetoes, overrides }) => [
    ...Object.values(lists),
    ...rules.map(({ match }) => match),
    ...vetoes.map(({ match }) => match),
    ...overrides.flatMap(({ match = "", alsoMatch = "" }) => [match, alsoMatch]),
  ]);
  return texts.some((text) => text.includes(`{${name}}`));
}

function unusedLists(files: readonly PolicyFile[]): PolicyProblem[] {
  return files.flatMap(({ file, lists }) =>
    Object.keys(lists)
      .filter((name) => !uses(files, name))
      .map((name) => ({ file, where: `{${name}}`, problem: "no phrase uses this list" })),
  );
}

function unusedVetoes(files: readonly PolicyFile[], policies: Policies): PolicyProblem[] {
  const used = new Set([
    ...[...policies.rules.values()].flatMap(({ unless }) => Object.keys(unless)),
    ...[...policies.vetoes.values()].flatMap(({ except }) => except),
    ...Object.values(READERS_UNLESS).flatMap((unless) => Object.keys(unless)),
  ]);
  return files.flatMap(({ file, vetoes }) =>
    vetoes
      .filter(({ id }) => !used.has(id))
      .map(({ id }) => ({ file, where: id, problem: "no rule uses this veto" })),
  );
}

function doubtfulPhrases(policies: Policies): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const seen = new Set<string>();
  for (const { book, owners, sources } of Object.values(policies.trial.find))
    owners.forEach(({ id, file, changedBy, phrases }, at) => {
      const source = sources[at] ?? "";
      if (seen.has(`${id}\n${source}`)) return;
      seen.add(`${id}\n${source}`);
      const say = (problem: string) => problems.push({ file: changedBy ?? file, where: id, problem });
      if (phrases.indexOf(source) !== phrases.lastIndexOf(source)) say(`"${source}" stands there twice`);
      const anchors = book.programs[at]?.anchors;
      if (anchors !== undefined && costOf(anchors) > TOO_COMMON)
        say(`"${source}" has only very common words, so it is looked at in most messages: add a rarer one`);
    });
  return problems;
}

/** What is allowed and yet doubtful in policies that could be read: lists that nobody uses, phrases that cost much. */
export function lintPolicies(files: readonly PolicyFile[], policies: Policies): PolicyProblem[] {
  return [...unusedLists(files), ...unusedVetoes(files, policies), ...doubtfulPhrases(policies)];
}
