import type { Help } from "#core/errors.ts";
import { supportButtons } from "./cards/crisis-support.ts";
import { type Button, type Content, escapeText, line } from "./markup.ts";

/** An answer, after the words for somebody who may be in danger where theirs sound so. */
export function withHelp(help: Help | undefined, words: string, buttons: readonly Button[] = []): Content {
  return help === undefined
    ? line(words, buttons)
    : line(`${escapeText(help.text)}\n\n${words}`, [...supportButtons(help.alertId), ...buttons]);
}
