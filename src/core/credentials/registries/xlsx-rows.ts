import { SaxesParser } from "saxes";
import type { Entry, ZipFile } from "yauzl";
import { refuse } from "#core/errors.ts";
import { memberBytes } from "./zip-member.ts";

const WHY = "it is no spreadsheet that can be read";

/** Feeds a member of the spreadsheet to a parser, a piece at a time; `onPiece` comes after each. */
async function* parsed(
  zip: ZipFile,
  entry: Entry,
  listen: (parser: SaxesParser) => void,
): AsyncGenerator<undefined> {
  const parser = new SaxesParser();
  listen(parser);
  const decoder = new TextDecoder();
  for await (const chunk of memberBytes(zip, entry)) {
    parser.write(decoder.decode(chunk, { stream: true }));
    yield undefined;
  }
  parser.close();
}

/** The texts that cells point to. A text in several runs is one; how to read it aloud (rPh) is no part of it. */
async function sharedStrings(zip: ZipFile, entry: Entry | undefined): Promise<string[]> {
  const texts: string[] = [];
  if (entry === undefined) return texts;
  let text = "";
  let inText = false;
  let aside = false;
  const listen = (parser: SaxesParser) => {
    parser.on("opentag", ({ name }) => {
      if (name === "si") text = "";
      if (name === "rPh") aside = true;
      inText = name === "t" && !aside;
    });
    parser.on("text", (piece) => {
      if (inText) text += piece;
    });
    parser.on("closetag", ({ name }) => {
      if (name === "rPh") aside = false;
      if (name === "t") inText = false;
      if (name === "si") texts.push(text);
    });
  };
  for await (const _ of parsed(zip, entry, listen));
  return texts;
}

/** "C7" is in column 2. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/\d+$/, "").toUpperCase())
    column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** One row of the sheet at a time, as comma-separated text, at least as wide as the widest so far. */
class SheetReader {
  readonly #strings: readonly string[];
  #cells: string[] = [];
  #width = 2;
  #column = -1;
  #type = "";
  #value = "";
  #inValue = false;
  #lines = "";

  constructor(strings: readonly string[]) {
    this.#strings = strings;
  }

  listen(parser: SaxesParser): void {
    parser.on("opentag", ({ name, attributes }) => {
      if (name === "row") this.#startRow();
      if (name === "c") this.#startCell(attributes.r, attributes.t);
      if (name === "v" || name === "t") this.#inValue = true;
    });
    parser.on("text", (piece) => {
      if (this.#inValue) this.#value += piece;
    });
    parser.on("closetag", ({ name }) => {
      if (name === "v" || name === "t") this.#inValue = false;
      if (name === "c") this.#cells[this.#column] = this.#text();
      if (name === "row") this.#endRow();
    });
  }

  #startRow(): void {
    this.#cells = [];
    this.#column = -1;
  }

  #startCell(reference: string | undefined, type: string | undefined): void {
    this.#column = reference === undefined ? this.#column + 1 : columnOf(reference);
    this.#type = type ?? "";
    this.#value = "";
  }

  #text(): string {
    if (this.#type !== "s") return this.#value;
    return this.#strings[Number(this.#value)] ?? "";
  }

  #endRow(): void {
    this.#width = Math.max(this.#width, this.#cells.length);
    const cells = Array.from({ length: this.#width }, (_, at) => quoted(this.#cells[at] ?? ""));
    this.#lines += `${cells.join(",")}\n`;
  }

  take(): Buffer {
    const lines = Buffer.from(this.#lines);
    this.#lines = "";
    return lines;
  }
}

/**
 * The rows of a spreadsheet's first sheet as comma-separated text, so that they are read like those of any other file. The
 * sheet is read as a stream: only its shared texts are held. Refuses `damaged_file`.
 */
export async function* xlsxRows(
  zip: ZipFile,
  entries: readonly Entry[],
  file: string,
): AsyncGenerator<Uint8Array> {
  const named = (name: string) => entries.find(({ fileName }) => fileName === name);
  try {
    const sheet = named("xl/worksheets/sheet1.xml");
    if (sheet === undefined) throw refuse("damaged_file", { file, why: WHY });
    const reader = new SheetReader(await sharedStrings(zip, named("xl/sharedStrings.xml")));
    for await (const _ of parsed(zip, sheet, (parser) => reader.listen(parser))) yield reader.take();
    yield reader.take();
  } catch {
    throw refuse("damaged_file", { file, why: WHY });
  } finally {
    zip.close();
  }
}
