import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { CapCard } from "./cap-card.ts";
import { waitsForCaps } from "./waiting.ts";

/** Subject: `<communityId>:<when>`. Nothing to say any more where somebody came who has room. */
export async function loadCapCard(tx: Tx, core: Core, subjectId: string): Promise<CapCard | undefined> {
  const [communityId = ""] = subjectId.split(":");
  const waits = await waitsForCaps(tx, { communityId, now: core.clock.now() });
  return waits === undefined ? undefined : { kind: "cap", waiting: waits.cases, urgent: waits.urgent };
}
