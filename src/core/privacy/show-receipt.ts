import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { typedCodeKey } from "#core/members/token.ts";
import type { Wish } from "./erase/erase-all.ts";
import type { Counts } from "./erase/erasing.ts";
import type { ErasedPlace } from "./erasure-card.ts";

interface StoredCounts {
  readonly erased: Counts;
  readonly places: readonly ErasedPlace[];
}

export const readCounts = (stored: string): StoredCounts => JSON.parse(stored) as StoredCounts;

const WISHES = ["member", "team", "restore"] as const satisfies readonly Wish[];

export const wishOf = (stored: string): Wish => WISHES.find((wish) => wish === stored) ?? "member";

export interface ShownReceipt extends StoredCounts {
  readonly wish: Wish;
  readonly startedAt: Date;
  /** Null while something is still being removed. */
  readonly finishedAt: Date | null;
}

/** What was erased, in numbers, for whoever was given its code: it says of nobody who they were. Refuses not_found. */
export async function showReceipt(
  core: Core,
  { actor, code }: { actor: Actor; code: string },
): Promise<ShownReceipt> {
  authorise(actor, "erase.read");
  const receipt = await core.db.erasureReceipt.findUnique({ where: { codeKey: typedCodeKey(core, code) } });
  if (receipt === null || receipt.communityId !== actor.communityId)
    throw refuse("not_found", { what: "code" });
  const { wish, startedAt, finishedAt, counts } = receipt;
  return { wish: wishOf(wish), startedAt, finishedAt, ...readCounts(counts) };
}
