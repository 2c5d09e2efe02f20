import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { DigestCard } from "./cards.ts";
import { digestContent } from "./digest-content.ts";

/** A digest by whom it is for, and its week. */
export const digestSubject = (memberId: string, week: string): string => `${memberId}/${week}`;

/** What is pushed of a digest: how much there is of what, counted as it may be shown now, and not a word of it. */
export async function loadDigestCard(tx: Tx, core: Core, subjectId: string): Promise<DigestCard | undefined> {
  const [memberId = "", week = ""] = subjectId.split("/");
  const member = await tx.member.findUnique({ where: { id: memberId }, include: { community: true } });
  if (member === null || member.state !== "active") return undefined;
  const { communityId, community, quiet } = member;
  const content = await digestContent(tx, core, { memberId, communityId, week });
  if (content === undefined) return undefined;
  const { answers, isNear, questions, tip } = content;
  return {
    ...{ kind: "digest", communityId, week },
    community: community.name,
    counts: quiet
      ? undefined
      : {
          ...{ answers: answers.length, isNear, questions: questions.length },
          tips: tip === undefined ? 0 : 1,
        },
  };
}
