import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { isGood } from "../checks/check.ts";
import { type Numbered, ownOfSameNumber } from "../claim/write-claim.ts";
import { allTold, standingAgainst, type Told, takesBack } from "./standing-against.ts";

/** A look that is recorded later may be of an older day or file, which knew less. */
const isNewer = (one: Told, other: Told): boolean =>
  one.checkedAt > other.checkedAt && (one.asOf ?? "") >= (other.asOf ?? "");

/**
 * What stands against another claim of the same person to the same number, in words with its day: whoever was rejected can claim
 * anew, and whoever looks then may be somebody else. It is a doubt and no refusal, since a register may have been mended; a good
 * and newer look of the same source at this claim takes it away.
 */
export async function saidBefore(tx: Tx, core: Core, credential: Numbered): Promise<string[]> {
  const others = await ownOfSameNumber(tx, credential);
  if (others.length === 0) return [];
  const own = await allTold(tx, core, credential);
  const isMended = (found: Told): boolean => {
    const newest = own.findLast(({ source }) => source === found.source);
    return newest !== undefined && isGood(newest) && takesBack(newest, found) && isNewer(newest, found);
  };
  const said: string[] = [];
  for (const other of others)
    for (const found of standingAgainst(await allTold(tx, core, other)))
      if (!isMended(found))
        said.push(
          `About another claim of theirs to the same number, on ${found.checkedAt.toISOString().slice(0, 10)}: ${found.says}`,
        );
  return said;
}
