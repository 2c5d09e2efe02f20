import { expect, test } from "vitest";
import { cancelReply } from "#core/questions/cancel-reply.ts";
import { draftReply } from "#core/questions/draft-reply.ts";
import { editDraft } from "#core/questions/edit-draft.ts";
import { editMessage } from "#core/questions/edit-message.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { sendReply } from "#core/questions/send-reply.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { codeOf } from "../small-town.ts";
import { openPractice, questionAt } from "./asked.ts";

describeOnBoth("Send crosses the card that was seen, or nothing", ({ openNew }) => {
  test("a question that was edited since its card was shown", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron, row, ask } = practice;
    const questionId = await ask();
    const { edition } = await editDraft(core, { actor: heron, questionId, text: "Why at night?", tried: "" });
    const send = (seen: number) => codeOf(sendQuestion(core, { actor: heron, questionId, edition: seen }));
    expect(await send(edition - 1)).toBe("stale_card");
    expect((await row(questionId)).status).toBe("draft");
    expect(await send(edition)).toBe("ok");
  });

  test("a reply that was edited since, and a new version of one that crossed", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron } = practice;
    const questionId = await questionAt(practice, "answered");
    const first = await draftReply(core, { actor: heron, questionId, text: "It is better" });
    const { messageId } = first;
    const send = (edition: number) => codeOf(sendReply(core, { actor: heron, messageId, edition }));
    const edit = (text: string) => editMessage(core, { actor: heron, messageId, text });
    const second = await edit("It is much better");
    expect(await send(first.edition)).toBe("stale_card");
    expect(await send(second.edition)).toBe("ok");
    const other = await draftReply(core, { actor: heron, questionId, text: "Not this" });
    await cancelReply(core, { actor: heron, messageId: other.messageId });
    expect(await codeOf(sendReply(core, { actor: heron, ...other }))).toBe("not_found");
    const third = await edit("It is worse");
    const fourth = await edit("It is worse again");
    expect(await send(third.edition)).toBe("stale_card");
    expect(await send(fourth.edition)).toBe("ok");
  });
});
