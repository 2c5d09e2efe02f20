import { msg, t } from "#core/language/t.ts";
import { thisAnsweredIt } from "#core/library/this-answered-it.ts";
import { forgetDraft } from "../drafts-in-hand.ts";
import { line } from "../markup.ts";
import { type DiscordButton, entryOf } from "../press.ts";

const GLAD = msg("Good. Thank you for telling us; whoever wrote it will be glad.");
const ENDED = msg("Your question was not sent, and what you typed is forgotten.");

export const answeredIt = {
  verb: "answered-it",
  reply: "update",
  changes: true,
  access: "library.find",
  async run({ handling, actor, subjectId }) {
    const { forgotten } = await thisAnsweredIt(handling, { actor, ...entryOf(subjectId) });
    for (const messageId of forgotten ?? []) forgetDraft(messageId);
    return line(forgotten === undefined ? t(GLAD) : `${t(GLAD)} ${t(ENDED)}`);
  },
} satisfies DiscordButton;
