import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { NoticeCard } from "./cards.ts";

/** Subject: `<what>:<questionId>`, with what tells two of a kind apart behind it; `undelivered:<questionId>:<why>:…`. */
function aboutOf(subjectId: string): NoticeCard["about"] | undefined {
  const [what, , why] = subjectId.split(":");
  switch (what) {
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
  const about = aboutOf(subjectId);
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
