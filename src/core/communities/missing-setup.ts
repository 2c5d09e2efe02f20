import type { Core } from "#core/core.ts";
import type { SetupGap } from "#core/errors.ts";
import { crisisLinesFor } from "#core/screening/crisis-lines.ts";

/** What a community still lacks before it may be opened; empty when it is safe to start. */
export async function missingSetup(
  core: Core,
  { communityId }: { communityId: string },
): Promise<SetupGap[]> {
  const community = await core.db.community.findUniqueOrThrow({ where: { id: communityId } });
  const spaces = await core.db.space.findMany({ where: { communityId }, include: { channels: true } });
  const contacts = await core.db.member.count({
    // Whoever could not take an alert is not told of one.
    where: {
      communityId,
      crisisContact: true,
      state: "active",
      roles: { some: { role: { in: ["moderator", "lead", "provider", "admin"] } } },
    },
  });
  const sides = new Set(spaces.map(({ side }) => side));
  const purposes = new Set(spaces.flatMap(({ channels }) => channels.map(({ purpose }) => purpose)));
  const checks: readonly (readonly [SetupGap, boolean])[] = [
    ["patients_space", sides.has("patients")],
    ["providers_space", sides.has("providers")],
    ["ask_channel", purposes.has("ask")],
    ["intake_channel", purposes.has("intake")],
    ["moderation_channel", purposes.has("moderation")],
    ["crisis_channel", purposes.has("crisis")],
    ["crisis_lines", crisisLinesFor(core.crisisLines(), community.country) !== undefined],
    ["crisis_contact", contacts > 0],
  ];
  return checks.filter(([, there]) => !there).map(([gap]) => gap);
}
