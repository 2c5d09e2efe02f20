import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { cleanText } from "#core/screening/clean-text.ts";
import { type Erased, eraseAll } from "./erase/erase-all.ts";

/** Case and blanks do not matter: it is about meaning it, not about typing well. */
const folded = (name: string): string => cleanText(name).replace(/\s+/g, " ").trim().toLowerCase();

/**
 * Everything that is kept about a member goes, by their own wish: they type their name here to show that they mean it. There is no
 * way back. What stays, and why, is in what-erasing-does.ts. Refuses name_differs, and last_admin for the only one.
 */
export async function eraseMember(
  core: Core,
  { actor, typed }: { actor: Actor; typed: string },
): Promise<Erased> {
  const { memberId, communityId, pseudonym } = actor;
  authorise(actor, "member.erase", { communityId, ownerId: memberId });
  if (folded(typed) !== folded(pseudonym)) throw refuse("name_differs", {});
  const erased = await core.tx((tx, now) =>
    eraseAll(tx, core, { memberId, wish: "member", by: memberId, now }),
  );
  if (erased === undefined) throw refuse("not_found", { what: "member" });
  core.wake();
  return erased;
}
