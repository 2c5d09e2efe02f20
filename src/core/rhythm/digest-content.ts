import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { readableQuestions } from "#core/peers/asked/readable-questions.ts";
import type { DigestContent } from "./cards.ts";
import { openItems } from "./digest-items.ts";
import { firstLine } from "./first-line.ts";
import { shownAnswers } from "./kept-answers.ts";
import { tipOf, tipSources } from "./tips.ts";

/** What may be shown of a digest now; undefined where nothing may. */
export async function digestContent(
  tx: Tx,
  core: Core,
  { memberId, communityId, week }: { memberId: string; communityId: string; week: string },
): Promise<DigestContent | undefined> {
  const row = await tx.digest.findUnique({ where: { memberId_week: { memberId, week } } });
  if (row === null) return undefined;
  const reader = { memberId, communityId };
  const items = await openItems(tx, core, row);
  const ids = items.questions;
  const answers = await shownAnswers(tx, core, reader, { ids: items.answers, now: core.clock.now() });
  const questions = await readableQuestions(tx, core, reader, { ids, most: ids.length });
  const [source] = items.tips.length === 0 ? [] : await tipSources(tx, reader, items.tips);
  const tip = source === undefined ? undefined : await tipOf(tx, core, source);
  if (answers.length + questions.length === 0 && tip === undefined) return undefined;
  return {
    week,
    answers: answers.map(({ entryId, question }) => ({ entryId, question })),
    isNear: items.isNear,
    questions: questions.map(({ questionId, text }) => ({ questionId, text: firstLine(text.question) })),
    tip,
  };
}
