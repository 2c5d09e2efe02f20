import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { EntryText } from "../cards.ts";
import { sealEntry } from "../entry-text.ts";
import { publishEntry } from "../publish-entry.ts";
import { takeNumber } from "../take-number.ts";
import { type FaqEntry, readFaq } from "./read-faq.ts";
import type { FaqFormat, WrongLine } from "./read-rows.ts";

/** All or none in one transaction, which must not keep others waiting. */
const MOST = 200;
const MOST_LETTERS = 2_000_000;

export interface Imported {
  /** What was, or would be, brought in. */
  readonly entries: readonly Pick<FaqEntry, "line" | "question" | "topic" | "source" | "reviewBy">[];
  /** Of these, what is here already: the same question from the same page. */
  readonly known: readonly number[];
  readonly wrong: readonly WrongLine[];
  readonly isDone: boolean;
}

/** The same question from the same page is one entry, however often it is imported. */
const openKeyOf = ({ vault }: Core, communityId: string, { source, question }: FaqEntry): string =>
  `imported:${vault.blindIndex(`${communityId}|library`, JSON.stringify([source, question.toLowerCase()]))}`;

async function bringIn(tx: Tx, core: Core, actor: Actor, faq: FaqEntry, now: Date): Promise<void> {
  const { communityId, memberId: keeperId } = actor;
  const entry = { id: core.newId(), communityId, state: "kept", askerId: null };
  const text: EntryText = {
    question: faq.question,
    answer: faq.answer,
    source: { imported: { from: faq.source, by: faq.reviewedBy } },
  };
  await tx.libraryEntry.create({
    data: {
      ...{ ...entry, keeperId, topic: faq.topic, proposedAt: now },
      ...{ reviewedAt: faq.reviewedAt, reviewBy: faq.reviewBy },
      number: await takeNumber(tx, communityId),
      openKey: openKeyOf(core, communityId, faq),
      textSealed: await sealEntry(tx, core, entry, text),
    },
  });
  await publishEntry(tx, core, { ...entry, topic: faq.topic, text });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: keeperId,
    verb: "library.imported",
    subject: entry.id,
  });
}

/**
 * Brings in answers that somebody else looked at, each under its page's address and never under a credential. A dry run
 * unless it is `forReal`; with a wrong line nothing is brought in. Refuses too_long.
 */
export async function importEntries(
  core: Core,
  { actor, text, format, forReal }: { actor: Actor; text: string; format: FaqFormat; forReal: boolean },
): Promise<Imported> {
  const { communityId } = actor;
  authorise(actor, "library.import");
  if (text.length > MOST_LETTERS)
    throw refuse("too_long", { field: "file", limit: MOST_LETTERS, length: text.length });
  const { entries, wrong } = readFaq(text, { format, now: core.clock.now() });
  if (entries.length > MOST)
    throw refuse("too_long", { field: "list of answers", limit: MOST, length: entries.length });
  const keys = new Map(entries.map((entry) => [openKeyOf(core, communityId, entry), entry]));
  const isDone = forReal && wrong.length === 0 && entries.length > 0;
  const known = await core.tx(async (tx, now) => {
    const here = await tx.libraryEntry.findMany({ where: { openKey: { in: [...keys.keys()] } } });
    const taken = new Set(here.map(({ openKey }) => openKey));
    if (isDone)
      for (const [key, entry] of keys) if (!taken.has(key)) await bringIn(tx, core, actor, entry, now);
    return [...keys].filter(([key]) => taken.has(key)).map(([, { line }]) => line);
  });
  return {
    entries: [...keys.values()].map(({ line, question, topic, source, reviewBy }) => ({
      ...{ line, question, topic, source, reviewBy },
    })),
    ...{ known, wrong, isDone },
  };
}
