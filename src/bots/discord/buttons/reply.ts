import { refuse } from "#core/errors.ts";
import { newestOpen } from "../actor.ts";
import { replyModal } from "../forms/reply.ts";
import type { DiscordButton } from "../press.ts";

/** On a card the subject is its question; in a thread, where nothing says which, it is the newest open one. */
export const reply = {
  verb: "reply",
  reply: "form",
  changes: false,
  access: "question.follow-up",
  async run({ core, who, subjectId }) {
    if (subjectId !== "newest") return replyModal(subjectId);
    const open = await newestOpen(core, who);
    if (open === undefined) throw refuse("not_found", { what: "question" });
    return replyModal(open.questionId);
  },
} satisfies DiscordButton;
