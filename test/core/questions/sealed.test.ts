import { expect, test } from "vitest";
import { worryAbout } from "#core/moderation/worry-about.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { draftReply } from "#core/questions/draft-reply.ts";
import { editMessage } from "#core/questions/edit-message.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { sendReply } from "#core/questions/send-reply.ts";
import { describeOnBoth } from "../../support/databases.ts";
import type { TestCore } from "../../support/test-core.ts";
import { openPractice } from "./asked.ts";

const WORD = "zanzibarine";

/** Every row of every table as one text: bytes as they are and as base64 and hex. */
async function everything({ db }: TestCore): Promise<string> {
  const tables: readonly (readonly object[])[] = [
    await db.community.findMany(),
    await db.member.findMany(),
    await db.consent.findMany(),
    await db.question.findMany(),
    await db.message.findMany(),
    await db.messageVersion.findMany(),
    await db.delivery.findMany(),
    await db.deliveryLine.findMany(),
    await db.copy.findMany(),
    await db.credential.findMany(),
    await db.crisisAlert.findMany(),
    await db.worry.findMany(),
    await db.auditEntry.findMany(),
    await db.meta.findMany(),
  ];
  const values = tables.flat().flatMap((row) => Object.values(row));
  return values
    .map((value: unknown) => {
      if (!(value instanceof Uint8Array)) return String(value);
      const bytes = Buffer.from(value);
      return `${bytes.toString("latin1")}\n${bytes.toString("base64")}\n${bytes.toString("hex")}`;
    })
    .join("\n");
}

function forms(word: string): string[] {
  const bytes = Buffer.from(word);
  // The three alignments of base64, without the characters that depend on the neighbours.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString("base64")
      .replaceAll("=", "")
      .slice(4, -2),
  );
  return [word, bytes.toString("hex"), ...base64];
}

describeOnBoth("on disk", ({ openNew }) => {
  test("no word of a question, reply, answer or reason stands outside a seal", async () => {
    const { core, heron, ana, ask } = await openPractice(await openNew());
    const questionId = await ask({ text: `My ${WORD} hurts.`, tried: `A ${WORD} cream` });
    await sendQuestion(core, { actor: heron, questionId });
    await claimQuestion(core, { actor: ana, questionId });
    const text = {
      often: `A ${WORD} is common.`,
      can: "Take 400 mg twice a day.",
      urgent: "",
      clinician: "",
    };
    await answerQuestion(core, { actor: ana, questionId, text, overrideReason: `For the ${WORD}` });
    const { messageId } = await draftReply(core, { actor: heron, questionId, text: `The ${WORD} again` });
    await sendReply(core, { actor: heron, messageId });
    await editMessage(core, { actor: heron, messageId, text: `No ${WORD} now` });
    await sendReply(core, { actor: heron, messageId });
    await editMessage(core, { actor: heron, messageId, text: `Which ${WORD}?` });

    const person = { platform: "north", accountId: `account-${WORD}` };
    await worryAbout(core, { actor: heron, person, why: `She wrote ${WORD}` });

    const stored = await everything(core);
    for (const form of forms(WORD)) expect(stored).not.toContain(form);
    expect(JSON.stringify(core.logged)).not.toContain(WORD);

    // The search can find: a word that is stored in the open is found.
    await core.db.meta.create({ data: { name: "canary", value: WORD } });
    expect(await everything(core)).toContain(WORD);
  });
});
