import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { isOver, monthNamed } from "./month.ts";
import type { TransparencyCard } from "./transparency-card.ts";
import { readTransparency } from "./transparency-report.ts";

/** Subject: a community and a month that is over. */
export async function loadTransparencyCard(
  tx: Tx,
  core: Core,
  subjectId: string,
): Promise<TransparencyCard | undefined> {
  const [communityId = "", named = ""] = subjectId.split(":");
  const month = monthNamed(named);
  if (month === undefined || !isOver(month, core.clock.now())) return undefined;
  const report = await readTransparency(tx, { communityId, month, rules: core.rules() });
  return { kind: "transparency", report };
}
