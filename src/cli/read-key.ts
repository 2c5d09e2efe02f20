import { emitKeypressEvents } from "node:readline";
import type { KeyChoice } from "#cli/command.ts";

/** A terminal's input, as far as keys are read from it. */
export interface KeyInput extends NodeJS.ReadableStream {
  setRawMode?(on: boolean): unknown;
}

interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
}

/** Where keys come from, where the question goes, and what ends the wait. */
interface KeyTerminal {
  readonly input: KeyInput;
  readonly write: (text: string) => void;
  readonly signal?: AbortSignal;
}

/** What a Ctrl-C, Ctrl-D or a closed terminal is to the program: it ends with 130. */
class Interrupted extends Error {
  constructor() {
    super("interrupted");
    this.name = "AbortError";
  }
}

/** Waits for one of the keys, without Enter; other keys do nothing. The terminal is as it was afterwards. */
export async function readKey(
  { input, write, signal }: KeyTerminal,
  question: string,
  choices: readonly KeyChoice[],
): Promise<string> {
  write(`${question}\n${choices.map(({ key, does }) => `  [${key}] ${does}`).join("\n")}\n> `);
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const onKey = (text: string | undefined, { name, ctrl = false, meta = false }: Key) => {
    if (ctrl && (name === "c" || name === "d")) reject(new Interrupted());
    const typed = (name ?? text ?? "").toLowerCase();
    if (!ctrl && !meta && choices.some(({ key }) => key === typed)) resolve(typed);
  };
  const onEnd = () => reject(new Interrupted());
  emitKeypressEvents(input);
  // A terminal that is closed ends, or fails to be read.
  input.on("keypress", onKey).on("end", onEnd).on("error", onEnd);
  signal?.addEventListener("abort", onEnd);
  if (signal?.aborted === true) onEnd();
  input.setRawMode?.(true);
  input.resume();
  try {
    const typed = await promise;
    write(`${typed}\n`);
    return typed;
  } catch (error) {
    write("\n");
    throw error;
  } finally {
    input.pause();
    input.setRawMode?.(false);
    signal?.removeEventListener("abort", onEnd);
    input.removeListener("keypress", onKey).removeListener("end", onEnd).removeListener("error", onEnd);
  }
}
