import { readFileSync } from "node:fs";
import { WHAT_IS_KEPT } from "#core/privacy/what-is-kept.ts";
import type { TestCore } from "../../support/test-core.ts";

type Row = Readonly<Record<string, unknown>>;

const rowsOf = (core: TestCore, table: string): Promise<Row[]> =>
  core.db.$queryRawUnsafe<Row[]>(`SELECT * FROM "${table}"`);

const asText = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString("latin1") : String(value);

const rowId = (row: Row): string =>
  "version" in row && "messageId" in row ? `${row.messageId}/${row.version}` : String(row.id);

/** Whoever has a key left can open with it what it sealed: this is what all keys together still show. */
async function opened(core: TestCore, table: string, row: Row, column: string): Promise<string[]> {
  const blob = row[column];
  if (!(blob instanceof Uint8Array) || blob.length === 0) return [];
  const owners = (await core.db.vaultKey.findMany()).map(({ owner }) => {
    const [kind, id = ""] = owner.split(":");
    return kind === "system" ? "system" : kind === "member" ? { memberId: id } : { communityId: id };
  });
  const place = { table, column, row: rowId(row) };
  const found = await core.vault.openEach(
    core.db,
    owners.map((owner) => ({ owner, place, blob })),
  );
  return found.flatMap((one) => ("text" in one ? [one.text] : []));
}

/** Where in the database one of these words stands, plainly or behind a seal that can still be opened: "table.column: word". */
export async function leftOver(core: TestCore, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const table of Object.keys(WHAT_IS_KEPT))
    for (const row of await rowsOf(core, table))
      for (const column of Object.keys(row)) {
        const texts = [asText(row[column]), ...(await opened(core, table, row, column))];
        for (const word of words)
          if (texts.some((text) => text.includes(word))) found.push(`${table}.${column}: ${word}`);
      }
  return [...new Set(found)].sort();
}

/** The same for the bytes of SQLite's own files. */
export function leftInFiles(core: TestCore, words: readonly string[]): string[] {
  if (core.store.engine !== "sqlite") return [];
  const file = core.store.url.slice("file:".length);
  const bytes = ["", "-wal"].flatMap((end) => {
    try {
      return [readFileSync(`${file}${end}`).toString("latin1")];
    } catch {
      return [];
    }
  });
  return words.filter((word) => bytes.some((text) => text.includes(word)));
}
