import type { Direction } from "../screening.ts";
import type { PhraseBook } from "./find-phrases.ts";
import { PolicyBuilder } from "./policy-builder.ts";
import {
  type Action,
  type Effect,
  type Mode,
  PolicyError,
  type PolicyFile,
  type RuleKind,
  type Severity,
  type VetoEntry,
} from "./policy-file.ts";

/** One rule as it is in force: the pack's own, or as a community changed it. */
export interface Rule {
  readonly id: string;
  readonly kind: RuleKind;
  /** In shadow, nothing comes of it. */
  readonly mode: Mode;
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
  /** Those in shadow too. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** The rules that are looked for: those that are live. */
  readonly atWork: ReadonlyMap<string, Rule>;
  readonly vetoes: ReadonlyMap<string, Veto>;
  /** What each list stands for, as it was written. */
  readonly lists: ReadonlyMap<string, string>;
  readonly find: Readonly<Record<Direction, Owned<Rule>>>;
  readonly findVetoes: Owned<Veto>;
  /** The same as if every rule were live; itself where none is in shadow. */
  readonly trial: Policies;
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
  const builder = new PolicyBuilder();
  for (const file of files) builder.add(file);
  for (const file of files) builder.override(file);
  builder.check();
  const vetoes = once(() => builder.owned([...builder.vetoes.values()], ({ file }) => file));
  const live = new Map([...builder.rules].filter(([, { mode }]) => mode !== "shadow"));
  const trial = lookingFor(builder, builder.rules, vetoes);
  const policies = live.size === builder.rules.size ? trial : lookingFor(builder, live, vetoes, trial);
  if (!sure) void [trial.find.inbound, trial.find.answer, trial.findVetoes];
  if (builder.problems.length > 0) throw new PolicyError(builder.problems);
  return policies;
}

/** The builder's policies with these rules at work. Compiles each part when it is first asked for. */
function lookingFor(
  builder: PolicyBuilder,
  atWork: ReadonlyMap<string, Rule>,
  vetoes: () => Owned<Veto>,
  trial?: Policies,
): Policies {
  const forDirection = (direction: Direction) =>
    once(() =>
      builder.owned(
        [...atWork.values()].filter((rule) => rule.direction === direction || rule.direction === "both"),
        (rule) => rule.changedBy ?? rule.file,
      ),
    );
  const [inbound, answer] = [forDirection("inbound"), forDirection("answer")];
  const policies: Policies = {
    rules: builder.rules,
    atWork,
    vetoes: builder.vetoes,
    lists: builder.lists,
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
    get trial() {
      return trial ?? policies;
    },
  };
  return policies;
}
