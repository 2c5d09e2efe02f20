import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { messageKey } from "#core/foundation/vault/index-keys.ts";
import { cleanText } from "#core/screening/clean-text.ts";
import { keepPost } from "../cases/keep-post.ts";
import { checkedReportReason } from "./checked-reason.ts";
import { fileReport, type HeardReport } from "./file-report.ts";
import { heardReport } from "./heard-report.ts";
import { personBehind } from "./person-behind.ts";

/** A text that somebody wrote on a platform, in its own ids. */
export interface Post {
  readonly platform: string;
  readonly spaceId: string;
  readonly channelId: string;
  readonly messageId: string;
  readonly authorId: string;
  readonly text: string;
  readonly writtenAt: Date;
  /** It stands where not everybody reads along: a direct message, a private channel or thread. */
  readonly isPrivate?: boolean;
}

export interface ReportPost {
  readonly actor: Actor;
  readonly post: Post;
  readonly reason: string;
  readonly rule?: string;
}

const EVIDENCE_LIMIT = 4000;

/**
 * Flags what somebody wrote in a channel, with the words as the platform gave them. What Curbside itself posted for a
 * conversation is reported by the button on it. What was written in private is for leads and admins alone. Refuses own_report, too_long,
 * too_many.
 */
export async function reportPost(
  core: Core,
  { actor, post, reason, rule }: ReportPost,
): Promise<HeardReport> {
  authorise(actor, "report.file");
  const checked = await checkedReportReason(core, { actor, reason });
  const { communityId } = actor;
  const { platform, spaceId, channelId, messageId, authorId, text } = post;
  return heardReport(core, { actor, danger: checked.danger }, async (tx, now) => {
    const key = messageKey(core, platform, channelId, messageId);
    const { who, pseudonym } = await personBehind(tx, core, {
      communityId,
      platform,
      spaceId,
      accountId: authorId,
    });
    if ("memberId" in who && who.memberId === actor.memberId) throw refuse("own_report", {});
    const made = await fileReport(tx, core, {
      actor,
      subject: { kind: "post", id: key, ...who },
      reason: checked.reason,
      ...(rule === undefined ? {} : { rule }),
      evidence: {
        text: cleanText(text).slice(0, EVIDENCE_LIMIT),
        author: pseudonym ?? "somebody who is no member here",
        what: "post",
        writtenAt: post.writtenAt.toISOString(),
      },
      isPrivate: post.isPrivate === true,
      now,
    });
    await keepPost(tx, core, { caseId: made.caseId, communityId, key, post, now });
    return made;
  });
}
