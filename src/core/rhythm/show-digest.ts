import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { DigestContent } from "./cards.ts";
import { digestContent } from "./digest-content.ts";

/** All of one's own digest as it may be shown now. Refuses not_found, also where nothing of it may. */
export async function showDigest(
  core: Core,
  { actor, week }: { actor: Actor; week: string },
): Promise<DigestContent> {
  authorise(actor, "member.digest");
  const { memberId, communityId } = actor;
  const content = await core.tx((tx) => digestContent(tx, core, { memberId, communityId, week }));
  if (content === undefined) throw refuse("not_found", { what: "digest" });
  return content;
}
