import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { t } from "#core/language/t.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { letOffersGo } from "../pairs/let-offers-go.ts";
import { AFTER_CHANGE_MS, CHANGE_MS } from "../pairs/pair.ts";
import { putAmongFound } from "./among-found.ts";
import { type CardRow, mannerOf, openTags, sealTags } from "./peer-card.ts";
import { ALL_TAGS, groupOf, isTag, MOST_OF, TAG_GROUPS, type Tag } from "./tags.ts";

interface ChooseTags {
  readonly actor: Actor;
  /** Where they do it: there they are written to, and there they meet. */
  readonly platform: string;
  readonly tags: readonly Tag[];
}

/** Each once, in the order of the lists, and no more of a group than it allows. Refuses invalid_input, empty. */
function checkedTags(chosen: readonly Tag[]): readonly Tag[] {
  const tags = ALL_TAGS.filter((tag) => chosen.includes(tag));
  if (!chosen.every(isTag))
    throw refuse("invalid_input", { field: "choice", rule: "must be one of the list" });
  for (const group of TAG_GROUPS)
    if (tags.filter((tag) => groupOf(tag) === group).length > MOST_OF[group])
      throw refuse("invalid_input", {
        field: group,
        rule: t("can be {most} at the most", { most: MOST_OF[group] }),
      });
  if (!tags.some((tag) => groupOf(tag) === "topic")) throw refuse("empty", { field: "topic" });
  return tags;
}

type Kept = CardRow & {
  readonly state: string;
  readonly openedAt: Date | null;
  readonly changedAt: Date;
  readonly nextLookAt: Date | null;
};

/** Offers made by the former tags are let go, and nobody is looked for at once by the new ones. */
async function replace(tx: Tx, core: Core, card: Kept, tags: readonly Tag[], now: Date): Promise<void> {
  const { memberId, openedAt, nextLookAt } = card;
  const again = new Date(card.changedAt.getTime() + CHANGE_MS);
  if (openedAt !== null && again > now) throw refuse("too_many", { retryAt: again });
  const later = new Date(now.getTime() + AFTER_CHANGE_MS);
  const putOff = openedAt === null || (nextLookAt !== null && nextLookAt > later) ? nextLookAt : later;
  const tagsSealed = await sealTags(tx, core, memberId, tags);
  await tx.peerCard.update({ where: { memberId }, data: { tagsSealed, changedAt: now, nextLookAt: putOff } });
  if (card.state === "on" && mannerOf(card) !== undefined) await putAmongFound(tx, core, { memberId, now });
  await letOffersGo(tx, core, { memberId, now });
}

/**
 * What a member would like to be found by. Before matching was first switched on it changes as they like; afterwards once a
 * week, since each change could ask who else has a tag. Refuses invalid_input, empty, too_many.
 */
export async function chooseTags(core: Core, { actor, platform, tags: chosen }: ChooseTags): Promise<void> {
  authorise(actor, "peers.connect");
  const { communityId, memberId } = actor;
  const tags = checkedTags(chosen);
  await core.tx(async (tx, now) => {
    await holdMember(tx, memberId);
    const card = await tx.peerCard.findUnique({ where: { memberId } });
    if (card === null) {
      const tagsSealed = await sealTags(tx, core, memberId, tags);
      await tx.peerCard.create({ data: { memberId, communityId, platform, tagsSealed, changedAt: now } });
    } else {
      const before = await openTags(tx, core, card);
      if (before.join() === tags.join()) return;
      await replace(tx, core, card, tags, now);
    }
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "peers.chosen",
      subject: memberId,
    });
  });
  core.wake();
}
