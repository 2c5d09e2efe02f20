import { draftReply } from "#core/questions/draft-reply.ts";
import { newestOpen } from "../actor.ts";
import { draftContent } from "../cards/preview.ts";
import { line } from "../markup.ts";
import { type DiscordEvent, sourceOf } from "./event.ts";

/** Text typed in a direct message belongs to the newest open conversation; it crosses only after Send. */
export const messageTyped = {
  kind: "message-typed",
  async run({ core, event }) {
    const open = await newestOpen(core, { accountId: event.accountId, spaceId: undefined });
    if (open === undefined)
      return line("You have no open question, so nobody will see this. Press Ask to ask one.", [
        { verb: "ask", subject: "new", label: "Ask", look: "main" },
        { verb: "help-now", subject: "all", label: "Get help now" },
      ]);
    const { actor, questionId } = open;
    const draft = await draftReply(core, {
      actor,
      questionId,
      text: event.text,
      sourceMessage: sourceOf(event),
    });
    return draftContent(draft);
  },
} satisfies DiscordEvent;
