import { on } from "node:events";
import { Worker } from "node:worker_threads";
import { type RefusalCode, type Refusals, refuse } from "#core/errors.ts";
import { unpackRows } from "./pack-rows.ts";
import type { Column, RowCounts } from "./read-rows.ts";
import type { RowFormat } from "./scan-rows.ts";

export interface RowsAsked {
  /** A file, a zip file, or "-" for standard input. */
  readonly path: string;
  /** Which member of a zip file. */
  readonly member: RegExp;
  readonly format: RowFormat;
  readonly columns: readonly Column[];
}

export type RowsMessage =
  | { readonly kind: "open"; readonly name: string; readonly size: number | undefined }
  | { readonly kind: "rows"; readonly rows: Uint8Array<ArrayBuffer>; readonly bytes: number }
  | { readonly kind: "end"; readonly counts: RowCounts; readonly sha256: string }
  | { readonly kind: "refused"; readonly code: RefusalCode; readonly details: Refusals[RefusalCode] }
  | { readonly kind: "failed"; readonly message: string };

export interface RowsHandler {
  /** What was opened; a refusal thrown here ends the reading. */
  opened?(source: { readonly name: string; readonly size: number | undefined }): void;
  /** Rows as fields by the place of their column; missing at the end when empty. `bytes` of the source are read by then. */
  rows(rows: readonly (readonly string[])[], bytes: number): void;
}

/**
 * Reads the rows of a file in a thread of its own, so that reading and writing go side by side. Refuses what openSource and readRows
 * refuse. Ends early, with the signal's reason, when `signal` is aborted.
 */
export async function rowsOf(
  asked: RowsAsked,
  handler: RowsHandler,
  signal?: AbortSignal,
): Promise<RowCounts & { readonly sha256: string }> {
  const source = import.meta.url.endsWith(".ts");
  const worker = new Worker(new URL(source ? "./rows-worker.ts" : "./rows-worker.js", import.meta.url), {
    workerData: asked,
    execArgv: source ? ["--conditions=source"] : [],
    resourceLimits: { maxYoungGenerationSizeMb: 32 },
  });
  const stop = new AbortController();
  const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
  try {
    for await (const [received] of on(worker, "message", { signal: either, close: ["exit"] })) {
      const message: RowsMessage = received;
      switch (message.kind) {
        case "open":
          handler.opened?.(message);
          break;
        case "rows":
          handler.rows(unpackRows(message.rows), message.bytes);
          worker.postMessage("written");
          break;
        case "end":
          return { ...message.counts, sha256: message.sha256 };
        case "refused":
          throw refuse(message.code, message.details);
        case "failed":
          throw new Error(message.message);
      }
    }
    throw new Error("The thread that reads the file ended too early");
  } finally {
    stop.abort();
    await worker.terminate();
  }
}
