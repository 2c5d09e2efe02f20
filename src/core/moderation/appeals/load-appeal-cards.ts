import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { readNote } from "../cases/case-notes.ts";
import { appealStateOf } from "./appeal.ts";
import type { AppealCard, AppealNoticeCard } from "./cards.ts";

export async function loadAppealCard(tx: Tx, _core: Core, appealId: string): Promise<AppealCard | undefined> {
  const appeal = await tx.appeal.findUnique({
    where: { id: appealId },
    include: { decision: { include: { case: true } } },
  });
  if (appeal === null) return undefined;
  const { decision } = appeal;
  return {
    kind: "appeal",
    appealId,
    caseNumber: decision.case.number,
    action: decision.case.onlyLeads ? undefined : decision.action,
    filedAt: appeal.filedAt,
    dueAt: appeal.dueAt,
    state: appealStateOf(appeal.state),
  };
}

/** Subject: the note that holds what is said. */
export async function loadAppealNoticeCard(
  tx: Tx,
  core: Core,
  noteId: string,
): Promise<AppealNoticeCard | undefined> {
  const note = await readNote(tx, core, noteId);
  if (note === undefined) return undefined;
  const appeal = await tx.appeal.findFirst({
    where: { decision: { caseId: note.caseId } },
    orderBy: { id: "desc" },
  });
  if (appeal === null) return undefined;
  const { name } = await tx.community.findUniqueOrThrow({ where: { id: note.communityId } });
  const base = {
    kind: "appeal-notice",
    decisionId: appeal.decisionId,
    community: name,
    text: note.text,
  } as const;
  if (note.kind === "appeal-question") return { ...base, about: "asked" };
  if (note.kind !== "appeal-decision") return undefined;
  return { ...base, about: appeal.state === "overturned" ? "overturned" : "upheld" };
}
