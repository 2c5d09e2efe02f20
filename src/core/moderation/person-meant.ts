import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { accountKey, personKey } from "#core/foundation/vault/index-keys.ts";
import type { Person } from "./standing-alert.ts";

/** The account of somebody who is no member here, in the platform's own id. */
export interface PersonMeant {
  readonly platform: string;
  readonly accountId: string;
}

interface At {
  readonly alertId: string;
  readonly communityId: string;
}

const placeOf = ({ alertId }: At) => ({ table: "CrisisAlert", column: "personSealed", row: alertId });

/** Sealed with the community's key: somebody who is no member has none of their own. */
export function sealPerson(tx: Tx, core: Core, at: At, { platform, accountId }: PersonMeant) {
  const { communityId } = at;
  return core.vault.seal(tx, { communityId }, placeOf(at), JSON.stringify({ platform, accountId }));
}

export async function openPerson(tx: Tx, core: Core, at: At, sealed: Uint8Array): Promise<PersonMeant> {
  const { communityId } = at;
  return JSON.parse(await core.vault.open(tx, { communityId }, placeOf(at), sealed)) as PersonMeant;
}

/** Who that is here: a member, or nobody known. */
export async function personBy(
  tx: Tx,
  core: Core,
  { communityId, person: { platform, accountId } }: { communityId: string; person: PersonMeant },
): Promise<Person> {
  const externalKey = accountKey(core, communityId, platform, accountId);
  const account = await tx.account.findUnique({
    where: { communityId_platform_externalKey: { communityId, platform, externalKey } },
    include: { member: true },
  });
  return account?.member.state === "active"
    ? { memberId: account.memberId }
    : { personKey: personKey(core, communityId, platform, accountId) };
}
