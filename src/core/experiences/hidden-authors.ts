import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { hiddenFrom } from "#core/peers/blocks/hidden-from.ts";

/** Whose experiences somebody is not shown: of two where one blocked the other, neither reads what the other told. */
export async function hiddenAuthors(core: Core, { memberId }: Actor): Promise<ReadonlySet<string>> {
  return core.tx((tx) => hiddenFrom(tx, memberId));
}
