import { expect, test } from "vitest";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { replyToAppeal } from "#core/moderation/appeals/reply-to-appeal.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { reportMember } from "#core/moderation/reports/report-member.ts";
import { reportMessage } from "#core/moderation/reports/report-message.ts";
import { cancelDraft } from "#core/questions/cancel-draft.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { draftReply } from "#core/questions/draft-reply.ts";
import { editDraft } from "#core/questions/edit-draft.ts";
import { moderatedTown } from "../core/moderation/moderated.ts";
import { ASKED, openPractice } from "../core/questions/asked.ts";
import { codeOf, joinAs } from "../core/small-town.ts";
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

  test("and so is the reason of a report that is refused for what it is about", async () => {
    const { core, heron, orders } = await openPractice(await openNew());
    await orders();
    const person = { platform: "north", spaceId: "Sunny Side/patients", accountId: "Quiet Heron" };
    await expect(reportMember(core, { actor: heron, person, reason: DANGER })).rejects.toMatchObject({
      code: "own_report",
      help: { text: expect.stringContaining("You can talk to someone now") },
    });
    expect(await orders()).toContain("post crisis south");
    expect(await core.db.report.count()).toBe(0);
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

describeOnBoth("an appeal that is refused (fault 46)", ({ openNew }) => {
  const long = DANGER + "It has been so long. ".repeat(120);
  const setUp = async () => {
    const town = await moderatedTown(await openNew());
    const otter = await joinAs(town, "Loud Otter");
    const person = { platform: "north", spaceId: "Sunny Side/patients", accountId: "Loud Otter" };
    const { caseId } = await reportMember(town.core, { actor: town.kit, person, reason: "Rude" });
    const chosen = { action: "ban", forMs: 86_400_000, rule: "1", reason: "Rude." } as const;
    const { decisionId } = await decideCase(town.core, { actor: town.mo, named: caseId, chosen });
    await town.drain();
    const told = town.cards(town.north, "decision")[0]?.appeal;
    if (told === undefined || !("code" in told)) throw new Error("no code was told");
    const alerts = () => town.core.db.crisisAlert.count({ where: { memberId: otter.memberId } });
    return { ...town, otter, decisionId, code: told.code, alerts };
  };
  const from = { platform: "north", accountId: "Loud Otter" };
  const help = { text: expect.stringContaining("You can talk to someone now") };

  test("for its length is heard, by the code, by the account and by the button, and nothing of it is kept", async () => {
    const { core, otter, decisionId, code, alerts } = await setUp();
    const actor = { ...otter, roles: ["patient"] as const };
    for (const proof of [{ code }, { from }, { actor, decisionId }]) {
      const filed = fileAppeal(core, { ...proof, text: long });
      await expect(filed).rejects.toMatchObject({
        code: "too_long",
        help: { ...help, alertId: expect.any(String) },
      });
    }
    expect(await alerts()).toBe(1);
    expect(await core.db.appeal.count()).toBe(0);
    await fileAppeal(core, { code, text: "Please." });
    const reply = replyToAppeal(core, { code, text: long });
    await expect(reply).rejects.toMatchObject({ code: "too_long", help });
    expect(await core.db.caseNote.count()).toBe(1);
  });

  test("for its code is heard: a member's team is told, and a stranger gets the lines and no promise", async () => {
    const { core, code, alerts } = await setUp();
    const wrong = { code: "2222-2222", text: DANGER };
    await expect(fileAppeal(core, { ...wrong, from })).rejects.toMatchObject({ code: "appeal_closed", help });
    expect(await alerts()).toBe(1);
    const stranger = { ...from, accountId: "a stranger" };
    const refused = await fileAppeal(core, { ...wrong, from: stranger }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "appeal_closed", help });
    expect(refused).not.toMatchObject({ help: { text: expect.stringContaining("Our team is being told") } });
    const reply = replyToAppeal(core, { ...wrong, from: stranger });
    await expect(reply).rejects.toMatchObject({ code: "not_found", help });
    expect(await core.db.crisisAlert.count()).toBe(1);
    // What shows no danger brings no help.
    const calm = fileAppeal(core, { code: "2222-2222", text: "Please." });
    await expect(calm).rejects.toMatchObject({ code: "appeal_closed", help: undefined });
    // And once it is decided or too late, it is heard as well.
    await fileAppeal(core, { code, text: "Please." });
    await expect(fileAppeal(core, { code, text: DANGER })).rejects.toMatchObject({
      code: "appeal_closed",
      help,
    });
  });
});
