import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { t } from "#core/language/t.ts";
import { crisisLinesFor } from "#core/screening/crisis-lines.ts";
import { crisisMessage } from "#core/screening/crisis-message.ts";
import { adviceMessage, worryMessage } from "#core/screening/worry-message.ts";
import type { CrisisSupportCard } from "./crisis-card.ts";

const ABOUT = ["raised", "somebody-is-here", "nobody-yet", "worry", "advice"] as const;

/** The reader's name, the lines of their country, and who signs. */
async function readerOf(tx: Tx, core: Core, memberId: string) {
  const { pseudonym, country, community } = await tx.member.findUniqueOrThrow({
    where: { id: memberId },
    include: { community: true },
  });
  const lines = crisisLinesFor(core.crisisLines(), country ?? community.country);
  return { pseudonym, lines, team: community.name };
}

async function loadAdvice(tx: Tx, core: Core, worryId: string): Promise<CrisisSupportCard | undefined> {
  const worry = await tx.worry.findUnique({ where: { id: worryId } });
  if (worry === null) return undefined;
  const text = adviceMessage({ ...(await readerOf(tx, core, worry.byId)), told: true });
  return { kind: "crisis-support", companyFor: undefined, about: "advice", text };
}

async function hereText(tx: Tx, takenById: string | null): Promise<string> {
  const taker = await tx.member.findUnique({ where: { id: takenById ?? "" } });
  return t(
    "{who} of the team has seen this and is here for you. They have not read your words: send your card, or use /ask, and they can write back to you here. If you are in danger now, please call first: /help-now has the numbers.",
    { who: taker?.pseudonym ?? t("Somebody") },
  );
}

/**
 * What a member is told: the lines at once, then whether somebody is here; or how to help somebody else. Subject:
 * `<about>:<alertId>`, of advice `advice:<worryId>`.
 */
export async function loadCrisisSupportCard(
  tx: Tx,
  core: Core,
  subjectId: string,
): Promise<CrisisSupportCard | undefined> {
  const [word, id = ""] = subjectId.split(":");
  const about = ABOUT.find((known) => known === word);
  if (about === undefined) return undefined;
  if (about === "advice") return loadAdvice(tx, core, id);
  const alert = await tx.crisisAlert.findUnique({ where: { id } });
  if (alert === null || alert.memberId === null) return undefined;
  const reader = await readerOf(tx, core, alert.memberId);
  const card = { kind: "crisis-support", companyFor: id, about } as const;
  if (about === "worry") return { ...card, text: worryMessage(reader) };
  if (about === "somebody-is-here")
    return { ...card, companyFor: undefined, text: await hereText(tx, alert.takenById) };
  const level = alert.level === "emergency" ? "emergency" : "crisis";
  const lines = crisisMessage({ ...reader, level });
  if (about === "raised") return { ...card, text: lines };
  const first = t(
    "Nobody of the team has been able to look yet, and we do not want you to wait for us. These people are there now:",
  );
  const text = `${first}\n\n${lines}`;
  return { ...card, text };
}
