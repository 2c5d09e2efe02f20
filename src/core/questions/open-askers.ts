import type { Core } from "#core/core.ts";

const OPEN = ["waiting", "claimed", "held", "asked-back", "answered"];

/** The accounts on a platform of everybody whose conversation is open, in the platform's own ids. */
export async function openAskers(core: Core, { platform }: { platform: string }): Promise<string[]> {
  const accounts = await core.db.account.findMany({
    where: {
      platform,
      member: { state: "active", asked: { some: { status: { in: OPEN } } } },
    },
  });
  const ids = new Set<string>();
  for (const { id, memberId, externalIdSealed } of accounts) {
    const place = { table: "Account", column: "externalIdSealed", row: id };
    ids.add(await core.vault.open(core.db, { memberId }, place, externalIdSealed));
  }
  return [...ids];
}
