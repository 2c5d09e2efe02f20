import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { type CaseSubject, openKeyOf } from "../cases/case.ts";
import { keepPost } from "../cases/keep-post.ts";
import { personBehind } from "../reports/person-behind.ts";
import type { Post } from "../reports/report-post.ts";
import type { KeptRule } from "../rules.ts";
import { addReport } from "./add-report.ts";

const MINUTE_MS = 60_000;
/** From here on what one person posts goes into one case about them: a raid must not bury the queue. */
const MOST_CASES_A_MINUTE = 10;

/** What somebody wrote; without `messageId` where it was stopped before anybody saw it. */
export interface FoundPost extends Omit<Post, "messageId"> {
  readonly messageId: string | undefined;
}

interface CaseAbout {
  readonly communityId: string;
  readonly post: FoundPost;
  /** Its blind index; undefined where it stands nowhere. */
  readonly key: string | undefined;
  readonly reason: string;
  readonly rule: KeptRule;
  readonly now: Date;
}

async function isFlood(tx: Tx, communityId: string, now: Date): Promise<boolean> {
  const since = new Date(now.getTime() - MINUTE_MS);
  const recent = await tx.report.count({
    where: { communityId, reporterId: null, createdAt: { gt: since } },
  });
  return recent >= MOST_CASES_A_MINUTE;
}

/** The post; its writer where there is no post to look at, or too many at once. */
async function subjectOf(tx: Tx, core: Core, { communityId, post, key, now }: CaseAbout) {
  const { platform, spaceId, authorId: accountId } = post;
  const behind = await personBehind(tx, core, { communityId, platform, spaceId, accountId });
  const { who, externalKey, pseudonym } = behind;
  const author = pseudonym ?? "somebody who is no member here";
  const person: CaseSubject =
    "memberId" in who
      ? { kind: "member", id: who.memberId, ...who }
      : { kind: "account", id: externalKey, ...who };
  if (key === undefined) return { author, subject: person };
  const subject: CaseSubject = { kind: "post", id: key, ...who };
  // Found once more, by another filter or after an edit, it stays one case, whatever else is posted now.
  const hasCase = (await tx.case.count({ where: { openKey: openKeyOf(subject) } })) > 0;
  if (!hasCase && (await isFlood(tx, communityId, now))) return { author, subject: person };
  return { author, subject };
}

/** Adds what was found to the open case about it, or opens one. Gives the case. */
export async function caseAbout(tx: Tx, core: Core, found: CaseAbout): Promise<string> {
  const { communityId, post, key, reason, rule, now } = found;
  const { author, subject } = await subjectOf(tx, core, found);
  const caseId = await addReport(tx, core, {
    communityId,
    subject,
    onlyLeads: post.isPrivate === true,
    reason,
    rule,
    evidence: { text: post.text, author, what: "post", writtenAt: post.writtenAt.toISOString() },
    now,
  });
  if (subject.kind === "post" && key !== undefined && post.messageId !== undefined)
    await keepPost(tx, core, {
      caseId,
      communityId,
      key,
      post: { ...post, messageId: post.messageId },
      now,
    });
  return caseId;
}
