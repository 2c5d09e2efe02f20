import type { Actor } from "#core/access.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

/** A credential of the actor's community. Refuses not_found. */
export async function credentialHere(tx: Tx, actor: Actor, credentialId: string) {
  const credential = await tx.credential.findUnique({ where: { id: credentialId } });
  if (credential === null || credential.communityId !== actor.communityId)
    throw refuse("not_found", { what: "credential" });
  return credential;
}
