import type { Row } from "./row.ts";

const FIELD_END = 31;
const ROW_END = 30;
const SPACE = 32;
const QUOTE = 34;

/**
 * Many rows as one run of bytes, which goes from one thread to another without being copied: fields end with U+001F, rows with
 * U+001E; empty fields at the end of a row are left out. Control characters inside of fields become spaces.
 */
export class RowPacker {
  readonly #slots: number;
  #bytes: Buffer;
  #length = 0;
  #count = 0;

  constructor(slots: number, size: number) {
    this.#slots = slots;
    this.#bytes = Buffer.allocUnsafeSlow(size);
  }

  get count(): number {
    return this.#count;
  }

  get length(): number {
    return this.#length;
  }

  add(row: Row): void {
    let last = this.#slots - 1;
    while (last >= 0 && row.isEmpty(last)) last--;
    for (let slot = 0; slot <= last; slot++) {
      this.#addField(row, slot);
      this.#put(FIELD_END);
    }
    this.#put(ROW_END);
    this.#count++;
  }

  #put(byte: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.#length++] = byte;
  }

  #grow(more: number): void {
    const bytes = Buffer.allocUnsafeSlow(2 * (this.#bytes.length + more));
    this.#bytes.copy(bytes, 0, 0, this.#length);
    this.#bytes = bytes;
  }

  #addField(row: Row, slot: number): void {
    const { start, end, doubled } = row.spanOf(slot);
    const { bytes } = row;
    if (start >= end) return;
    if (row.latin1) {
      const text = Buffer.from(row.text(slot), "utf8");
      if (this.#length + text.length > this.#bytes.length) this.#grow(text.length);
      for (const byte of text) this.#bytes[this.#length++] = Math.max(byte, SPACE);
      return;
    }
    if (this.#length + end - start > this.#bytes.length) this.#grow(end - start);
    const into = this.#bytes;
    let at = this.#length;
    for (let from = start; from < end; from++) {
      const byte = bytes[from] ?? SPACE;
      into[at++] = Math.max(byte, SPACE);
      if (doubled && byte === QUOTE) from++;
    }
    this.#length = at;
  }

  /** What was packed; the packer is empty after that, with room of its own. */
  take(): Uint8Array<ArrayBuffer> {
    const packed = new Uint8Array(this.#bytes.buffer as ArrayBuffer, this.#bytes.byteOffset, this.#length);
    this.#bytes = Buffer.allocUnsafeSlow(this.#bytes.length);
    this.#length = 0;
    this.#count = 0;
    return packed;
  }
}

/** The fields of packed rows; what a row has no field for is not there. */
export function unpackRows(packed: Uint8Array): string[][] {
  const text = Buffer.from(packed.buffer, packed.byteOffset, packed.length).toString("utf8");
  const rows = text.split("\u001e");
  rows.pop();
  return rows.map((row) => row.split("\u001f"));
}
