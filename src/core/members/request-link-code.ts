import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { accountKey } from "#core/foundation/vault/index-keys.ts";
import { newCode } from "./token.ts";

export interface RequestLinkCode {
  readonly communityId: string;
  readonly spaceId: string;
  readonly platform: string;
  readonly externalId: string;
}

/**
 * A code that an admin enters beside the evidence: it alone ties an account to a provider, never a display name or a role.
 * A new code replaces an unused one. Gives the community's name with it. Refuses already_linked.
 */
export async function requestLinkCode(
  core: Core,
  input: RequestLinkCode,
): Promise<{ code: string; expiresAt: Date; community: string }> {
  const { communityId, spaceId, platform, externalId } = input;
  const externalKey = accountKey(core, communityId, platform, externalId);
  const code = newCode(core);
  const id = core.newId();
  return core.tx(async (tx, now) => {
    const known = await tx.account.findUnique({
      where: { communityId_platform_externalKey: { communityId, platform, externalKey } },
    });
    if (known !== null) throw refuse("already_linked", { what: "account" });
    await tx.linkCode.deleteMany({ where: { communityId, platform, externalKey, usedAt: null } });
    const expiresAt = new Date(now.getTime() + core.config.timing.codeMs);
    const place = { table: "LinkCode", column: "externalIdSealed", row: id };
    const externalIdSealed = await core.vault.seal(tx, { communityId }, place, externalId);
    await tx.linkCode.create({
      data: {
        id,
        codeKey: code.key,
        communityId,
        platform,
        spaceId,
        externalKey,
        externalIdSealed,
        createdAt: now,
        expiresAt,
      },
    });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: "account",
      verb: "code.requested",
      subject: id,
    });
    const { name: community } = await tx.community.findUniqueOrThrow({ where: { id: communityId } });
    return { code: code.text, expiresAt, community };
  });
}
