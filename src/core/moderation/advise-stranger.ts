import type { Core } from "#core/core.ts";
import { crisisLinesFor } from "#core/screening/crisis-lines.ts";
import { adviceMessage } from "#core/screening/worry-message.ts";

/** How to help somebody, for a person who has not joined: nobody is told, since nobody could say how often they may ask. */
export async function adviseStranger(
  core: Core,
  { communityId }: { communityId: string },
): Promise<{ text: string }> {
  const { country, name } = await core.db.community.findUniqueOrThrow({ where: { id: communityId } });
  const lines = crisisLinesFor(core.crisisLines(), country);
  return { text: adviceMessage({ pseudonym: undefined, lines, team: name, told: false }) };
}
