import { findCommunityBySpace } from "#core/communities/find-community-by-space.ts";
import type { Core } from "#core/core.ts";
import { accountKey } from "#core/foundation/vault/index-keys.ts";
import { type CredentialCard, readCard } from "./credential-card.ts";
import { standingOf } from "./standing.ts";

/** Whose account it is, as the platform knows it. */
export interface AskedAccount {
  readonly platform: string;
  readonly accountExternalId: string;
  readonly spaceExternalId: string;
}

/**
 * The credential behind an account that others see in a space. An account is never tied to the name that its member has here:
 * patients are known by such names, and a provider may be a patient too.
 */
export type AccountCredential =
  /** The provider shows the name on the licence; that name is on the card. */
  | { readonly shows: "name"; readonly card: CredentialCard }
  /**
   * No more than the role. The exact day, the registers and the ways of proof stand beside answers too, and would tell whose
   * answers they are; `credentialId` does so as well, and must reach no screen.
   */
  | {
      readonly shows: "role";
      readonly credentialId: string;
      readonly profession: string;
      readonly jurisdiction: string;
      /** The first day of the month in which it was last checked. */
      readonly checkedIn: Date;
      readonly underReview: boolean;
    };

const monthOf = (at: Date) => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth()));

/**
 * The newest credential that stands now, of whoever has this account in the space's community. Undefined for everybody else, in
 * the same way: a stranger, a member without one, one that waits or has ended, and somebody who left cannot be told apart.
 */
export async function credentialOfAccount(
  core: Core,
  { platform, accountExternalId, spaceExternalId }: AskedAccount,
): Promise<AccountCredential | undefined> {
  const space = await findCommunityBySpace(core, { platform, spaceExternalId });
  if (space === undefined) return undefined;
  const { communityId } = space;
  const externalKey = accountKey(core, communityId, platform, accountExternalId);
  return core.tx(async (tx, now) => {
    const account = await tx.account.findFirst({
      where: { communityId, platform, externalKey, member: { state: "active" } },
    });
    // Asked for nobody too, so that the answer takes as long.
    const standing = await standingOf(tx, account?.memberId ?? "", now);
    if (!standing.ok) return undefined;
    const { card, saysName } = await readCard(tx, core, { credentialId: standing.credential.id }, now);
    if (saysName) return { shows: "name", card };
    const { credentialId, profession, jurisdiction, checkedAt, underReview } = card;
    return {
      shows: "role",
      credentialId,
      profession,
      jurisdiction,
      checkedIn: monthOf(checkedAt),
      underReview,
    };
  });
}
