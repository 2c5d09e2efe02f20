import { refuse } from "#core/errors.ts";
import type { Row } from "./row.ts";
import { RowError, type RowFormat, RowScanner } from "./scan-rows.ts";

/** A column by the names that its header has had over the years; case, spaces, hyphens and underscores do not count. */
export interface Column {
  readonly names: readonly string[];
  /** Files without it are read all the same; its field is then always "". */
  readonly optional?: true;
}

export interface RowCounts {
  /** Rows that were taken, the header left out. */
  readonly rows: number;
  /** Rows whose fields do not fit the header; they were left out. */
  readonly rejected: number;
  /** The first few of them, counted from 1 with the header. */
  readonly rejectedAt: readonly number[];
  /** Rows that are no UTF-8 and were read as Latin-1. */
  readonly latin1: number;
}

/** So many rows may stand before the header: titles and notes. */
const LATEST_HEADER = 20;
const WIDEST_HEADER = 1000;
const TOLD_ROWS = 10;

/** "License-Number", "license_number" and "License Number" are one name: publishers change between them. */
const known = (name: string) => name.toLowerCase().replace(/[\s_-]/g, "");

/** The slot of each field of a header, or the names of the columns that are missing in it. */
function slotsOf(
  header: readonly string[],
  columns: readonly Column[],
): { slots: Int16Array; missing: string[] } {
  const slots = new Int16Array(header.length).fill(-1);
  const names = header.map(known);
  const missing: string[] = [];
  columns.forEach((column, slot) => {
    const at = column.names.map((name) => names.indexOf(known(name))).find((found) => found >= 0) ?? -1;
    if (at >= 0) slots[at] = slot;
    else if (column.optional === undefined) missing.push(column.names[0] ?? "");
  });
  return { slots, missing };
}

const everyField = () => Int16Array.from({ length: WIDEST_HEADER }, (_, at) => at);
const fieldsOf = (row: Row) => Array.from({ length: Math.max(0, row.width) }, (_, slot) => row.text(slot));

/**
 * Reads a file of rows: finds the header by the names of its columns, then gives each row to `take`, which asks for fields by
 * the place of their column in `columns`. A row with more or fewer fields than the header is left out and counted. Refuses
 * `wrong_file` with the columns that are missing. Throws RowError
 * when the file ends inside of a row.
 */
export async function readRows(
  chunks: AsyncIterable<Uint8Array>,
  format: RowFormat,
  columns: readonly Column[],
  take: (row: Row) => void,
): Promise<RowCounts> {
  const scanner = new RowScanner(format, everyField());
  const rejectedAt: number[] = [];
  let width = 0;
  let rows = 0;
  let rejected = 0;
  let rejectedLast = 0;
  let latin1 = 0;
  // Whether rows are closed, as the first of them shows; then one that is not lacks a field.
  let closed: boolean | undefined;
  let fewestMissing: string[] = columns.map(({ names }) => names[0] ?? "");
  const readHeader = (row: Row) => {
    const header = fieldsOf(row);
    const { slots, missing } = slotsOf(header, columns);
    if (missing.length < fewestMissing.length) fewestMissing = missing;
    if (missing.length > 0) {
      if (row.number >= LATEST_HEADER) throw refuse("wrong_file", { missing: fewestMissing });
      return;
    }
    width = header.length;
    scanner.use(slots);
  };
  const isClosed = (row: Row) => format.closed === true && row.width === width + 1 && row.endsEmpty;
  const each = (row: Row) => {
    if (width === 0) return readHeader(row);
    if (closed === undefined && (row.width === width || isClosed(row))) closed = isClosed(row);
    if (closed === true ? !isClosed(row) : row.width !== width) {
      if (row.isBlank) return;
      rejected++;
      rejectedLast = row.number;
      if (rejectedAt.length < TOLD_ROWS) rejectedAt.push(row.number);
      return;
    }
    if (row.latin1) latin1++;
    rows++;
    take(row);
  };
  for await (const chunk of chunks) scanner.push(chunk, each);
  const before = rejected;
  scanner.end(each);
  if (rejected > before) throw new RowError(`the file ends inside of row ${rejectedLast}`, rejectedLast);
  if (width === 0) throw refuse("wrong_file", { missing: fewestMissing });
  return { rows, rejected, rejectedAt, latin1 };
}
