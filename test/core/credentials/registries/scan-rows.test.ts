import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RowPacker, unpackRows } from "#core/credentials/registries/rows/pack-rows.ts";
import { readRows } from "#core/credentials/registries/rows/read-rows.ts";
import { COMMA_SEPARATED, type RowFormat, RowScanner } from "#core/credentials/registries/rows/scan-rows.ts";

const WIDTH = 5;

/** All rows of a file that comes in these chunks. */
function scan(chunks: readonly Uint8Array[], format: RowFormat = COMMA_SEPARATED): string[][] {
  const scanner = new RowScanner(
    format,
    Int16Array.from({ length: WIDTH }, (_, at) => at),
  );
  const rows: string[][] = [];
  const take: Parameters<RowScanner["push"]>[1] = (row) => {
    if (!row.isBlank) rows.push(Array.from({ length: row.width }, (_, slot) => row.text(slot)));
  };
  for (const chunk of chunks) {
    scanner.push(chunk, take);
    chunk.fill(0);
  }
  scanner.end(take);
  return rows;
}

/** RFC 4180 as slowly and plainly as it can be read: one character after the other, of a text that is all there. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let field = "";
  let quoted = false;
  let any = false;
  const endRow = () => {
    rows.push([...row, field]);
    row = [];
    field = "";
    any = false;
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (quoted) {
      if (letter !== '"') field += letter;
      else if (text[at + 1] === '"') field += text.charAt(++at);
      else quoted = false;
    } else if (letter === '"' && field === "") {
      quoted = true;
      any = true;
    } else if (letter === ",") {
      row.push(field);
      field = "";
      any = true;
    } else if (letter === "\n") {
      if (any || field !== "") endRow();
    } else if (letter !== "\r" || text[at + 1] !== "\n") field += letter;
  }
  if (any || field !== "") endRow();
  return rows.map((one) => one.map((value) => value.replace(/^ +| +$/g, "")));
}

/** Cuts bytes where it is told to; each piece is a copy, as the scanner's reader may write over them. */
function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const at = [0, ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  return at.slice(1).map((end, index) => bytes.slice(at[index], end));
}

const letters = fc.constantFrom("a", "B", "7", " ", ",", '"', "\n", "\r\n", "é", "Ł", "中", "|", "'");
const field = fc.array(letters, { maxLength: 6 }).map((parts) => parts.join(""));
const rowsOfFields = fc.array(fc.array(field, { minLength: 1, maxLength: WIDTH }), { maxLength: 12 });
const places = fc.array(fc.nat(2000), { maxLength: 12 });

const written = (value: string, quote: boolean) =>
  quote || /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;

describe("scanning rows", () => {
  test("however a file is cut into chunks, it has the rows that a slow, plain reader finds", () => {
    fc.assert(
      fc.property(
        rowsOfFields,
        fc.boolean(),
        fc.constantFrom("\n", "\r\n"),
        fc.boolean(),
        fc.boolean(),
        places,
        (rows, all, end, bom, last, cuts) => {
          const body = rows.map((row) => row.map((value) => written(value, all)).join(",")).join(end);
          const text = body + (last ? end : "");
          const bytes = Buffer.from((bom ? "\ufeff" : "") + text);
          expect(scan(cutAt(bytes, cuts))).toEqual(parse(text));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("a row that is no UTF-8 is read as Latin-1, and only that row", () => {
    fc.assert(
      fc.property(places, (cuts) => {
        const bytes = Buffer.concat([
          Buffer.from("a,Łukasz\n"),
          Buffer.from("b,MU\u00d1OZ\n", "latin1"),
          Buffer.from("c,中\n"),
        ]);
        expect(scan(cutAt(bytes, cuts))).toEqual([
          ["a", "Łukasz"],
          ["b", "MUÑOZ"],
          ["c", "中"],
        ]);
      }),
    );
  });

  test("a byte order mark is no part of the first column's name", () => {
    expect(scan([Buffer.from("\ufeffNPI,B\n1,2\n")])).toEqual([
      ["NPI", "B"],
      ["1", "2"],
    ]);
  });

  test("where nothing is quoted, a quote is a letter like others", () => {
    const bars = { delimiter: "|", quoted: false };
    expect(scan([Buffer.from('1|VALE, "DE|x\n')], bars)).toEqual([["1", 'VALE, "DE', "x"]]);
  });

  test("letters behind a closing quote make a row that fits no header", async () => {
    const text = 'a,b\n"1"x,2\n"3","4"\n';
    const counts = await readRows(
      chunksOf(text),
      COMMA_SEPARATED,
      [{ names: ["a"] }, { names: ["b"] }],
      () => {},
    );
    expect(counts).toMatchObject({ rows: 1, rejected: 1, rejectedAt: [2] });
  });

  test("a quote that is never closed ends the reading with the row it is in", () => {
    expect(() => scan([Buffer.from('a,b\n1,"2\n3,4\n')])).toThrow("the file ends inside of row 2");
    expect(() => scan([Buffer.from(`a\n"${"x".repeat(1_100_000)}`)])).toThrow("row 2 has no end");
  });
});

async function* chunksOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

describe("packed rows", () => {
  test("come out as they went in, control characters as spaces and empty ends left out", () => {
    fc.assert(
      fc.property(rowsOfFields, fc.integer({ min: 1, max: 40 }), (rows, size) => {
        const packer = new RowPacker(WIDTH, size);
        const scanner = new RowScanner(
          COMMA_SEPARATED,
          Int16Array.from({ length: WIDTH }, (_, at) => at),
        );
        const text = rows.map((row) => `${row.map((value) => written(value, true)).join(",")}\n`).join("");
        scanner.push(Buffer.from(text), (row) => packer.add(row));
        const wanted = parse(text).map((row) => {
          const plain = row.map((value) => value.replace(/[\r\n]/g, " "));
          while (plain.at(-1)?.trim() === "" && plain.length > 0) plain.pop();
          return plain;
        });
        const unpacked = unpackRows(packer.take()).map((row) => {
          while (row.length > 0 && row.at(-1)?.trim() === "") row.pop();
          return row;
        });
        expect(unpacked).toEqual(wanted);
      }),
    );
  });
});
