import type { Ask } from "#cli/command.ts";
import { readKey } from "#cli/read-key.ts";

/**
 * @NOTE Node tells a terminal that was closed of its last change of mode as an error of the stream, and the prompts have no ear
 * for it: the program would end before what it does in `finally`. What cannot be changed any more need not be.
 */
function forgiveClosed(input: typeof process.stdin): void {
  const set = input.setRawMode?.bind(input);
  if (set === undefined) return;
  input.setRawMode = (on) => {
    const listeners = input.listeners("error") as ((error: Error) => void)[];
    input.removeAllListeners("error").on("error", () => {});
    try {
      return set(on);
    } finally {
      input.removeAllListeners("error");
      for (const listener of listeners) input.on("error", listener);
    }
  };
}

/**
 * Questions in the terminal, until it is closed or the signal says that nobody answers any more; inquirer is loaded only when one
 * is asked.
 */
export function createTerminalAsk(stop: AbortSignal): Ask {
  forgiveClosed(process.stdin);
  // A prompt that lost its terminal would wait for ever, and the program end with nothing done.
  const closed = new AbortController();
  process.stdin.once("end", () => closed.abort());
  const signal = AbortSignal.any([stop, closed.signal]);
  return {
    async text(question, suggested, { short } = { short: false }) {
      const { input } = await import("@inquirer/prompts");
      const prefill = short ? {} : ({ prefill: "editable" } as const);
      const start = suggested === undefined ? {} : { default: suggested, ...prefill };
      return input({ message: question, required: true, ...start }, { signal });
    },
    async secret(question) {
      const { password } = await import("@inquirer/prompts");
      return password({ message: question, mask: "*" }, { signal });
    },
    async yes(question) {
      const { confirm } = await import("@inquirer/prompts");
      return confirm({ message: question, default: false }, { signal });
    },
    key: (question, choices) => {
      const write = (text: string) => void process.stderr.write(text);
      return readKey({ input: process.stdin, write, signal }, question, choices);
    },
  };
}
