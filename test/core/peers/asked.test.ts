import { expect, test } from "vitest";
import { reportPeerQuestion } from "#core/moderation/reports/report-peer-question.ts";
import { askPeers } from "#core/peers/asked/ask-peers.ts";
import { openPeerQuestion } from "#core/peers/asked/open-peer-question.ts";
import { previewForPeers } from "#core/peers/asked/preview-for-peers.ts";
import { questionsForPeers } from "#core/peers/asked/questions-for-peers.ts";
import { stopAskingPeers } from "#core/peers/asked/stop-asking-peers.ts";
import { blockAccount } from "#core/peers/blocks/block-account.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { editMessage } from "#core/questions/edit-message.ts";
import { sendReply } from "#core/questions/send-reply.ts";
import { takeBack } from "#core/questions/take-back.ts";
import { showDigest } from "#core/rhythm/show-digest.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { ANSWER, ASKED } from "../questions/asked.ts";
import { weekly } from "../rhythm/weekly.ts";
import { addCommunity, codeOf, joinAs } from "../small-town.ts";

describeOnBoth("a question that other members may read", ({ openNew }) => {
  test("is read by nobody before its patient agreed to exactly that text, and then without a name; nor after they stopped", async () => {
    const it = await weekly(await openNew());
    const { core, heron, otter, town } = it;
    const questionId = await it.send();
    const opens = (actor = otter) => codeOf(openPeerQuestion(core, { actor, questionId }));
    expect([await opens(), await questionsForPeers(core, { actor: otter })]).toEqual(["not_found", []]);
    const own = await previewForPeers(core, { actor: heron, questionId });
    expect(own).toMatchObject({ isOpen: false, version: 1, text: { tried: ASKED.tried } });
    expect(own.text.question).not.toContain("heron@example.org");
    expect(await opens()).toBe("not_found");
    expect(await codeOf(previewForPeers(core, { actor: otter, questionId }))).toBe("not_found");
    expect(await codeOf(askPeers(core, { actor: otter, questionId, version: 1 }))).toBe("not_found");
    expect(await codeOf(askPeers(core, { actor: heron, questionId, version: 2 }))).toBe("stale_card");
    for (const _ of [1, 2]) await askPeers(core, { actor: heron, questionId, version: 1 });
    const consents = () =>
      core.db.consent.findMany({
        where: { purpose: "peers" },
        select: { questionId: true, withdrawnAt: true },
      });
    expect(await consents()).toEqual([{ questionId, withdrawnAt: null }]);
    const read = await openPeerQuestion(core, { actor: otter, questionId });
    expect(read).toMatchObject({ topic: ASKED.topic, text: own.text });
    expect(JSON.stringify(read)).not.toMatch(/Heron|heron@/);
    expect(await opens(heron)).toBe("not_found");
    const lantern = await addCommunity(core, it.clock, { name: "Lantern", actor: town.admin });
    expect(await opens(await joinAs(lantern, "Far Wren"))).toBe("not_found");

    await it.wants(otter);
    expect(await it.sunday()).toBe(1);
    expect(it.digests()).toMatchObject([{ counts: { questions: 1 } }]);
    expect(await it.sunday()).toBe(0);
    expect(await codeOf(stopAskingPeers(core, { actor: otter, questionId }))).toBe("not_found");
    expect(await opens()).toBe("ok");
    await stopAskingPeers(core, { actor: heron, questionId });
    expect([await opens(), await questionsForPeers(core, { actor: otter })]).toEqual(["not_found", []]);
    expect(await codeOf(showDigest(core, { actor: otter, week: "2031-03-03" }))).toBe("not_found");
    expect((await consents()).every(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true);
  });

  test("is read no more once it was edited, answered, taken back, paused or hidden, or one of both blocked the other; in danger never", async () => {
    const it = await weekly(await openNew());
    const { core, heron, otter, ana } = it;
    const openOne = async () => {
      const questionId = await it.send();
      await askPeers(core, { actor: heron, questionId, version: 1 });
      return questionId;
    };
    const opens = (questionId: string) => codeOf(openPeerQuestion(core, { actor: otter, questionId }));
    const [edited, answered, back, paused, hidden, stays] = [
      await openOne(),
      await openOne(),
      await openOne(),
      await openOne(),
      await openOne(),
      await openOne(),
    ];
    const { id: messageId } = await core.db.message.findFirstOrThrow({ where: { questionId: edited } });
    await editMessage(core, { actor: heron, messageId, text: "It is my back now." });
    await sendReply(core, { actor: heron, messageId });
    expect(await opens(edited)).toBe("not_found");
    expect(await previewForPeers(core, { actor: heron, questionId: edited })).toMatchObject({
      isOpen: false,
      version: 2,
    });
    await claimQuestion(core, { actor: ana, questionId: answered });
    expect(await opens(answered)).toBe("ok");
    await answerQuestion(core, { actor: ana, questionId: answered, text: ANSWER });
    expect(await codeOf(previewForPeers(core, { actor: heron, questionId: answered }))).toBe(
      "cannot_ask_peers",
    );
    await takeBack(core, { actor: heron, questionId: back });
    await core.db.question.update({ where: { id: paused }, data: { pausedAt: it.clock.now() } });
    await core.db.message.updateMany({ where: { questionId: hidden }, data: { hiddenAt: it.clock.now() } });
    for (const questionId of [answered, back, paused, hidden])
      expect(await opens(questionId)).toBe("not_found");
    expect(await codeOf(askPeers(core, { actor: heron, questionId: hidden, version: 1 }))).toBe(
      "cannot_ask_peers",
    );

    await core.db.message.updateMany({ where: { questionId: stays }, data: { verdict: "concern" } });
    expect(await opens(stays)).toBe("not_found");
    await core.db.message.updateMany({ where: { questionId: stays }, data: { verdict: "clear" } });
    expect(await opens(stays)).toBe("ok");
    const gone = { actor: otter, questionId: back, reason: "It names somebody." };
    expect(await codeOf(reportPeerQuestion(core, gone))).toBe("not_found");
    await reportPeerQuestion(core, { ...gone, questionId: stays });
    expect((await it.row(stays)).pausedAt).toBeNull();
    expect(await core.db.case.count({ where: { state: "open" } })).toBe(1);
    expect(await opens(stays)).toBe("not_found");
    await core.db.case.updateMany({ data: { state: "decided", openKey: null } });
    expect(await opens(stays)).toBe("ok");
    await blockAccount(core, { actor: heron, person: { platform: "north", accountId: "Loud Otter" } });
    expect(await opens(stays)).toBe("not_found");
  });
});
