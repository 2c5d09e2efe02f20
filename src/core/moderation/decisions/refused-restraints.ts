import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { refreshCase } from "../cases/tell-moderators.ts";
import { ACTIONS, kindOf } from "./action.ts";
import { outsiderLine, restraintLine } from "./restraint.ts";

/** A platform that would not do what was decided about somebody; `isDone` where it has done it since. */
export interface RefusedRestraint {
  readonly platform: string;
  readonly trouble: string;
  readonly isDone: boolean;
}

/** Whom a case is about, as far as their account is restrained. */
interface About {
  readonly id: string;
  readonly subjectMemberId: string | null;
  readonly accountKey: string | null;
}

interface Row {
  readonly conversation: string;
  readonly seq: bigint;
  readonly targetKind: string;
  readonly targetId: string;
  readonly subjectId: string;
}

const RESTRAINING: readonly string[] = ACTIONS.filter(
  (action) => kindOf(action).makes !== undefined || action === "suspend-provider",
);

/** All that was decided about one person that their platforms carry out, the newest first. */
async function restraining(tx: Tx, { subjectMemberId, accountKey }: Omit<About, "id">) {
  if (subjectMemberId === null && accountKey === null) return [];
  const about = subjectMemberId === null ? { case: { accountKey } } : { subjectMemberId };
  return tx.decision.findMany({
    where: { ...about, action: { in: [...RESTRAINING] } },
    orderBy: { id: "desc" },
  });
}

type Decided = Awaited<ReturnType<typeof restraining>>;

/** Those that show it: of what stands, and of the newest. */
const casesOf = (decided: Decided): ReadonlyMap<string, string> =>
  new Map(
    decided
      .filter(({ state }, at) => at === 0 || state === "standing")
      .map(({ caseId, communityId }) => [caseId, communityId]),
  );

/** How a platform ended what was last asked of it about one account, and whether it refused before. */
interface Ending extends Omit<RefusedRestraint, "isDone"> {
  readonly is: string;
}

async function endingsOf(tx: Tx, { subjectMemberId, accountKey }: About, since: number): Promise<Ending[]> {
  const line =
    subjectMemberId === null
      ? { conversation: outsiderLine(accountKey ?? "") }
      : { conversation: { startsWith: restraintLine(subjectMemberId, "") } };
  const rows = await tx.delivery.findMany({
    where: { ...line, op: "restrain", state: { not: "dropped" }, createdAtMs: { gte: BigInt(since) } },
    orderBy: { seq: "asc" },
  });
  const refused = new Map<string, Ending>();
  for (const { platform, targetId, state: is, trouble } of rows) {
    const before = refused.get(targetId);
    if (is === "dead") refused.set(targetId, { platform, trouble: trouble ?? "", is });
    else if (before !== undefined) refused.set(targetId, { ...before, is });
  }
  return [...refused.values()];
}

/** Where a platform refused what a case's decision does to somebody's account, or has done it after all. */
export async function refusedFor(tx: Tx, about: About): Promise<RefusedRestraint[]> {
  const all = await restraining(tx, about);
  if (!casesOf(all).has(about.id)) return [];
  const own = all.filter(({ caseId }) => caseId === about.id);
  const since = Math.min(...own.map(({ decidedAt }) => decidedAt.getTime()));
  const stands = own.some(({ state }) => state === "standing");
  const endings = await endingsOf(tx, about, since);
  return endings.flatMap(({ is, ...refused }): RefusedRestraint[] => {
    if (is === "dead") return [{ ...refused, isDone: false }];
    // That what was undone does not hold there needs no word.
    return is === "done" && stands ? [{ ...refused, isDone: true }] : [];
  });
}

async function aboutOf(tx: Tx, { targetKind, targetId, subjectId }: Row): Promise<Omit<About, "id">> {
  if (targetKind !== "outsider") return { subjectMemberId: subjectId, accountKey: null };
  const about = await tx.case.findUnique({ where: { id: targetId } });
  return { subjectMemberId: null, accountKey: about?.accountKey ?? null };
}

/** The cards of the cases say that a platform refused for good, or that it has done it. */
export async function tellOfRestraint(tx: Tx, core: Core, row: Row, at: Date): Promise<void> {
  const cases = casesOf(await restraining(tx, await aboutOf(tx, row)));
  for (const [id, communityId] of cases) await refreshCase(tx, core, { id, communityId }, at);
}

/** Whether the platform refused something about this account before for good, so that moderators were told. */
export async function wasRefused(tx: Tx, { conversation, seq, targetId }: Row): Promise<boolean> {
  const before = { conversation, op: "restrain", targetId, seq: { lt: seq }, state: "dead" };
  return (await tx.delivery.count({ where: before })) > 0;
}
