import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { ReadingAlarmCard } from "./reading-alarm-card.ts";

/** Subject: `<memberId>:<day>`. */
export async function loadReadingAlarmCard(
  tx: Tx,
  _core: Core,
  subjectId: string,
): Promise<ReadingAlarmCard | undefined> {
  const [memberId = ""] = subjectId.split(":");
  const member = await tx.member.findUnique({ where: { id: memberId } });
  return member === null ? undefined : { kind: "reading-alarm", pseudonym: member.pseudonym };
}
