import { refuse } from "#core/errors.ts";
import { textBehind } from "#core/moderation/reports/text-behind.ts";
import { reportForm } from "../forms/report.ts";
import { reportPostForm } from "../forms/report-post.ts";
import { postInHand } from "../posts-in-hand.ts";
import type { SlackShortcut } from "../press.ts";

const OURS =
  "This is a note of Curbside's own and shows nobody's words. To report somebody, open Curbside's Home tab.";

/** A card is on record a moment after it stands. */
const NOT_YET = "This was posted just now. Please try again in a moment.";

/** "Report" in a message's menu: the text that a card shows is reported as that text, anything else as a post. */
export const reportMessageShortcut = {
  verb: "report-message",
  changes: false,
  access: "report.file",
  async run({ core, actor, who, subjectId }) {
    const post = postInHand(subjectId);
    if (post === undefined) throw refuse("not_found", { what: "message" });
    if (post.authorId === who.accountId) throw refuse("own_report", {});
    const behind = await textBehind(core, { actor, at: { platform: "slack", ...post } });
    if (behind.is === "ours") return { say: OURS };
    if (behind.is === "post" && post.isOurs) return { say: NOT_YET };
    if (behind.is === "post") return { form: reportPostForm(subjectId, core.rules()) };
    return { form: reportForm(`${behind.questionId}/${behind.messageId}`, core.rules()) };
  },
} satisfies SlackShortcut;
