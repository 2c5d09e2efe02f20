import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

type Column = "originalSealed" | "crossingSealed";

interface At {
  readonly updateId: string;
  readonly authorId: string;
  readonly column: Column;
}

const place = ({ updateId, column }: At) => ({ table: "CircleUpdate", column, row: updateId });

export function sealUpdate(tx: Tx, { vault }: Core, at: At, text: string) {
  return vault.seal(tx, { memberId: at.authorId }, place(at), text);
}

/** For many to be opened at once. */
export const sealedUpdate = (at: At, blob: Uint8Array) => ({
  owner: { memberId: at.authorId },
  place: place(at),
  blob,
});

export function openUpdate(tx: Tx, { vault }: Core, at: At, blob: Uint8Array): Promise<string> {
  return vault.open(tx, { memberId: at.authorId }, place(at), blob);
}
