import { createHash } from "node:crypto";
import { type LookUpTrouble, refuse } from "#core/errors.ts";
import { type Clock, systemClock } from "#core/foundation/clock.ts";
import { requireNpi } from "../npi.ts";
import type { NppesProvider } from "../registries/nppes/provider.ts";
import { inTurn } from "./in-turn.ts";
import { readBody } from "./nppes-body.ts";

export interface NppesAnswer {
  /** Undefined says nothing: the service shows no deactivated numbers, and a number may be newer than it. */
  readonly found: NppesProvider | undefined;
  /** Of the body as it came, for the evidence; the body itself is not kept. */
  readonly bodySha256: string;
  readonly fetchedAt: Date;
}

/** What may be concluded from a live answer: never that a number is in order, and never that it is deactivated. */
export type LiveFinding = "listed" | "unknown";

export const liveFinding = ({ found }: NppesAnswer): LiveFinding =>
  found === undefined ? "unknown" : "listed";

export interface AskNppes {
  readonly signal: AbortSignal;
  /** For the request itself, without the wait for its turn. */
  readonly timeoutMs: number;
  readonly fetch?: typeof fetch;
  readonly clock?: Clock;
  /** How long the service is left alone after an answer. */
  readonly pauseMs?: number;
}

const PAUSE_MS = 1000;
/** One provider with all its places is some ten thousand bytes. */
const MOST_BYTES = 1_000_000;

const noAnswer = (why: LookUpTrouble) => refuse("no_answer", { from: "NPPES", why });

/** The whole body, or undefined when it is too big; the rest of such a one is not read. */
async function bytesOf(response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function request(url: URL, { signal, timeoutMs, fetch: ask = fetch }: AskNppes): Promise<Uint8Array> {
  const timeout = AbortSignal.timeout(timeoutMs);
  let bytes: Uint8Array | undefined;
  let status: number;
  try {
    const response = await ask(url, {
      signal: AbortSignal.any([signal, timeout]),
      redirect: "manual",
      headers: { accept: "application/json" },
    });
    status = response.status;
    if (status === 200) bytes = await bytesOf(response);
    else await response.body?.cancel();
  } catch {
    signal.throwIfAborted();
    throw noAnswer(timeout.aborted ? "slow" : "unreachable");
  }
  if (status !== 200) throw noAnswer(status >= 500 || status === 429 ? "failed" : "refused");
  if (bytes === undefined) throw noAnswer("too_big");
  return bytes;
}

/**
 * Asks the read API of NPPES (version 2.1) for one NPI. Not found is "unknown" (see `liveFinding`): the service shows no
 * deactivated numbers, so its silence is never "ok" and never "deactivated"; and a phone number in the answer may have been
 * put there today (`phoneSince` is null). One request at a time with a pause, none repeated, redirects not followed, nothing
 * logged. Refuses `invalid_input` and `no_answer`; throws the signal's reason when the caller gives up.
 */
export async function fetchNppes(api: string, npi: string, asking: AskNppes): Promise<NppesAnswer> {
  requireNpi(npi);
  const url = new URL(api);
  url.searchParams.set("version", "2.1");
  url.searchParams.set("number", npi);
  const { signal, pauseMs = PAUSE_MS, clock = systemClock } = asking;
  const bytes = await inTurn(url.origin, { pauseMs, signal }, () => request(url, asking));
  const fetchedAt = clock.now();
  const read = readBody(npi, new TextDecoder().decode(bytes));
  if (read.is === "refused" || read.is === "unreadable") throw noAnswer(read.is);
  return {
    found: read.is === "provider" ? read.provider : undefined,
    bodySha256: createHash("sha256").update(bytes).digest("hex"),
    fetchedAt,
  };
}
