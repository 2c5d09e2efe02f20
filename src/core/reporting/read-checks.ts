import type { Tx } from "#core/foundation/store/open-store.ts";
import { type Counts, type FigureId, tally } from "./figures.ts";
import type { Month } from "./month.ts";

/** What the record alone still knows: rows say how things stand, not how often they changed. */
const RECORDED = {
  "credential.rejected": "claims.rejected",
  "credential.suspended": "credentials.suspended",
  "credential.expired": "credentials.expired",
  "credential.revoked": "credentials.revoked",
  "question.look-lapsed": "looks.lapsed",
  "question.taken-back": "taken-back",
  "message.removed": "texts.removed",
} as const satisfies Record<string, FigureId>;

const APPROVED = "proposal.approved";

const ERASED = "member.erased";

/** Whoever was erased again after a backup was counted when they were. */
const erasedFigures = ({ wish }: { readonly wish?: unknown }): FigureId[] =>
  wish === "restore" ? [] : ["members.erased"];

function figureOf({ verb, detail }: { verb: string; detail: string }): FigureId[] {
  if (verb === ERASED) return erasedFigures(JSON.parse(detail));
  if (verb !== APPROVED) return [RECORDED[verb as keyof typeof RECORDED]];
  const { act }: { act?: unknown } = JSON.parse(detail);
  return act === "credential.verify" ? ["claims.approved"] : [];
}

/** Checks of providers, second looks, what patients took back, and who was erased. */
export async function readChecks(
  tx: Tx,
  { communityId, month: { from, to } }: { communityId: string; month: Month },
): Promise<Counts> {
  const createdAt = { gte: from, lt: to };
  const entries = await tx.auditEntry.findMany({
    where: {
      communityId,
      verb: { in: [...Object.keys(RECORDED), APPROVED, ERASED] },
      atMs: { gte: BigInt(from.getTime()), lt: BigInt(to.getTime()) },
    },
    select: { verb: true, detail: true },
  });
  const looks = await tx.look.findMany({ where: { communityId, createdAt }, select: { outcome: true } });
  return {
    ...tally(entries.flatMap(figureOf)),
    ...tally(
      looks.flatMap(({ outcome }): FigureId[] => [
        "looks",
        outcome === "passed" ? "looks.passed" : "looks.sent-back",
      ]),
    ),
    claims: await tx.credential.count({ where: { communityId, createdAt } }),
    "credentials.questioned": await tx.case.count({
      where: { communityId, subjectKind: "credential", openedAt: createdAt },
    }),
  };
}
