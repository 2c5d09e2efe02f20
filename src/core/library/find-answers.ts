import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Help } from "#core/errors.ts";
import { findEntries } from "#core/foundation/search/find-entries.ts";
import { hearDanger } from "#core/moderation/hear-danger.ts";
import type { Draft } from "#core/questions/draft.ts";
import { checkedText } from "#core/questions/message-text.ts";
import type { LibraryAnswer } from "./cards.ts";
import { ENTRY_LIMITS } from "./library-entry.ts";
import { loadAnswers } from "./load-answers.ts";

/** One search gives no more: nobody copies the library by a few of them. */
const MOST_SHOWN = 3;
/** Of what is found some may not be shown any more. */
const MOST_LOOKED_AT = 8;
const SEARCH_BYTES = 6;

export interface FoundAnswers {
  readonly answers: readonly LibraryAnswer[];
  /** A random name of this search, by which a thanks counts once. */
  readonly search: string;
  /** Help for whoever may be in danger; then it comes alone. */
  readonly help?: Help;
}

async function likely(
  core: Core,
  { communityId }: Actor,
  words: string,
  topic?: string,
): Promise<readonly LibraryAnswer[]> {
  const about = topic === undefined ? {} : { topic };
  const found = await findEntries(core, {
    ...{ communityId, words, kind: "answer", limit: MOST_LOOKED_AT },
    ...about,
  });
  if (found.length === 0) return [];
  const ids = found.map(({ subjectId }) => subjectId);
  const answers = await core.tx((tx, now) => loadAnswers(tx, core, { communityId, ids, now }));
  return answers.slice(0, MOST_SHOWN);
}

/**
 * Up to three answers that are likely to be about these words. The words are kept nowhere, and nothing says who looked for
 * what; but words of somebody in danger raise an alert, and bring help instead of answers. Refuses empty, too_long.
 */
export async function findAnswers(
  core: Core,
  { actor, words, topic }: { actor: Actor; words: string; topic?: string },
): Promise<FoundAnswers> {
  authorise(actor, "library.find");
  const search = Buffer.from(core.randomBytes(SEARCH_BYTES)).toString("base64url");
  const help = await hearDanger(core, { actor, text: words });
  if (help !== undefined) return { answers: [], search, help };
  const asked = checkedText(words, "field with the words", ENTRY_LIMITS.words);
  return { answers: await likely(core, actor, asked, topic), search };
}

/** Find before asking: what the library has about a question that was not sent yet. Nothing stands above help. */
export async function answersFor(
  core: Core,
  { actor, draft }: { actor: Actor; draft: Draft },
): Promise<readonly LibraryAnswer[]> {
  authorise(actor, "library.find");
  if (draft.kind !== "question" || draft.alert !== undefined) return [];
  return likely(core, actor, draft.crossing.question);
}
