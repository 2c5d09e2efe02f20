import { readFileSync } from "node:fs";
import { tableFile } from "../table-file.ts";
import { unpack } from "./container.ts";
import type { RowsByHash, Vocabulary } from "./vocabulary.ts";

/** What the trained reading needs: what each word adds to each filter at each place, and what filters say of labels. */
export interface MeaningTables extends Vocabulary {
  /** row x place x filter of all readers, in units of `filterScale`. */
  readonly words: Int8Array;
  readonly filterScale: Float32Array;
  readonly filterBias: Float32Array;
  /** row x label of each reader, in units of `meanScale`: what the mean of all words adds. */
  readonly means: Int8Array;
  readonly meanScale: Float32Array;
  /** filter x label. */
  readonly labels: Float32Array;
  readonly labelBias: Float32Array;
  /** What each turn of phrase says of each label (turns.ts), in units of `turnScale`, and the group of each row. */
  readonly turns: Int8Array;
  readonly turnScale: Float32Array;
  readonly turnBias: Float32Array;
  readonly groups: Uint8Array;
}

let trained: MeaningTables | undefined;

/** So many words are kept as they were found, each at the place that its hash gives; the same few come again and again. */
const KNOWN = 8192;

/** Rows by hash, searched in the sorted keys where they lie; filling a map with all would cost more than the whole reading. */
function rowsByHash(keys: Uint32Array, starts: Uint32Array, rows: Uint16Array): RowsByHash {
  const knownKeys = new Array<number>(KNOWN).fill(-1);
  const knownRows = new Array<Uint16Array | undefined>(KNOWN).fill(undefined);
  const search = (hash: number): Uint16Array | undefined => {
    let low = 0;
    let high = keys.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const key = keys[middle] ?? 0;
      if (key === hash) return rows.subarray(starts[middle] ?? 0, starts[middle + 1] ?? rows.length);
      if (key < hash) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  };
  return {
    get(hash) {
      const place = hash & (KNOWN - 1);
      if (knownKeys[place] === hash) return knownRows[place];
      const found = search(hash);
      knownKeys[place] = hash;
      knownRows[place] = found;
      return found;
    },
  };
}

/** The tables that training wrote. */
export function trainedMeaning(): MeaningTables {
  if (trained === undefined) {
    const part = unpack(readFileSync(tableFile("meaning.bin")));
    trained = {
      rows: rowsByHash(
        part("keys", "Uint32Array"),
        part("starts", "Uint32Array"),
        part("rows", "Uint16Array"),
      ),
      spanish: rowsByHash(
        part("spanishKeys", "Uint32Array"),
        part("spanishStarts", "Uint32Array"),
        part("spanishRows", "Uint16Array"),
      ),
      words: part("words", "Int8Array"),
      filterScale: part("filterScale", "Float32Array"),
      filterBias: part("filterBias", "Float32Array"),
      means: part("means", "Int8Array"),
      meanScale: part("meanScale", "Float32Array"),
      labels: part("labels", "Float32Array"),
      labelBias: part("labelBias", "Float32Array"),
      turns: part("turns", "Int8Array"),
      turnScale: part("turnScale", "Float32Array"),
      turnBias: part("turnBias", "Float32Array"),
      groups: part("groups", "Uint8Array"),
    };
  }
  return trained;
}
