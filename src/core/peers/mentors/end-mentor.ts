import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { renewAmongFound } from "../card/among-found.ts";
import { declineFor } from "../pairs/decline-for.ts";
import { tellNews } from "../pairs/tell.ts";
import { statesAllowing } from "./mentor.ts";
import { refreshRequest } from "./tell.ts";

interface Ending {
  readonly memberId: string;
  /** "stop": they themselves. */
  readonly event: "stop" | "end";
  /** Who ended it, where a person did. */
  readonly byId?: string;
  readonly reasonSealed?: Uint8Array<ArrayBuffer>;
  readonly now: Date;
}

/** The pairs go on, as pairs like any other; both are told. Offers that wait are let go, which looks like silence. */
async function endMentorings(tx: Tx, core: Core, { memberId, now }: Ending): Promise<void> {
  const open = await tx.mentoring.findMany({
    where: { mentorId: memberId, endedAt: null },
    include: { pair: { include: { sides: true } } },
    orderBy: { pairId: "asc" },
  });
  for (const { pair } of open) {
    await declineFor(tx, core, pair, { memberId, now });
    if (pair.state !== "together") continue;
    for (const { memberId: one } of pair.sides) {
      const about = one === memberId ? "mentored-before" : "no-mentor-now";
      await tellNews(tx, core, pair, { memberId: one, about, at: now });
    }
  }
  await tx.mentoring.updateMany({
    where: { mentorId: memberId, endedAt: null },
    data: { endedAt: now, dueAt: null },
  });
}

/** Somebody is no mentor any more. False where they were none. Their member's row is held. */
export async function endMentor(tx: Tx, core: Core, ending: Ending): Promise<boolean> {
  const { memberId, event, byId, reasonSealed, now } = ending;
  const [mentor] = await tx.mentor.updateManyAndReturn({
    where: { memberId, state: { in: statesAllowing(event) } },
    data: {
      state: event === "stop" ? "stopped" : "ended",
      pausedAt: null,
      reasonSealed: reasonSealed ?? null,
      decidedById: byId ?? null,
      decidedAt: event === "stop" ? null : now,
    },
  });
  if (mentor === undefined) return false;
  await tx.memberRole.deleteMany({ where: { memberId, role: "mentor" } });
  await endMentorings(tx, core, ending);
  await renewAmongFound(tx, core, { memberId, now });
  await refreshRequest(tx, core, { communityId: mentor.communityId, memberId, at: now });
  return true;
}
