import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { putAmongFound } from "./among-found.ts";
import { mannerOf, openTags } from "./peer-card.ts";

/**
 * Switches matching on: from now on others may be offered this member, and they are looked for. Switching it off and on again
 * brings nothing sooner. Refuses card_unfinished.
 */
export async function matchMe(core: Core, { actor }: { actor: Actor }): Promise<void> {
  authorise(actor, "peers.connect");
  const { communityId, memberId } = actor;
  await core.tx(async (tx, now) => {
    await holdMember(tx, memberId);
    const card = await tx.peerCard.findUnique({ where: { memberId } });
    const manner = card === null ? undefined : mannerOf(card);
    const tags = card === null ? [] : await openTags(tx, core, card);
    if (card === null || tags.length === 0) throw refuse("card_unfinished", { missing: "tags" });
    if (manner === undefined) throw refuse("card_unfinished", { missing: "manner" });
    if (card.state === "on") return;
    await putAmongFound(tx, core, { memberId, now });
    const { openedAt, nextLookAt } = card;
    await tx.peerCard.update({
      where: { memberId },
      data: { state: "on", openedAt: openedAt ?? now, nextLookAt: nextLookAt ?? now },
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "peers.matching-on",
      subject: memberId,
    });
  });
}
