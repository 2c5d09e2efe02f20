import type { Core } from "#core/core.ts";

/** Where a credential belongs; undefined when there is none. For somebody who acts by direct message in several communities. */
export async function communityOfCredential(core: Core, credentialId: string): Promise<string | undefined> {
  const credential = await core.db.credential.findUnique({
    where: { id: credentialId },
    select: { communityId: true },
  });
  return credential?.communityId;
}
