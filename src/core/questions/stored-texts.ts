import type { Core } from "#core/core.ts";
import type { Sealed } from "#core/foundation/vault/vault.ts";
import type { Direction } from "#core/screening/screening.ts";
import type { QuestionText } from "./cards.ts";
import { asOneText } from "./check-answer.ts";
import { type Crossing, sealedIn } from "./message-text.ts";

/** A stored text as screening read it, with nothing of who wrote it. */
export interface StoredText {
  readonly messageId: string;
  readonly question: number;
  /** The kind of message. */
  readonly message: string;
  /** A newer version of the message, which waits for Send. */
  readonly waits: boolean;
  readonly sent: boolean;
  readonly day: string;
  /** Each was screened by itself. */
  readonly parts: readonly string[];
}

/** Texts that cannot be read any more. */
export interface Gone {
  /** Taken back, deleted or cancelled by their writer. */
  readonly removed: number;
  /** The key of their patient was deleted. */
  readonly erased: number;
  /** They cannot be opened, and should be. */
  readonly damaged: number;
}

export interface StoredPage {
  readonly texts: readonly StoredText[];
  readonly gone: Gone;
}

export interface StoredTexts {
  readonly communityId: string;
  /** Written or edited since. */
  readonly since: Date;
  readonly direction: Direction;
}

const KINDS: Readonly<Record<Direction, readonly string[]>> = {
  inbound: ["question", "follow-up", "ask-back-reply"],
  answer: ["answer", "ask-back", "reply", "opinion"],
};

const PAGE = 500;

function whereOf({ communityId, since, direction }: StoredTexts) {
  return {
    communityId,
    kind: { in: [...KINDS[direction]] },
    OR: [{ createdAt: { gte: since } }, { editedAt: { gte: since } }],
  };
}

/** How many messages `storedTexts` goes through. */
export const countStored = ({ db }: Core, asked: StoredTexts): Promise<number> =>
  db.message.count({ where: whereOf(asked) });

const COLUMNS = {
  id: true,
  kind: true,
  state: true,
  createdAt: true,
  editedAt: true,
  question: { select: { number: true, askerId: true } },
} as const;

/** A sealed text of a message; `blob` is null where it was removed. */
interface Kept {
  readonly column: "originalSealed" | "pendingOriginalSealed" | "crossingSealed";
  readonly blob: Uint8Array | null;
}

/** The next messages after `after`, with the texts that screening read: what a patient typed, what a provider sent. */
async function nextRows({ db }: Core, asked: StoredTexts, after: string) {
  const page = {
    where: { ...whereOf(asked), id: { gt: after } },
    orderBy: { id: "asc" },
    take: PAGE,
  } as const;
  if (asked.direction === "answer") {
    const rows = await db.message.findMany({ ...page, select: { ...COLUMNS, crossingSealed: true } });
    return rows.map((row) => ({
      ...row,
      kept: [{ column: "crossingSealed", blob: row.crossingSealed }] as Kept[],
    }));
  }
  const rows = await db.message.findMany({
    ...page,
    select: { ...COLUMNS, originalSealed: true, pendingOriginalSealed: true },
  });
  return rows.map((row) => {
    const kept: Kept[] = [{ column: "originalSealed", blob: row.originalSealed }];
    const { pendingOriginalSealed: blob } = row;
    return {
      ...row,
      kept: blob === null ? kept : [...kept, { column: "pendingOriginalSealed", blob } as const],
    };
  });
}

type Row = Awaited<ReturnType<typeof nextRows>>[number];

function partsOf(direction: Direction, json: string): string[] {
  if (direction === "inbound") {
    const { question, tried }: QuestionText = JSON.parse(json);
    return tried === "" ? [question] : [question, tried];
  }
  const crossing: Crossing = JSON.parse(json);
  if ("answer" in crossing) return [asOneText(Object.values(crossing.answer))];
  // To agree takes no words.
  return "plain" in crossing && crossing.plain !== "" ? [crossing.plain] : [];
}

function storedText(
  { id, kind, state, createdAt, editedAt, question }: Row,
  column: Kept["column"],
  parts: readonly string[],
) {
  const waits = column === "pendingOriginalSealed";
  return {
    messageId: id,
    question: question.number,
    message: kind,
    waits,
    sent: state === "sent" && !waits,
    day: (editedAt ?? createdAt).toISOString().slice(0, 10),
    parts,
  };
}

/** Opens the texts of some messages, in memory. */
async function opened(core: Core, direction: Direction, rows: readonly Row[]): Promise<StoredPage> {
  const found: { readonly row: Row; readonly column: Kept["column"]; readonly sealed: Sealed }[] = [];
  let [removed, erased, damaged] = [0, 0, 0];
  for (const row of rows)
    for (const { column, blob } of row.kept)
      if (blob === null) removed += 1;
      else found.push({ row, column, sealed: sealedIn(row.question.askerId, row.id, column, blob) });
  const results = await core.vault.openEach(
    core.db,
    found.map(({ sealed }) => sealed),
  );
  const texts = found.flatMap(({ row, column }, at): StoredText[] => {
    const result = results[at];
    if (result !== undefined && "text" in result)
      return [storedText(row, column, partsOf(direction, result.text))];
    if (result?.trouble === "key-gone") erased += 1;
    else damaged += 1;
    return [];
  });
  return { texts, gone: { removed, erased, damaged } };
}

/**
 * Every stored text of a community that screening decided on, oldest first, a page at a time. It is read outside of any
 * transaction, so that nobody waits for it; a text that is removed meanwhile may still come.
 */
export async function* storedTexts(core: Core, asked: StoredTexts): AsyncGenerator<StoredPage> {
  for (let after = ""; ; ) {
    const rows = await nextRows(core, asked, after);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield await opened(core, asked.direction, rows);
    if (rows.length < PAGE) return;
    after = last.id;
  }
}
