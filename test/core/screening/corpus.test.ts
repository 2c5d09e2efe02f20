import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readMarked } from "../../../scripts/screening/examples.ts";
import { linesOf } from "../../../scripts/screening/labelled.ts";

const CORPUS = join(import.meta.dirname, "..", "..", "..", "corpus");

/** A text without its case and its signs: what is alike but for these teaches the same. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

function textsOf(part: string): Set<string> {
  const files = readdirSync(join(CORPUS, part)).map((file) => join(CORPUS, part, file));
  const labelled = files.filter((file) => file.endsWith(".tsv")).flatMap(linesOf);
  const marked = files.filter((file) => file.endsWith(".txt")).flatMap(readMarked);
  return new Set(
    [...labelled.map((line) => line.split("\t")[2] ?? ""), ...marked.map(({ text }) => text)].map(plain),
  );
}

test.each([
  ["tuned", "heldout"],
  ["tuned", "reserve"],
  ["heldout", "reserve"],
])("no text stands in %s and in %s", (one, other) => {
  const others = textsOf(other);
  expect([...textsOf(one)].filter((text) => others.has(text))).toEqual([]);
});
