import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";

/** More would keep a volunteer waiting for colleagues for ever. */
export const MOST_SECOND_LOOKS = 50;

/**
 * How many first answers of a provider a colleague looks at before they are sent; 0 switches it off. It holds for everybody
 * at once, since a step is derived each time. Refuses invalid_input.
 */
export async function setSecondLooks(
  core: Core,
  { actor, secondLooks }: { actor: Actor; secondLooks: number },
): Promise<void> {
  authorise(actor, "community.configure");
  const { communityId } = actor;
  if (!Number.isInteger(secondLooks) || secondLooks < 0 || secondLooks > MOST_SECOND_LOOKS)
    throw refuse("invalid_input", {
      field: "number of second looks",
      rule: `must be a whole number from 0 to ${MOST_SECOND_LOOKS}`,
    });
  await core.tx(async (tx, now) => {
    const { secondLooks: before } = await tx.community.findUniqueOrThrow({ where: { id: communityId } });
    await tx.community.update({ where: { id: communityId }, data: { secondLooks } });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: "community.second-looks-set",
      subject: communityId,
      detail: { before, after: secondLooks },
    });
  });
}
