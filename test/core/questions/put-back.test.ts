import { expect, test } from "vitest";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { draftReply } from "#core/questions/draft-reply.ts";
import { editDraft } from "#core/questions/edit-draft.ts";
import { editMessage } from "#core/questions/edit-message.ts";
import { loadTriageCard } from "#core/questions/load-triage-card.ts";
import { putBack } from "#core/questions/put-back.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { sendReply } from "#core/questions/send-reply.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { auditOf, codeOf, joinAs } from "../small-town.ts";
import { ASKED, openPractice } from "./asked.ts";

const TEXT = "Is Hope cream safe? Maria Lopez uses it since 3 March. Hope helps. Call 020 7946 0958.";

describeOnBoth("what was removed by mistake", ({ openNew }) => {
  test("is put back wherever it stands, and nothing else; contact data never", async () => {
    const { core, town, heron, orders } = await openPractice(await openNew());
    const draft = await draftQuestion(core, { actor: heron, ...ASKED, text: TEXT });
    const { questionId, messageId, edition } = draft;
    expect(draft.crossing.question).toBe(
      "Is [name] cream safe? [name 2] uses it since [date]. [name] helps. Call [phone number].",
    );
    const once = await putBack(core, { actor: heron, messageId, edition, which: 0 });
    expect(once.crossing.question).toBe(
      "Is Hope cream safe? [name 2] uses it since [date]. Hope helps. Call [phone number].",
    );
    const twice = await putBack(core, { actor: heron, messageId, edition: once.edition, which: 1 });
    expect(twice.crossing.question).toContain("[name 2] uses it since 3 March. Hope");
    // Of what is left only the name may be put back: the number is no choice.
    const more = { actor: heron, messageId, edition: twice.edition, which: 1 };
    expect(await codeOf(putBack(core, more))).toBe("stale_card");
    expect(await orders()).toEqual([]);
    const edited = await editDraft(core, { actor: heron, questionId, text: `${TEXT} Thanks.`, tried: "" });
    expect(edited.crossing.question).toContain("Is Hope cream safe? [name 2] uses it since 3 March.");
    await sendQuestion(core, { actor: heron, questionId, edition: edited.edition });
    const card = await core.tx((tx) => loadTriageCard(tx, core, questionId));
    expect(card?.text?.question).toContain("Is Hope cream safe?");
    expect(JSON.stringify(card)).not.toMatch(/Lopez|7946/);
    expect((await auditOf(town, messageId)).filter((verb) => verb === "message.put-back").length).toBe(2);
  });

  test("of two presses on one card one counts, and a card that is older than the text counts not at all", async () => {
    const { core, heron } = await openPractice(await openNew());
    const { messageId, edition } = await draftQuestion(core, { actor: heron, ...ASKED, text: TEXT });
    const press = () => codeOf(putBack(core, { actor: heron, messageId, edition, which: 0 }));
    expect((await Promise.all([press(), press()])).sort()).toEqual(["ok", "stale_card"]);
    expect(await press()).toBe("stale_card");
  });

  test("is nobody else's to put back, and nothing is put back into what has crossed", async () => {
    const { core, town, heron } = await openPractice(await openNew());
    const wren = await joinAs(town, "Busy Wren");
    const { questionId, messageId, edition } = await draftQuestion(core, {
      actor: heron,
      ...ASKED,
      text: TEXT,
    });
    expect(await codeOf(putBack(core, { actor: wren, messageId, edition, which: 0 }))).toBe("not_found");
    await sendQuestion(core, { actor: heron, questionId });
    expect(await codeOf(putBack(core, { actor: heron, messageId, edition, which: 0 }))).toBe("not_found");
  });

  test("a reply, and the new text of what has crossed, keep what was put back until Send and after it", async () => {
    const { core, heron, send } = await openPractice(await openNew());
    const questionId = await send();
    const reply = await draftReply(core, { actor: heron, questionId, text: "Is Hope cream any good?" });
    const { messageId } = reply;
    const kept = await putBack(core, { actor: heron, messageId, edition: reply.edition, which: 0 });
    expect(kept.crossing.question).toBe("Is Hope cream any good?");
    await sendReply(core, { actor: heron, messageId, edition: kept.edition });
    const edit = await editMessage(core, {
      actor: heron,
      messageId,
      text: "Is Hope cream any good? Does Bob Dylan music help?",
    });
    expect(edit.crossing.question).toBe("Is Hope cream any good? Does [name 2] music help?");
    const both = await putBack(core, { actor: heron, messageId, edition: edit.edition, which: 0 });
    expect([both.kind, both.crossing.question]).toEqual([
      "edit",
      "Is Hope cream any good? Does Bob Dylan music help?",
    ]);
    await sendReply(core, { actor: heron, messageId, edition: both.edition });
  });

  test("help for somebody in danger goes on standing above the card, and nobody is alarmed twice", async () => {
    const { core, heron } = await openPractice(await openNew());
    const text = "I want to kill myself tonight. Not even Bob Dylan helps.";
    const draft = await draftQuestion(core, { actor: heron, ...ASKED, text });
    const again = await putBack(core, {
      actor: heron,
      messageId: draft.messageId,
      edition: draft.edition,
      which: 0,
    });
    expect(again.alert?.text).toContain("116 123");
    expect(again.alert?.alertId).toBe(draft.alert?.alertId);
    expect(await core.db.crisisAlert.count()).toBe(1);
  });
});
