import { bookOf } from "./find-phrases.ts";
import { overridden, whyUnchangeable } from "./override-rule.ts";
import { Lists, PhraseError, readPhrase } from "./phrase.ts";
import type { Owned, Rule, Veto } from "./policies.ts";
import {
  linesOf,
  type PolicyFile,
  type PolicyProblem,
  type RuleEntry,
  type RuleKind,
} from "./policy-file.ts";
import { type Program, programOf } from "./program.ts";

const DANGER: ReadonlySet<RuleKind> = new Set<RuleKind>(["crisis", "emergency", "concern"]);

function problemOfRule(rule: Rule): string | undefined {
  if (rule.kind === "crisis" || rule.kind === "emergency") {
    if (rule.action !== "help") return `a rule of kind ${rule.kind} always has the action help`;
  } else if (rule.action === "help") return `the action help is for rules of kind crisis or emergency`;
  if (rule.kind === "concern" && rule.action !== "note")
    return "a rule of kind concern always has the action note";
  if (!DANGER.has(rule.kind) && Object.values(rule.unless).includes("lower"))
    return `only rules about danger can be lowered; write drop`;
  return undefined;
}

/** Puts files of policies together: first all are added, then each changes what others brought. Keeps every mistake. */
export class PolicyBuilder {
  readonly problems: PolicyProblem[] = [];
  readonly rules = new Map<string, Rule>();
  readonly vetoes = new Map<string, Veto>();
  readonly lists = new Map<string, string>();
  readonly #lists = new Lists();
  readonly #programs = new Map<string, Program>();

  add(file: PolicyFile): void {
    for (const [list, words] of Object.entries(file.lists)) {
      if (this.lists.has(list)) {
        this.#wrong(file.file, `{${list}}`, "there is a list of this name already; choose another name");
        continue;
      }
      const source = words.replaceAll("\n", " ");
      this.lists.set(list, source);
      this.#lists.set(list, source);
    }
    for (const veto of file.vetoes) {
      if (this.vetoes.has(veto.id)) this.#wrong(file.file, veto.id, "there is a veto of this name already");
      this.vetoes.set(veto.id, { ...veto, phrases: linesOf(veto.match), file: file.file });
    }
    for (const entry of file.rules) this.#addRule(file, entry);
  }

  #addRule({ file, unless }: PolicyFile, entry: RuleEntry): void {
    const { match, suggest, ...rest } = entry;
    if (this.rules.has(entry.id))
      this.#wrong(file, entry.id, "there is a rule of this name already; change it under overrides");
    this.rules.set(entry.id, {
      ...rest,
      suggest,
      unless: entry.unless ?? unless,
      phrases: linesOf(match),
      file,
      changedBy: undefined,
    });
  }

  override({ file, overrides }: PolicyFile): void {
    for (const change of overrides) {
      const rule = this.rules.get(change.rule);
      if (rule === undefined) {
        this.#wrong(file, change.rule, "there is no rule of this name to override");
        continue;
      }
      const problem = whyUnchangeable(rule, change);
      if (problem !== undefined) this.#wrong(file, change.rule, problem);
      else if (change.off === true) this.rules.delete(change.rule);
      else this.rules.set(change.rule, overridden(rule, change, file));
    }
  }

  #wrong(file: string, where: string, problem: string): void {
    this.problems.push({ file, where, problem });
  }

  #program(source: string, file: string, where: string): Program | undefined {
    const known = this.#programs.get(source);
    if (known !== undefined) return known;
    try {
      const program = programOf(readPhrase(source, this.#lists));
      this.#programs.set(source, program);
      return program;
    } catch (error) {
      if (!(error instanceof PhraseError)) throw error;
      this.#wrong(file, where, `"${source}": ${error.message}`);
      return undefined;
    }
  }

  owned<T extends { readonly id: string; readonly phrases: readonly string[] }>(
    all: readonly T[],
    fileOf: (one: T) => string,
  ): Owned<T> {
    const programs: Program[] = [];
    const owners: T[] = [];
    const sources: string[] = [];
    for (const one of all)
      for (const phrase of one.phrases) {
        const program = this.#program(phrase, fileOf(one), one.id);
        if (program === undefined) continue;
        programs.push(program);
        owners.push(one);
        sources.push(phrase);
      }
    return { book: bookOf(programs), owners, sources };
  }

  check(): void {
    for (const rule of this.rules.values()) {
      const file = rule.changedBy ?? rule.file;
      const problem = problemOfRule(rule);
      if (problem !== undefined) this.#wrong(file, rule.id, problem);
      for (const veto of Object.keys(rule.unless))
        if (!this.vetoes.has(veto)) this.#wrong(file, rule.id, `there is no veto "${veto}"`);
    }
    for (const { id, except, file } of this.vetoes.values())
      for (const other of except)
        if (!this.vetoes.has(other)) this.#wrong(file, id, `there is no veto "${other}"`);
    for (const { id, file } of this.vetoes.values())
      if (this.#exceptionsOf(id).has(id)) this.#wrong(file, id, "its exceptions lead back to itself");
  }

  /** All vetoes that are exceptions of one, directly or not. */
  #exceptionsOf(id: string, found = new Set<string>()): ReadonlySet<string> {
    for (const other of this.vetoes.get(id)?.except ?? [])
      if (!found.has(other)) this.#exceptionsOf(other, found.add(other));
    return found;
  }
}
