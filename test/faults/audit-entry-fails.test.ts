import { expect, test } from "vitest";
import type { Store } from "#core/foundation/store/open-store.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { takeBack } from "#core/questions/take-back.ts";
import { openPractice } from "../core/questions/asked.ts";
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
  const [questions, messages, deliveries, consents] = await Promise.all([
    db.question.findMany(),
    db.message.findMany(),
    db.delivery.findMany(),
    db.consent.findMany(),
  ]);
  return JSON.stringify([questions, messages, deliveries, consents], (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
}

describeOnBoth("an act whose entry in the record cannot be written (fault 54)", ({ openNew }) => {
  test("does not happen, whatever it is, and can be done once the record is there again", async () => {
    const store = await openNew();
    const { core, heron, ana, ask } = await openPractice(store);
    const questionId = await ask();
    const acts = [
      () => sendQuestion(core, { actor: heron, questionId }),
      () => claimQuestion(core, { actor: ana, questionId }),
      () => takeBack(core, { actor: heron, questionId }),
    ];
    for (const act of acts) {
      const before = await everything(store);
      await withoutRecord(store, act);
      expect(await everything(store)).toBe(before);
      await act();
      expect(await everything(store)).not.toBe(before);
    }
  });
});
