import { Row } from "./row.ts";

/** How the rows of a file are written. */
export interface RowFormat {
  /** One character. */
  readonly delimiter: string;
  /** Whether a field may stand in double quotes, a double quote inside being doubled (RFC 4180). */
  readonly quoted: boolean;
  /** Whether rows may end with a delimiter that the header does not have. */
  readonly closed?: boolean;
}

export const COMMA_SEPARATED: RowFormat = { delimiter: ",", quoted: true };

const QUOTE = 34;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** A row that is longer than this has no end: a quote was opened and never closed. */
const LONGEST_ROW = 1 << 20;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/** A row could not be read on, and no row after it. */
export class RowError extends Error {
  readonly row: number;

  constructor(message: string, row: number) {
    super(message);
    this.name = "RowError";
    this.row = row;
  }
}

/**
 * Reads rows out of chunks of bytes and keeps only the fields that are wanted. Much faster than a parser that makes a
 * string of each field: a row of NPPES has 330, of which twenty are needed (bench/registries.ts).
 */
export class RowScanner {
  readonly #delimiter: number;
  readonly #quoted: boolean;
  #slots: Int16Array;
  #starts: Int32Array;
  #ends: Int32Array;
  #row: Row;
  /** What was read and is not a whole row yet stands at the front. */
  #work = Buffer.allocUnsafeSlow(1 << 16);
  #held = 0;
  #number = 0;

  /** `slots` gives, for each column, the slot of its field, or -1. */
  constructor({ delimiter, quoted }: RowFormat, slots: Int16Array) {
    this.#delimiter = delimiter.charCodeAt(0);
    this.#quoted = quoted;
    this.#slots = slots;
    const count = Math.max(...slots) + 1;
    this.#starts = new Int32Array(count);
    this.#ends = new Int32Array(count);
    this.#row = new Row(this.#starts, this.#ends);
  }

  /** Reads with other slots from the next row on. */
  use(slots: Int16Array): void {
    this.#slots = slots;
    const count = Math.max(...slots) + 1;
    this.#starts = new Int32Array(count);
    this.#ends = new Int32Array(count);
    this.#row = new Row(this.#starts, this.#ends);
  }

  /** Reads all rows that end in these bytes, which may be written over afterwards. `take` may call `use`. Throws RowError. */
  push(chunk: Uint8Array, take: (row: Row) => void): void {
    const length = this.#held + chunk.length;
    if (length > this.#work.length) {
      const wider = Buffer.allocUnsafeSlow(length + (length >> 1));
      this.#work.copy(wider, 0, 0, this.#held);
      this.#work = wider;
    }
    this.#work.set(chunk, this.#held);
    const bytes = this.#work.subarray(0, length);
    let at = this.#number === 0 && bytes.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0;
    while (at < length) {
      const next = this.#readRow(bytes, at, take);
      if (next < 0) break;
      at = next;
    }
    this.#work.copyWithin(0, at, length);
    this.#held = length - at;
    if (this.#held > LONGEST_ROW) throw new RowError(`row ${this.#number + 1} has no end`, this.#number + 1);
  }

  /** Reads the last row when no line break ends it. Throws RowError when a quote is still open. */
  end(take: (row: Row) => void): void {
    if (this.#held === 0) return;
    const row = this.#number + 1;
    this.push(Buffer.from("\n"), take);
    if (this.#held > 0) throw new RowError(`the file ends inside of row ${row}`, row);
  }

  /** Reads the row that begins at `first` and gives where the next one begins, or -1 when its end is not there yet. */
  #readRow(bytes: Buffer, first: number, take: (row: Row) => void): number {
    const end = bytes.length;
    const delimiter = this.#delimiter;
    const quoted = this.#quoted;
    const slots = this.#slots;
    const starts = this.#starts;
    const ends = this.#ends;
    starts.fill(0);
    ends.fill(0);
    let at = first;
    let column = 0;
    let high = 0;
    let broken = false;
    let endsEmpty = false;
    for (;;) {
      let start = at;
      let stop = -1;
      let doubled = false;
      let byte = 0;
      if (quoted && bytes[at] === QUOTE) {
        start = ++at;
        for (;;) {
          for (; at < end; at++) {
            byte = bytes[at] ?? 0;
            if (byte === QUOTE) break;
            high |= byte;
          }
          if (at + 1 >= end) return -1;
          if (bytes[at + 1] !== QUOTE) break;
          doubled = true;
          at += 2;
        }
        stop = at++;
        byte = bytes[at] ?? 0;
        if (byte !== delimiter && byte !== LINE_FEED && byte !== CARRIAGE_RETURN) broken = true;
      }
      for (; at < end; at++) {
        byte = bytes[at] ?? 0;
        if (byte === delimiter || byte === LINE_FEED) break;
        high |= byte;
      }
      if (at >= end) return -1;
      if (stop < 0)
        stop = byte === LINE_FEED && at > start && bytes[at - 1] === CARRIAGE_RETURN ? at - 1 : at;
      endsEmpty = start === stop;
      const slot = column < slots.length ? (slots[column] ?? -1) : -1;
      if (slot >= 0) {
        starts[slot] = start;
        ends[slot] = doubled ? -stop : stop;
      }
      column++;
      at++;
      if (byte === LINE_FEED) break;
    }
    const row = this.#row;
    row.number = ++this.#number;
    // A row whose quotes do not fit has a width that no header has, so that it is not taken.
    row.width = broken ? -1 : column;
    row.endsEmpty = endsEmpty;
    row.isBlank = at - first < 3 && column === 1 && (at - first === 1 || bytes[first] === CARRIAGE_RETURN);
    row.isIn(bytes, high < 128, first, at);
    take(row);
    return at;
  }
}
