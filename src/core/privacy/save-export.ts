import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";
import { requireAgreed } from "#core/proposals/about-member.ts";
import { keepingRefusals } from "#core/proposals/keep-refusals.ts";
import { exportMember, type MemberExport } from "./export-member.ts";
import { EXPORT } from "./propose-export.ts";

/** How long the two who agreed can save it. */
export const SAVE_MS = 24 * 3_600_000;

export interface SavedExport {
  readonly name: string;
  readonly until: Date;
  readonly content: MemberExport;
}

/**
 * What is kept about a member, for one of the two who agreed to it, within a day of the second one's yes. Each time is written
 * down before anybody has it, and so is each attempt that is refused. Refuses not_found for a proposal of others and for a
 * member who left or was erased since, and proposal_closed before the second person's yes and after that time.
 */
export async function saveExport(
  core: Core,
  { actor, proposalId }: { actor: Actor; proposalId: string },
): Promise<SavedExport> {
  authorise(actor, "export.save");
  return keepingRefusals(core, actor, (watch) =>
    core.tx(async (tx, now) => {
      const { communityId } = actor;
      const known = await tx.proposal.count({
        where: { id: proposalId, communityId, act: EXPORT.act },
      });
      if (known > 0) watch({ verb: "export.refused", subject: proposalId });
      const asked = { actor, proposalId, verb: "export.save", withinMs: SAVE_MS, now } as const;
      const { memberId, until } = await requireAgreed(tx, core, EXPORT, asked);
      const content = await exportMember(tx, core, { memberId, now });
      await record(tx, {
        at: now.getTime(),
        communityId,
        actor: actor.memberId,
        verb: "export.saved",
        subject: memberId,
        detail: { proposalId },
      });
      return { name: content.you.name, until, content };
    }),
  );
}
