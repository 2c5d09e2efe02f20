import { parentPort, workerData } from "node:worker_threads";
import { DomainError, refuse } from "#core/errors.ts";
import { openSource } from "../open-source.ts";
import { RowPacker } from "./pack-rows.ts";
import { readRows } from "./read-rows.ts";
import type { RowsAsked, RowsMessage } from "./rows-of.ts";
import { RowError } from "./scan-rows.ts";

/** The thread that reads a file and packs its rows for the one that writes them (rows-of.ts). */
const BATCH = 512 * 1024;
/** So many batches may wait to be written; then reading waits. */
const AHEAD = 3;

const port = parentPort;
if (port === null) throw new Error("rows-worker is started by rows-of.ts");
const { path, member, format, columns }: RowsAsked = workerData;
const send = (message: RowsMessage, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

let shown = path;
let waiting = 0;
let goOn: (() => void) | undefined;
port.on("message", () => {
  waiting--;
  goOn?.();
});
const roomAhead = async () => {
  while (waiting >= AHEAD)
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
};

try {
  const source = await openSource(path, new RegExp(member.source, member.flags));
  shown = source.name === "-" ? "standard input" : source.name;
  const packer = new RowPacker(columns.length, BATCH + (BATCH >> 3));
  let bytes = 0;
  const flush = () => {
    if (packer.count === 0) return;
    waiting++;
    const rows = packer.take();
    send({ kind: "rows", rows, bytes }, [rows.buffer]);
  };
  const chunks = async function* () {
    for await (const chunk of source.chunks) {
      bytes += chunk.length;
      yield chunk;
      await roomAhead();
    }
  };
  send({ kind: "open", name: source.name, size: source.size });
  const counts = await readRows(chunks(), format, columns, (row) => {
    packer.add(row);
    if (packer.length >= BATCH) flush();
  });
  flush();
  send({ kind: "end", counts, sha256: await source.digest() });
} catch (caught) {
  const error =
    caught instanceof RowError ? refuse("damaged_file", { file: shown, why: caught.message }) : caught;
  if (error instanceof DomainError) send({ kind: "refused", code: error.code, details: error.details });
  else send({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
}
port.close();
