import { isUtf8 } from "node:buffer";

/** @NOTE What Buffer's toString() calls in the end: a third quicker on short fields, and not in its types. */
type Slices = Buffer & Record<"latin1Slice" | "utf8Slice", (start: number, end: number) => string>;

/** The row that was read last. It is one object for all rows: what is not taken from it in time is gone. */
export class Row {
  /** Counted from 1; the header is a row too. */
  number = 0;
  /** How many fields it has. */
  width = 0;
  /** Whether nothing stands in it, not even a delimiter. */
  isBlank = false;
  /** Whether nothing stands behind its last delimiter. */
  endsEmpty = false;
  /** Whether its bytes are no UTF-8 and were read as Latin-1. */
  latin1 = false;
  #bytes = Buffer.alloc(0) as Slices;
  #plain = true;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;

  constructor(starts: Int32Array, ends: Int32Array) {
    this.#starts = starts;
    this.#ends = ends;
  }

  /** For the scanner: the bytes that the offsets point into, and whether all of the row are ASCII. */
  isIn(bytes: Buffer, plain: boolean, first: number, last: number): void {
    this.#bytes = bytes as Slices;
    this.#plain = plain;
    this.latin1 = !plain && !isUtf8(bytes.subarray(first, last));
  }

  get bytes(): Buffer {
    return this.#bytes;
  }

  /** Where a field lies in `bytes`, spaces at its ends left out; `doubled` when double quotes in it stand twice. */
  spanOf(slot: number): { start: number; end: number; doubled: boolean } {
    let start = this.#starts[slot] ?? 0;
    let end = this.#ends[slot] ?? 0;
    const doubled = end < 0;
    if (doubled) end = -end;
    while (start < end && this.#bytes[start] === 32) start++;
    while (end > start && this.#bytes[end - 1] === 32) end--;
    return { start, end, doubled };
  }

  /** The field of a slot, spaces at its ends left out; "" when there is none. */
  text(slot: number): string {
    const { start, end, doubled } = this.spanOf(slot);
    if (start >= end) return "";
    const value =
      this.#plain || this.latin1 ? this.#bytes.latin1Slice(start, end) : this.#bytes.utf8Slice(start, end);
    return doubled ? value.replaceAll('""', '"') : value;
  }

  /** Whether a field is empty; cheaper than its text. */
  isEmpty(slot: number): boolean {
    return this.#ends[slot] === this.#starts[slot];
  }
}
