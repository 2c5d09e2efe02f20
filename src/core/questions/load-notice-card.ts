import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { NoticeCard } from "./cards.ts";

/** Subject: `<what>:<questionId>`, with what tells two of a kind apart behind it; `undelivered:<questionId>:<why>:…`. */
async function aboutOf(tx: Tx, subjectId: string): Promise<NoticeCard["about"] | undefined> {
  const [what, , why = ""] = subjectId.split(":");
  switch (what) {
    case "seen-differently": {
      // Nobody is told of an opinion that was withdrawn or removed before they heard of it.
      const opinion = await tx.opinion.findFirst({ where: { messageId: why, message: { state: "sent" } } });
      return opinion === null ? undefined : { what, answerId: opinion.answerId };
    }
    case "expired":
    case "paused":
    case "resumed":
    case "needs-in-person":
      return { what };
    case "undelivered":
      return { what, why: why === "refused" ? "refused" : "unreachable" };
    default:
      return undefined;
  }
}

export async function loadNoticeCard(
  tx: Tx,
  _core: Core,
  subjectId: string,
): Promise<NoticeCard | undefined> {
  const about = await aboutOf(tx, subjectId);
  const questionId = subjectId.split(":")[1] ?? "";
  const question = await tx.question.findUnique({
    where: { id: questionId },
    include: { community: true, asker: true },
  });
  if (about === undefined || question === null) return undefined;
  return {
    kind: "notice",
    questionId,
    number: question.number,
    community: question.community.name,
    about,
  };
}
