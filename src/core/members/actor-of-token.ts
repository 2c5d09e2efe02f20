import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { codeKey } from "#core/foundation/vault/index-keys.ts";
import { readActor } from "./read-actor.ts";

/** The member whose token this is, with the roles held now. Refuses not_signed_in. */
export async function actorOfToken(core: Core, token: string): Promise<Actor> {
  const found = await core.db.accessToken.findUnique({ where: { tokenKey: codeKey(core, token) } });
  const actor =
    found === null || found.revokedAt !== null ? undefined : await readActor(core.db, found.memberId);
  if (actor === undefined) throw refuse("not_signed_in", {});
  return actor;
}
