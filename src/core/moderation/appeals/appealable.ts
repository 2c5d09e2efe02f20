import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { accountKey, spaceKey } from "#core/foundation/vault/index-keys.ts";
import { type Action, actionOf } from "../decisions/action.ts";
import { openDetail } from "../decisions/detail.ts";
import { ruleWords } from "../rules.ts";
import type { FromAccount } from "./proof.ts";

/** A decision about an account that can be looked at again, or is being looked at. */
export interface Appealable {
  readonly decisionId: string;
  /** The community's name. */
  readonly community: string;
  readonly action: Action;
  readonly rule: string;
  readonly decidedAt: Date;
  /** More from them is a reply. */
  readonly isUnderAppeal: boolean;
}

type Reading = Tx | Core["db"];

/** The communities in which an account is looked for. */
async function communitiesFor(db: Reading, core: Core, { platform, spaceId }: FromAccount) {
  if (spaceId === undefined) return db.community.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const externalKey = spaceKey(core, platform, spaceId);
  const space = await db.space.findUnique({
    where: { platform_externalKey: { platform, externalKey } },
    include: { community: true },
  });
  return space === null ? [] : [space.community];
}

/** All members that an account is, also of communities that are closed to it; whom everything was erased of are none. */
export async function membersBehind(db: Reading, core: Core, from: FromAccount) {
  const { platform, accountId } = from;
  const found = [];
  for (const { id: communityId } of await communitiesFor(db, core, from)) {
    const externalKey = accountKey(core, communityId, platform, accountId);
    const account = await db.account.findUnique({
      where: { communityId_platform_externalKey: { communityId, platform, externalKey } },
      include: { member: true },
    });
    if (account !== null && account.member.state !== "erased") found.push(account.member);
  }
  return found;
}

/**
 * What was decided about an account and can be looked at again, the newest first: as the member it is or was, or where nobody was
 * known by it. The account itself is the proof.
 */
export async function appealableBy(db: Reading, core: Core, from: FromAccount): Promise<Appealable[]> {
  const now = core.clock.now();
  const communities = await communitiesFor(db, core, from);
  const members = await membersBehind(db, core, from);
  const keys = communities.map(({ id }) => accountKey(core, id, from.platform, from.accountId));
  // Whoever was erased has the message with the code no more.
  const erased = await db.remainder.findMany({ where: { accountKey: { in: keys } } });
  const subjects = [...members.map(({ id }) => id), ...erased.map(({ memberId }) => memberId)];
  const decisions = await db.decision.findMany({
    where: {
      communityId: { in: communities.map(({ id }) => id) },
      action: { not: "dismiss" },
      state: { in: ["standing", "over"] },
      appealUntil: { gt: now },
      AND: [
        {
          OR: [
            { subjectMemberId: { in: subjects } },
            { subjectMemberId: null, case: { accountKey: { in: keys } } },
          ],
        },
        { OR: [{ appeal: null }, { appeal: { state: "open" } }] },
      ],
    },
    include: { appeal: true },
    orderBy: { id: "desc" },
  });
  const theirs: Appealable[] = [];
  for (const decision of decisions) {
    const { id, communityId, action, rule, decidedAt, appeal } = decision;
    const { asRead } = await openDetail(db, core, decision);
    theirs.push({
      decisionId: id,
      community: communities.find((one) => one.id === communityId)?.name ?? "",
      action: actionOf(action),
      rule: ruleWords(core.rules(), rule, asRead),
      decidedAt,
      isUnderAppeal: appeal !== null,
    });
  }
  return theirs;
}

/** The one that is meant. Undefined where there is none; "which" where there are several and none is named. */
export function meantOf(
  all: readonly Appealable[],
  decisionId: string | undefined,
): Appealable | "which" | undefined {
  if (decisionId !== undefined) return all.find((one) => one.decisionId === decisionId);
  const [only, another] = all;
  return another === undefined ? only : "which";
}
