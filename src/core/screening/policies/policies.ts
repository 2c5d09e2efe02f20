import type { Direction } from "../screening.ts";
import { bookOf, type PhraseBook } from "./find-phrases.ts";
import { Lists, PhraseError, readPhrase } from "./phrase.ts";
import {
  type Action,
  type Effect,
  type OverrideEntry,
  PolicyError,
  type PolicyFile,
  type PolicyProblem,
  type RuleEntry,
  type RuleKind,
  type Severity,
  type VetoEntry,
} from "./policy-file.ts";
import { type Program, programOf } from "./program.ts";

/** One rule as it is in force: the pack's own, or as a community changed it. */
export interface Rule {
  readonly id: string;
  readonly kind: RuleKind;
  readonly severity: Severity;
  readonly action: Action;
  readonly text: string;
  readonly suggest: string | undefined;
  readonly direction: Direction | "both";
  readonly score: number;
  readonly unless: Readonly<Record<string, Effect>>;
  readonly phrases: readonly string[];
  readonly mustMatch: readonly string[];
  readonly mustNotMatch: readonly string[];
  /** The file that it stands in, and the one that changed it. */
  readonly file: string;
  readonly changedBy: string | undefined;
}

export interface Veto extends Omit<VetoEntry, "match"> {
  readonly phrases: readonly string[];
  readonly file: string;
}

/** Phrases with what each belongs to: the rule or the veto of phrase `n` is `owners[n]`. */
export interface Owned<T> {
  readonly book: PhraseBook;
  readonly owners: readonly T[];
  /** The text of each phrase. */
  readonly sources: readonly string[];
}

/** All rules in force, ready to be looked for. */
export interface Policies {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly vetoes: ReadonlyMap<string, Veto>;
  readonly find: Readonly<Record<Direction, Owned<Rule>>>;
  readonly findVetoes: Owned<Veto>;
}

const ALWAYS_ON: ReadonlySet<RuleKind> = new Set<RuleKind>(["crisis", "emergency", "method"]);
const DANGER: ReadonlySet<RuleKind> = new Set<RuleKind>(["crisis", "emergency", "concern"]);

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

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

/** Whether a change may silence a rule; that danger brings help is checked in problemOfRule. */
const weakens = ({ unless, score, action }: OverrideEntry, { kind }: Rule): boolean =>
  unless !== undefined || score !== undefined || (kind === "method" && action !== undefined);

class Builder {
  readonly problems: PolicyProblem[] = [];
  readonly rules = new Map<string, Rule>();
  readonly vetoes = new Map<string, Veto>();
  readonly #lists = new Lists();
  readonly #programs = new Map<string, Program>();

  add(file: PolicyFile): void {
    for (const [list, words] of Object.entries(file.lists)) {
      if (this.#lists.has(list))
        this.#wrong(file.file, `{${list}}`, "there is a list of this name already; choose another name");
      else this.#lists.set(list, words.replaceAll("\n", " "));
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
      if (rule === undefined) this.#wrong(file, change.rule, "there is no rule of this name to override");
      else if (change.off === true && ALWAYS_ON.has(rule.kind))
        this.#wrong(
          file,
          change.rule,
          `a rule of kind ${rule.kind} keeps people safe and cannot be off; add to it with alsoMatch`,
        );
      else if (change.match !== undefined && ALWAYS_ON.has(rule.kind))
        this.#wrong(file, change.rule, `what a rule of kind ${rule.kind} finds can only grow: use alsoMatch`);
      else if (ALWAYS_ON.has(rule.kind) && weakens(change, rule))
        this.#wrong(
          file,
          change.rule,
          `what may weaken a rule of kind ${rule.kind} (unless, score, action) cannot be changed`,
        );
      else if (change.off === true) this.rules.delete(change.rule);
      else this.rules.set(change.rule, this.#changed(rule, change, file));
    }
  }

  #changed(rule: Rule, change: OverrideEntry, file: string): Rule {
    return {
      ...rule,
      severity: change.severity ?? rule.severity,
      action: change.action ?? rule.action,
      text: change.text ?? rule.text,
      suggest: change.suggest ?? rule.suggest,
      score: change.score ?? rule.score,
      unless: change.unless ?? rule.unless,
      phrases: [
        ...(change.match === undefined ? rule.phrases : linesOf(change.match)),
        ...linesOf(change.alsoMatch ?? ""),
      ],
      mustMatch: [...(change.match === undefined ? rule.mustMatch : []), ...(change.mustMatch ?? [])],
      mustNotMatch: [...rule.mustNotMatch, ...(change.mustNotMatch ?? [])],
      changedBy: file,
    };
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
  }
}

/** Something that is made when it is first asked for, and then kept. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Puts files of policies together, those of the pack first. Throws PolicyError with every mistake: a phrase that
 * cannot be read, a rule named twice, a rule that keeps people safe and would be off. With `sure`, for files that were
 * tested before, what is not needed yet is compiled later.
 */
export function policiesOf(files: readonly PolicyFile[], { sure = false } = {}): Policies {
  const builder = new Builder();
  for (const file of files) builder.add(file);
  for (const file of files) builder.override(file);
  builder.check();
  const rules = [...builder.rules.values()];
  const forDirection = (direction: Direction) =>
    once(() =>
      builder.owned(
        rules.filter((rule) => rule.direction === direction || rule.direction === "both"),
        (rule) => rule.changedBy ?? rule.file,
      ),
    );
  const [inbound, answer] = [forDirection("inbound"), forDirection("answer")];
  const vetoes = once(() => builder.owned([...builder.vetoes.values()], ({ file }) => file));
  if (!sure) for (const make of [inbound, answer, vetoes]) make();
  if (builder.problems.length > 0) throw new PolicyError(builder.problems);
  return {
    rules: builder.rules,
    vetoes: builder.vetoes,
    find: {
      get inbound() {
        return inbound();
      },
      get answer() {
        return answer();
      },
    },
    get findVetoes() {
      return vetoes();
    },
  };
}
