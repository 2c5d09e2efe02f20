import { expect, test } from "vitest";
import { reportMessage } from "#core/moderation/reports/report-message.ts";
import { cancelDraft } from "#core/questions/cancel-draft.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { draftReply } from "#core/questions/draft-reply.ts";
import { editDraft } from "#core/questions/edit-draft.ts";
import { ASKED, openPractice } from "../core/questions/asked.ts";
import { codeOf } from "../core/small-town.ts";
import { describeOnBoth } from "../support/databases.ts";

const DANGER = "I want to kill myself tonight. ";

describeOnBoth("a text that is refused for its form (fault 46)", ({ openNew }) => {
  test("is heard all the same when it shows danger", async () => {
    const { core, heron, orders } = await openPractice(await openNew());
    await orders();
    const text = DANGER + "It has been so long. ".repeat(120);
    await expect(draftQuestion(core, { ...ASKED, actor: heron, text })).rejects.toMatchObject({
      code: "too_long",
      help: { text: expect.stringContaining("You can talk to someone now") },
    });
    expect(await orders()).toEqual(["post crisis south", "post crisis-support north"]);
    expect(await core.db.question.count()).toBe(0);
  });

  test("and so is one that is meant as a reply, even of 40,000 characters", async () => {
    const { core, heron, orders, send } = await openPractice(await openNew());
    const questionId = await send();
    await orders();
    const text = "So long. ".repeat(4000) + DANGER;
    expect(await codeOf(draftReply(core, { actor: heron, questionId, text }))).toBe("too_long");
    expect(await orders()).toEqual(["post crisis south", "post crisis-support north"]);
  });

  test("and so is a patient's reason of a report, sent or refused", async () => {
    for (const reason of [DANGER, DANGER + "So long. ".repeat(100)]) {
      const { core, heron, orders, send } = await openPractice(await openNew());
      const questionId = await send();
      await orders();
      await codeOf(reportMessage(core, { actor: heron, questionId, reason }));
      expect(await orders()).toContain("post crisis south");
    }
  });

  test("and so is an edit of what is no longer there", async () => {
    const { core, heron, orders, ask } = await openPractice(await openNew());
    const questionId = await ask();
    await cancelDraft(core, { actor: heron, questionId });
    await orders();
    const edit = editDraft(core, { actor: heron, questionId, text: DANGER, tried: "" });
    expect(await codeOf(edit)).toBe("not_found");
    expect(await orders()).toContain("post crisis south");
  });

  test("raises nothing when it only is too long", async () => {
    const { core, heron, orders } = await openPractice(await openNew());
    await orders();
    const text = "Why am I so tired? ".repeat(200);
    expect(await codeOf(draftQuestion(core, { ...ASKED, actor: heron, text }))).toBe("too_long");
    expect(await orders()).toEqual([]);
  });
});
