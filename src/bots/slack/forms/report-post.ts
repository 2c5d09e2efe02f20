import { reportPost } from "#core/moderation/reports/report-post.ts";
import type { RuleBook } from "#core/moderation/rules.ts";
import type { Form } from "../markup.ts";
import { letGo, type PostInHand, postInHand } from "../posts-in-hand.ts";
import type { SlackForm } from "../press.ts";
import { reportFields, reportFrom, THANKS } from "../report-fields.ts";
import { told } from "../told.ts";

export function reportPostForm(key: string, rules: RuleBook): Form {
  return {
    verb: "report-post",
    subject: key,
    title: "Report",
    pieces: [{ ours: "A moderator will look at this message. They see its words, not who reports it." }],
    fields: reportFields(rules),
  };
}

/** We were started anew since, and what it was about is forgotten; what was typed is not lost. */
const forgotten = (reason: string) =>
  told(
    {
      ours: "Sorry, we lost hold of the message while this form was open, so nothing was reported yet. Please choose Report in its menu once more. You wrote:",
    },
    { theirs: reason },
  );

export const reportPostSent = {
  verb: "report-post",
  changes: true,
  access: "report.file",
  blames: "reason",
  carries: (key) => ({ post: JSON.stringify(postInHand(key) ?? null) }),
  async run({ handling, actor, subjectId, fields }) {
    const post = JSON.parse(fields.post ?? "null") as PostInHand | null;
    const report = reportFrom(fields);
    if (post === null) return { form: forgotten(report.reason) };
    const { writtenAtMs, isOurs: _never, ...stands } = post;
    await reportPost(handling, {
      actor,
      post: { platform: "slack", ...stands, writtenAt: new Date(writtenAtMs) },
      ...report,
    });
    letGo(subjectId);
    return { form: THANKS };
  },
} satisfies SlackForm;
