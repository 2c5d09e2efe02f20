import { createHash, type Hash } from "node:crypto";
import { closeSync, createReadStream, existsSync, fstatSync, openSync, readSync, statSync } from "node:fs";
import { Socket } from "node:net";
import { basename } from "node:path";
import type { Readable } from "node:stream";
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from "yauzl";
import { refuse } from "#core/errors.ts";
import { xlsxRows } from "./xlsx-rows.ts";
import { memberBytes } from "./zip-member.ts";

/** A file that is being read. */
export interface OpenSource {
  /** The name of the file, or of the member of a zip file, without folders; "-" for standard input. */
  readonly name: string;
  /** The size of what is read, in bytes; undefined while nobody knows (standard input, a spreadsheet). */
  readonly size: number | undefined;
  /** What is read; a chunk may be written over when the next one is asked for. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** SHA-256 of the file as it was given; asked for after the last chunk. */
  digest(): Promise<string>;
  /** For one that is not read. */
  close(): void;
}

const CHUNK = 256 * 1024;
const STANDARD_INPUT = 0;
const ZIP_BEGINS = "PK";
const BROKEN_ZIP = "it is no whole zip file";
/** A spreadsheet inside of a zip file is held in memory; that of NPPES has 2 to 5 MB. */
const LARGEST_SHEET = 64 * 1024 * 1024;

/** Reads into the same bytes over and over: in a thread of its own nothing waits for it, and nothing has to be collected. */
async function* readFile(path: string, hash?: Hash): AsyncGenerator<Uint8Array> {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.allocUnsafeSlow(CHUNK);
    for (;;) {
      const count = readSync(file, bytes, 0, CHUNK, null);
      if (count === 0) return;
      const chunk = bytes.subarray(0, count);
      hash?.update(chunk);
      yield chunk;
    }
  } finally {
    closeSync(file);
  }
}

/** A pipe is read as a socket: a read of a file that waits for more cannot be given up, and Ctrl-C would wait with it. */
function standardInput(): Readable {
  const kind = fstatSync(STANDARD_INPUT);
  return kind.isFIFO() || kind.isSocket()
    ? new Socket({ fd: STANDARD_INPUT, readable: true, writable: false })
    : createReadStream("", { fd: STANDARD_INPUT, autoClose: false, highWaterMark: CHUNK });
}

async function* readStandardInput(hash: Hash): AsyncGenerator<Uint8Array> {
  for await (const chunk of standardInput()) {
    hash.update(chunk as Buffer);
    yield chunk as Buffer;
  }
}

async function* inflated(zip: ZipFile, entry: Entry, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* memberBytes(zip, entry);
  } catch {
    throw refuse("damaged_file", { file, why: BROKEN_ZIP });
  } finally {
    zip.close();
  }
}

function firstBytes(path: string): string {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(2);
    return bytes.toString("latin1", 0, readSync(file, bytes, 0, 2, 0));
  } finally {
    closeSync(file);
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const _ of readFile(path, hash));
  return hash.digest("hex");
}

async function bytesOf(zip: ZipFile, entry: Entry, file: string): Promise<Buffer> {
  if (entry.uncompressedSize > LARGEST_SHEET) throw refuse("damaged_file", { file, why: BROKEN_ZIP });
  const chunks: Uint8Array[] = [];
  for await (const chunk of inflated(zip, entry, file)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function innerZip(bytes: Buffer, file: string): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { autoClose: false });
  } catch {
    throw refuse("damaged_file", { file, why: BROKEN_ZIP });
  }
}

async function entriesOf(zip: ZipFile, file: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) entries.push(entry);
  } catch {
    zip.close();
    throw refuse("damaged_file", { file, why: BROKEN_ZIP });
  }
  return entries;
}

/** The member of a zip file (ZIP64 too) whose name, without folders, fits; a spreadsheet is a zip file as well. */
async function openMember(path: string, member: RegExp): Promise<OpenSource> {
  const file = basename(path);
  const digest = () => digestOf(path);
  let zip: ZipFile;
  try {
    zip = await openPromise(path, { autoClose: false });
  } catch {
    throw refuse("damaged_file", { file, why: BROKEN_ZIP });
  }
  const close = () => zip.close();
  const entries = await entriesOf(zip, file);
  if (entries.some(({ fileName }) => fileName === "xl/workbook.xml"))
    return { name: file, size: undefined, chunks: xlsxRows(zip, entries, file), digest, close };
  const entry = entries.find(({ fileName }) => member.test(basename(fileName)));
  if (entry === undefined) {
    zip.close();
    throw refuse("wrong_file", { missing: ["a file of this registry in the zip"] });
  }
  const name = basename(entry.fileName);
  if (!/\.xlsx$/i.test(name))
    return { name, size: entry.uncompressedSize, chunks: inflated(zip, entry, file), digest, close };
  const inner = await innerZip(await bytesOf(zip, entry, file), file);
  const chunks = xlsxRows(inner, await entriesOf(inner, name), name);
  return { name, size: undefined, chunks, digest, close: () => inner.close() };
}

/**
 * Opens a file, the member of a zip file whose name fits `member`, or standard input ("-"). Refuses `not_found`,
 * `damaged_file` when it is no zip file although it begins like one, `wrong_file` when the zip holds no such member.
 */
export async function openSource(path: string, member: RegExp): Promise<OpenSource> {
  const hash = createHash("sha256");
  const digest = async () => hash.digest("hex");
  const close = () => {};
  if (path === "-") return { name: "-", size: undefined, chunks: readStandardInput(hash), digest, close };
  if (!existsSync(path) || !statSync(path).isFile()) throw refuse("not_found", { what: "file" });
  if (firstBytes(path) === ZIP_BEGINS) return openMember(path, member);
  return { name: basename(path), size: statSync(path).size, chunks: readFile(path, hash), digest, close };
}
