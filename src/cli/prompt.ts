import type { Ask } from "#cli/command.ts";
import { readKey } from "#cli/read-key.ts";

/** Questions in the terminal; inquirer is loaded only when one is asked. */
export const terminalAsk: Ask = {
  async text(question) {
    const { input } = await import("@inquirer/prompts");
    return input({ message: question, required: true });
  },
  async secret(question) {
    const { password } = await import("@inquirer/prompts");
    return password({ message: question, mask: "*" });
  },
  async yes(question) {
    const { confirm } = await import("@inquirer/prompts");
    return confirm({ message: question, default: false });
  },
  key: (question, choices) =>
    readKey({ input: process.stdin, write: (text) => void process.stderr.write(text) }, question, choices),
};
