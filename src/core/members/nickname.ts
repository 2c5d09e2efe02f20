import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { cleanText } from "#core/screening/clean-text.ts";

export const NICKNAME_LIMIT = 40;

/** What a member's own messages call the community; "" for its real name. Only they see it. Refuses too_long. */
export function checkedNickname(typed: string): string {
  const name = cleanText(typed).replace(/\s+/g, " ").trim();
  if (name.length > NICKNAME_LIMIT)
    throw refuse("too_long", { field: "nickname", limit: NICKNAME_LIMIT, length: name.length });
  return name;
}

const placeOf = (row: string) => ({ table: "Member", column: "nicknameSealed", row });

/** The column for a nickname: nothing where it is empty. */
export const sealNickname = async (
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  memberId: string,
  nickname: string,
) => (nickname === "" ? null : vault.seal(tx, { memberId }, placeOf(memberId), nickname));

interface Row {
  readonly id: string;
  readonly nicknameSealed: Uint8Array | null;
}

export async function openNickname(
  tx: Tx | Core["db"],
  { vault }: Pick<Core, "vault">,
  { id, nicknameSealed }: Row,
): Promise<string | undefined> {
  return nicknameSealed === null ? undefined : vault.open(tx, { memberId: id }, placeOf(id), nicknameSealed);
}

/** The name of a community in a message to one of its members: a locked screen need not say what the place is about. */
export const nameFor = async (
  tx: Tx,
  core: Pick<Core, "vault">,
  member: Row,
  { name }: { readonly name: string },
): Promise<string> => (await openNickname(tx, core, member)) ?? name;
