import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

export interface SearchEntry {
  readonly communityId: string;
  /** "answer" (a kept answer) or "experience". */
  readonly kind: string;
  /** The row that it leads to. */
  readonly subjectId: string;
  readonly topic: string;
  /** Weighs more: the question, or the title. */
  readonly heading: string;
  readonly body: string;
}

/** What is kept of a text: keyed hashes of its words, which differ for each community. */
export interface KeptEntry {
  readonly topic: string;
  readonly heading: readonly string[];
  readonly body: readonly string[];
}

/** Where an entry is kept; without a subject, where all of its kind begin. */
export const entryName = (communityId: string, kind: string, subjectId = ""): string =>
  `search:${communityId}:${kind}:${subjectId}`;

const ENDING = /(ings?|ed|es|s)$/u;

/** The words of a text as keyed hashes, each once; short words say nothing. */
export function wordKeys({ vault }: Pick<Core, "vault">, communityId: string, text: string): string[] {
  const words = text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .match(/[\p{L}\p{N}]{3,}/gu);
  const stems = new Set((words ?? []).map((word) => (word.length > 5 ? word.replace(ENDING, "") : word)));
  return [...stems].map((stem) => vault.blindIndex(`${communityId}|search`, stem));
}

/** Puts a text in the index, or replaces what stands there of the same kind and subject. */
export async function indexEntry(tx: Tx, core: Core, entry: SearchEntry): Promise<void> {
  const { communityId, kind, subjectId, topic, heading, body } = entry;
  const kept: KeptEntry = {
    topic,
    heading: wordKeys(core, communityId, heading),
    body: wordKeys(core, communityId, body),
  };
  const name = entryName(communityId, kind, subjectId);
  const value = JSON.stringify(kept);
  await tx.meta.upsert({ where: { name }, create: { name, value }, update: { value } });
}
