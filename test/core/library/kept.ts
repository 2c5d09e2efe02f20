import type { Actor } from "#core/access.ts";
import type { Store } from "#core/foundation/store/open-store.ts";
import { agreeToKeep } from "#core/library/agree-to-keep.ts";
import { findAnswers } from "#core/library/find-answers.ts";
import { passEntry } from "#core/library/pass-entry.ts";
import { proposeEntry } from "#core/library/propose-entry.ts";
import { openPractice, type Practice, questionAt } from "../questions/asked.ts";
import { joinAs } from "../small-town.ts";

export const WORDS = "Why do I get headaches after working at a screen?";

export interface Library extends Practice {
  /** Another patient, who looks for something. */
  readonly otter: Actor;
  /** The message of Ana's answer to Heron, and its question. */
  answered(): Promise<{ questionId: string; messageId: string }>;
  /** Ana wants to keep her answer. */
  proposed(): Promise<string>;
  agreed(): Promise<string>;
  kept(): Promise<string>;
  row(entryId: string): ReturnType<Practice["row"]>;
  entry(entryId: string): ReturnType<typeof entryRow>;
  /** The ids that Otter finds. */
  finds(words?: string, actor?: Actor): Promise<string[]>;
}

const entryRow = ({ core }: Practice, id: string) =>
  core.db.libraryEntry.findUniqueOrThrow({ where: { id } });

/** A practice with a second patient, and the steps that an answer takes until others find it. */
export async function openLibrary(store: Store): Promise<Library> {
  const practice = await openPractice(store);
  const { core, town, ana, ben, heron } = practice;
  const otter = await joinAs(town, "Loud Otter");
  const answered: Library["answered"] = async () => {
    const questionId = await questionAt(practice, "answered");
    // The patient has it: an answer that was not delivered yet goes when its author loses their standing.
    await core.db.delivery.updateMany({ where: { kind: "answer" }, data: { state: "done" } });
    const { id: messageId } = await core.db.message.findFirstOrThrow({
      where: { questionId, kind: "answer" },
    });
    return { questionId, messageId };
  };
  const proposed = async () => {
    const { messageId } = await answered();
    return (await proposeEntry(core, { actor: ana, named: { messageId }, words: WORDS })).entryId;
  };
  const agreed = async () => {
    const entryId = await proposed();
    await agreeToKeep(core, { actor: heron, entryId });
    return entryId;
  };
  return {
    ...practice,
    otter,
    answered,
    proposed,
    agreed,
    async kept() {
      const entryId = await agreed();
      await passEntry(core, { actor: ben, entryId, months: 12 });
      return entryId;
    },
    entry: (entryId) => entryRow(practice, entryId),
    async finds(words = "headache from a screen", actor = otter) {
      return (await findAnswers(core, { actor, words })).answers.map(({ entryId }) => entryId);
    },
  };
}
