import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Core } from "#core/core.ts";
import { findEntries } from "#core/foundation/search/find-entries.ts";
import { indexEntry } from "#core/foundation/search/index-entry.ts";

/** Rules and numbers are tuned on one half; the other is never looked at one by one, and its figures count. */
export const HALVES = ["tuned", "held out"] as const;
export type Half = (typeof HALVES)[number];

export interface AskedQuestion {
  /** The answer that it should find; undefined when there is none. */
  readonly answer: string | undefined;
  /** How it differs from the answer's words, or how it misses. */
  readonly how: string;
  readonly words: string;
  readonly half: Half;
}

export interface Outcome extends AskedQuestion {
  readonly found: readonly { readonly subjectId: string; readonly score: number }[];
  readonly right: boolean;
}

export interface Figures {
  /** Of the questions that have an answer: it is among the first three. */
  readonly found: { readonly of: number; readonly right: number };
  /** Of the questions without an answer: nothing is shown. */
  readonly quiet: { readonly of: number; readonly right: number };
}

export const COMMUNITY = "evaluation";
export const KIND = "answer";
const SHOWN = 3;

const rows = (file: string): string[][] =>
  readFileSync(join(import.meta.dirname, "..", "..", "test", "fixtures", "search", file), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));

const halfOf = (words: string): Half =>
  (createHash("sha256").update(words).digest()[0] ?? 0) % 2 === 0 ? "tuned" : "held out";

export function askedQuestions(): AskedQuestion[] {
  const asked = rows("asked.tsv").map(([answer = "", how = "", words = ""]) => ({
    answer,
    how,
    words,
    half: halfOf(words),
  }));
  const unanswered = rows("unanswered.tsv").map(([how = "", words = ""]) => ({
    answer: undefined,
    how,
    words,
    half: halfOf(words),
  }));
  return [...asked, ...unanswered];
}

/** Puts the answers of test/fixtures/search in the index. */
export async function indexAnswers(core: Core): Promise<void> {
  for (const [subjectId = "", topic = "", heading = "", body = ""] of rows("answers.tsv"))
    await core.tx((tx) =>
      indexEntry(tx, core, { communityId: COMMUNITY, kind: KIND, subjectId, topic, heading, body }),
    );
}

export async function askAll(core: Core): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of askedQuestions()) {
    const { words, answer } = question;
    const found = await findEntries(core, { communityId: COMMUNITY, kind: KIND, words, limit: SHOWN });
    const right =
      answer === undefined ? found.length === 0 : found.some(({ subjectId }) => subjectId === answer);
    outcomes.push({ ...question, found, right });
  }
  return outcomes;
}

export function figuresOf(outcomes: readonly Outcome[]): Figures {
  const count = (some: readonly Outcome[]) => ({
    of: some.length,
    right: some.filter(({ right }) => right).length,
  });
  return {
    found: count(outcomes.filter(({ answer }) => answer !== undefined)),
    quiet: count(outcomes.filter(({ answer }) => answer === undefined)),
  };
}
