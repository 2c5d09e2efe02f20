import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { DecisionDetail } from "./decision.ts";

const place = (row: string) => ({ table: "Decision", column: "detailSealed", row });
const appealPlace = (row: string) => ({ table: "Decision", column: "appealSealed", row });

interface Row {
  readonly id: string;
  readonly communityId: string;
}

export const sealDetail = (
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  { id, communityId }: Row,
  detail: DecisionDetail,
) => vault.seal(tx, { communityId }, place(id), JSON.stringify(detail));

export async function openDetail(
  tx: Tx | Core["db"],
  { vault }: Pick<Core, "vault">,
  { id, communityId, detailSealed }: Row & { readonly detailSealed: Uint8Array },
): Promise<DecisionDetail> {
  const detail: DecisionDetail = JSON.parse(await vault.open(tx, { communityId }, place(id), detailSealed));
  return detail;
}

/** The code to appeal with, kept only as long as a notice may have to show it. */
export const sealAppealCode = (
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  { id, communityId }: Row,
  code: string,
) => vault.seal(tx, { communityId }, appealPlace(id), code);

export const openAppealCode = (
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  { id, communityId, appealSealed }: Row & { readonly appealSealed: Uint8Array },
) => vault.open(tx, { communityId }, appealPlace(id), appealSealed);
