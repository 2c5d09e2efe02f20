import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { crisisMessage } from "#core/screening/crisis-message.ts";
import type { CrisisSupportCard } from "./crisis-card.ts";

const ABOUT = ["raised", "somebody-is-here", "nobody-yet"] as const;

/** What the member is told: the lines at once, then whether somebody is here. Subject: `<about>:<alertId>`. */
export async function loadCrisisSupportCard(
  tx: Tx,
  _core: Core,
  subjectId: string,
): Promise<CrisisSupportCard | undefined> {
  const [word, alertId = ""] = subjectId.split(":");
  const about = ABOUT.find((known) => known === word);
  const alert = await tx.crisisAlert.findUnique({ where: { id: alertId } });
  if (alert === null || about === undefined) return undefined;
  const member = await tx.member.findUniqueOrThrow({
    where: { id: alert.memberId },
    include: { community: true },
  });
  const level = alert.level === "emergency" ? "emergency" : "crisis";
  const country = member.country ?? member.community.country;
  const lines = crisisMessage({ pseudonym: member.pseudonym, country, level, team: member.community.name });
  if (about === "raised") return { kind: "crisis-support", alertId, about, text: lines };
  if (about === "somebody-is-here") {
    const taker = await tx.member.findUnique({ where: { id: alert.takenById ?? "" } });
    const text = `${taker?.pseudonym ?? "Somebody"} of the team has seen this and is here for you. They have not read your words: send your card, or use /ask, and they can write back to you here. If you are in danger now, please call the numbers above first.`;
    return { kind: "crisis-support", alertId, about, text };
  }
  const text = `Nobody of the team has been able to look yet, and we do not want you to wait for us. These people are there now:\n\n${lines}`;
  return { kind: "crisis-support", alertId, about, text };
}
