import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { type Amber, ambersIn } from "./ambers.ts";

/** The labels that a member never wants to see. */
export async function ambersOf(db: Tx | Core["db"], memberId: string): Promise<readonly Amber[]> {
  const rows = await db.memberAmber.findMany({ where: { memberId }, select: { label: true } });
  return ambersIn(rows.map(({ label }) => label));
}
