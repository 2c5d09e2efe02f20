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

/** What a Ctrl-C, Ctrl-D or a closed terminal is to the program: it ends with 130. */
class Interrupted extends Error {
  constructor() {
    super("interrupted");
    this.name = "AbortError";
  }
}

/** Waits for one of the keys, without Enter; other keys do nothing. The terminal is as it was afterwards. */
export async function readKey(
  { input, write }: { readonly input: KeyInput; readonly write: (text: string) => void },
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
  input.setRawMode?.(true);
  input.on("keypress", onKey).once("end", onEnd).resume();
  try {
    const typed = await promise;
    write(`${typed}\n`);
    return typed;
  } catch (error) {
    write("\n");
    throw error;
  } finally {
    input.removeListener("keypress", onKey).removeListener("end", onEnd).pause();
    input.setRawMode?.(false);
  }
}
