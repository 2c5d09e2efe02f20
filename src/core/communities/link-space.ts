import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { spaceKey } from "#core/foundation/vault/index-keys.ts";

export interface LinkSpace {
  readonly actor: Actor;
  readonly platform: string;
  readonly side: "patients" | "providers";
  readonly externalId: string;
}

/** A space belongs to one side of one community for good; linking it again changes nothing. Refuses already_linked. */
export async function linkSpace(
  core: Core,
  { actor, platform, side, externalId }: LinkSpace,
): Promise<{ spaceId: string }> {
  authorise(actor, "community.configure");
  const { communityId } = actor;
  const externalKey = spaceKey(core, platform, externalId);
  const id = core.newId();
  return core.tx(async (tx, now) => {
    const known = await tx.space.findUnique({ where: { platform_externalKey: { platform, externalKey } } });
    if (known !== null) {
      if (known.communityId !== communityId || known.side !== side)
        throw refuse("already_linked", { what: "space" });
      return { spaceId: known.id };
    }
    const place = { table: "Space", column: "externalIdSealed", row: id };
    const externalIdSealed = await core.vault.seal(tx, { communityId }, place, externalId);
    await tx.space.create({
      data: { id, communityId, platform, side, externalKey, externalIdSealed, createdAt: now },
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "space.linked",
      subject: id,
      detail: { platform, side },
    });
    return { spaceId: id };
  });
}
