import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

/** Refuses stepped_back for a provider who said that they may know the person. */
export async function refuseWhoSteppedBack(
  tx: Tx,
  { questionId, memberId }: { questionId: string; memberId: string },
): Promise<void> {
  if ((await tx.decline.count({ where: { questionId, memberId } })) > 0) throw refuse("stepped_back", {});
}
