import { expect } from "vitest";
import type { Ask } from "#cli/command.ts";

/** As a text: takes what is suggested, as Enter alone does. */
export const ENTER = "\r";

const interrupted = () => Object.assign(new Error("interrupted"), { name: "AbortError" });

/** Somebody who presses these keys and types these texts, one after the other; then Ctrl-C. */
export function typing(keys: string, texts: readonly string[] = []): Ask & { readonly asked: string[] } {
  const [pressed, typed] = [[...keys], [...texts]];
  const asked: string[] = [];
  const next = (from: string[]) => {
    const one = from.shift();
    return one === undefined ? Promise.reject(interrupted()) : Promise.resolve(one);
  };
  return {
    asked,
    async text(question, suggested = "") {
      asked.push(question);
      const text = await next(typed);
      return text === ENTER ? suggested : text;
    },
    secret: () => next(typed),
    yes: async () => (await next(typed)) === "yes",
    key: async (question, choices) => {
      asked.push(question);
      const key = await next(pressed);
      expect(choices.map((choice) => choice.key)).toContain(key);
      return key;
    },
  };
}
