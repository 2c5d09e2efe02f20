import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { readableQuestions } from "#core/peers/asked/readable-questions.ts";
import { type DigestItems, unseen } from "./digest-items.ts";
import { newlyKept, shownAnswers } from "./kept-answers.ts";
import { nearTopics } from "./near-topics.ts";
import { tipOf, tipSources } from "./tips.ts";

const MOST = 3;
const MOST_QUESTIONS_LOOKED_AT = 50;

interface Reader {
  readonly memberId: string;
  readonly communityId: string;
}

/** Up to three that are near to the reader; where none is, the newest here. */
async function pickAnswers(
  tx: Tx,
  core: Core,
  reader: Reader,
  { topics, now }: { topics: ReadonlySet<string>; now: Date },
): Promise<Pick<DigestItems, "answers" | "isNear">> {
  const kept = await newlyKept(tx, reader, now);
  const ids = kept.map(({ id }) => id);
  const fresh = await unseen(tx, core, reader.memberId, "answer", ids);
  const shown = await shownAnswers(tx, core, reader, { ids: fresh, now });
  const near = shown.filter(({ topic }) => topics.has(topic));
  const chosen = near.length > 0 ? near : shown;
  return { answers: chosen.slice(0, MOST).map(({ entryId }) => entryId), isNear: near.length > 0 };
}

async function pickQuestions(tx: Tx, core: Core, reader: Reader): Promise<string[]> {
  const readable = await readableQuestions(tx, core, reader, { most: MOST_QUESTIONS_LOOKED_AT });
  const ids = readable.map(({ questionId }) => questionId);
  return (await unseen(tx, core, reader.memberId, "question", ids)).slice(0, MOST);
}

/** One, near to the reader where there is such a one. */
async function pickTip(
  tx: Tx,
  core: Core,
  reader: Reader,
  topics: ReadonlySet<string>,
): Promise<string | undefined> {
  const rows = await tipSources(tx, reader);
  const ids = rows.map(({ id }) => id);
  const fresh = new Set(await unseen(tx, core, reader.memberId, "tip", ids));
  const isNear = ({ topic }: (typeof rows)[number]) => topics.has(topic ?? "");
  const wanted = rows.filter(({ id }) => fresh.has(id));
  for (const row of [...wanted.filter(isNear), ...wanted.filter((one) => !isNear(one))])
    if ((await tipOf(tx, core, row)) !== undefined) return row.id;
  return undefined;
}

/** What goes into a member's digest of this week: nothing of their own, and nothing that stood in one before. */
export async function pickItems(tx: Tx, core: Core, reader: Reader, now: Date): Promise<DigestItems> {
  const topics = await nearTopics(tx, core, reader.memberId);
  const tip = await pickTip(tx, core, reader, topics);
  return {
    ...(await pickAnswers(tx, core, reader, { topics, now })),
    questions: await pickQuestions(tx, core, reader),
    tips: tip === undefined ? [] : [tip],
  };
}
