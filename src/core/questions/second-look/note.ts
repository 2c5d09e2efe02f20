import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";

function place(lookId: string) {
  return { table: "Look", column: "noteSealed", row: lookId };
}

/** What should change may repeat what the patient wrote, so that it is sealed with the patient's key. */
export async function sealNote(
  tx: Tx,
  core: Core,
  { askerId, lookId, note }: { askerId: string; lookId: string; note: string },
) {
  return core.vault.seal(tx, { memberId: askerId }, place(lookId), note);
}

export async function openNote(
  tx: Tx,
  core: Core,
  { askerId, lookId, blob }: { askerId: string; lookId: string; blob: Uint8Array },
): Promise<string> {
  return core.vault.open(tx, { memberId: askerId }, place(lookId), blob);
}
