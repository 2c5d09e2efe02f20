import { expect, test } from "vitest";
import { draftReply } from "#core/questions/draft-reply.ts";
import { removeBySource } from "#core/questions/remove-by-source.ts";
import { setSendWithoutAsking } from "#core/questions/set-send-without-asking.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { codeOf, joinAs } from "../small-town.ts";
import { openPractice, questionAt } from "./asked.ts";

describeOnBoth("sending without asking", ({ openNew }) => {
  test("is off until the asker wishes it, holds for one question, and can be switched off", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron, orders } = practice;
    const questionId = await questionAt(practice, "answered");
    const otherId = await questionAt(practice, "answered");
    const reply = (text: string, to = questionId) => draftReply(core, { actor: heron, questionId: to, text });
    expect((await reply("It got better")).state).toBe("shown");
    await setSendWithoutAsking(core, { actor: heron, questionId, on: true });
    await orders();
    const { state, messageId } = await reply("It got better again");
    expect(state).toBe("sent");
    expect(await orders()).toContain("post follow-up south");
    expect(await core.db.message.findUniqueOrThrow({ where: { id: messageId } })).toMatchObject({
      state: "sent",
      version: 1,
    });
    expect((await reply("And here?", otherId)).state).toBe("shown");
    await setSendWithoutAsking(core, { actor: heron, questionId, on: false });
    expect((await reply("Once more")).state).toBe("shown");
  });

  test("sends a typed message once, however often it is told of", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron } = practice;
    const questionId = await questionAt(practice, "answered");
    await setSendWithoutAsking(core, { actor: heron, questionId, on: true });
    const sourceMessage = { platform: "north", channelId: "dm-1", messageId: "typed-9" };
    const told = () => draftReply(core, { actor: heron, questionId, text: "Better", sourceMessage });
    const [first, again] = [await told(), await told()];
    expect([first.state, again.state]).toEqual(["sent", "sent"]);
    expect(again.messageId).toBe(first.messageId);
    await removeBySource(core, { actor: heron, sourceMessage });
    expect((await told()).state).toBe("over");
    expect(await core.db.message.count({ where: { kind: "follow-up", questionId } })).toBe(1);
  });

  test("never holds for a text that something was removed from, or that shows danger", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron } = practice;
    const questionId = await questionAt(practice, "answered");
    await setSendWithoutAsking(core, { actor: heron, questionId, on: true });
    const reply = (text: string) => draftReply(core, { actor: heron, questionId, text });
    expect((await reply("Call me on 020 7946 0958")).state).toBe("shown");
    const grave = await reply("I want to kill myself tonight");
    expect(grave.state).toBe("shown");
    expect(grave.alert).toBeDefined();
  });

  test("is for the asker alone", async () => {
    const practice = await openPractice(await openNew());
    const questionId = await questionAt(practice, "answered");
    const otter = await joinAs(practice.town, "Calm Otter");
    expect(await codeOf(setSendWithoutAsking(practice.core, { actor: otter, questionId, on: true }))).toBe(
      "not_found",
    );
  });
});
