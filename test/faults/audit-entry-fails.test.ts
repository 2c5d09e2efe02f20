import { expect, test } from "vitest";
import { setSecondLooks } from "#core/communities/set-second-looks.ts";
import type { Store } from "#core/foundation/store/open-store.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { lapseLooksDue } from "#core/questions/second-look/lapse-looks-due.ts";
import { passAnswer } from "#core/questions/second-look/pass-answer.ts";
import { readLook } from "#core/questions/second-look/read-look.ts";
import { sendBackAnswer } from "#core/questions/second-look/send-back-answer.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { takeBack } from "#core/questions/take-back.ts";
import { ANSWER, openPractice } from "../core/questions/asked.ts";
import { describeOnBoth } from "../support/databases.ts";

/** The record cannot be written while this runs. */
async function withoutRecord(store: Store, act: () => Promise<unknown>): Promise<void> {
  await store.db.$executeRawUnsafe(`ALTER TABLE "AuditEntry" RENAME TO "AuditEntryAway"`);
  try {
    await expect(act()).rejects.toThrow();
  } finally {
    await store.db.$executeRawUnsafe(`ALTER TABLE "AuditEntryAway" RENAME TO "AuditEntry"`);
  }
}

async function everything({ db }: Store): Promise<string> {
  const [questions, messages, deliveries, consents, looks] = await Promise.all([
    db.question.findMany(),
    db.message.findMany(),
    db.delivery.findMany(),
    db.consent.findMany(),
    db.look.findMany(),
  ]);
  return JSON.stringify([questions, messages, deliveries, consents, looks], (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
}

/** Each act fails whole while the record is away, and works once it is back. */
async function eachWholly(store: Store, acts: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const act of acts) {
    const before = await everything(store);
    await withoutRecord(store, act);
    expect(await everything(store)).toBe(before);
    await act();
    expect(await everything(store)).not.toBe(before);
  }
}

describeOnBoth("an act whose entry in the record cannot be written (fault 54)", ({ openNew }) => {
  test("does not happen, whatever it is, and can be done once the record is there again", async () => {
    const store = await openNew();
    const { core, heron, ana, ask } = await openPractice(store);
    const questionId = await ask();
    await eachWholly(store, [
      () => sendQuestion(core, { actor: heron, questionId }),
      () => claimQuestion(core, { actor: ana, questionId }),
      () => takeBack(core, { actor: heron, questionId }),
    ]);
  });

  test("does not happen to an answer that a colleague looks at first either", async () => {
    const store = await openNew();
    const { core, clock, ana, ben, send, town } = await openPractice(store);
    await setSecondLooks(core, { actor: town.admin, secondLooks: 2 });
    const questionId = await send();
    const look = async () => ({ actor: ben, ...(await readLook(core, { actor: ben, questionId })) });
    const answer = () => answerQuestion(core, { actor: ana, questionId, text: ANSWER });
    await claimQuestion(core, { actor: ana, questionId });
    await eachWholly(store, [
      answer,
      async () => sendBackAnswer(core, { ...(await look()), note: "Say when to be seen." }),
      answer,
    ]);
    clock.advance(core.config.timing.lookMs);
    await eachWholly(store, [
      () => lapseLooksDue(core),
      () => claimQuestion(core, { actor: ana, questionId }),
      answer,
      async () => passAnswer(core, await look()),
    ]);
  });
});
