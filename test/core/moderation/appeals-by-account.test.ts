import { expect, test } from "vitest";
import { readActor } from "#core/members/read-actor.ts";
import { appealQueue, showAppeal } from "#core/moderation/appeals/appeal-queue.ts";
import { appealableBy } from "#core/moderation/appeals/appealable.ts";
import { decideAppeal } from "#core/moderation/appeals/decide-appeal.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { askAppellant, isUnderAppeal, replyToAppeal } from "#core/moderation/appeals/reply-to-appeal.ts";
import type { Chosen } from "#core/moderation/decisions/check-decision.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { undoDecision } from "#core/moderation/decisions/undo-decision.ts";
import { reportMember } from "#core/moderation/reports/report-member.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { codeOf, HOUR_MS, joinAs } from "../small-town.ts";
import { type Moderated, moderatedTown } from "./moderated.ts";

const DAY_MS = 24 * HOUR_MS;
const BAN = { action: "ban", forMs: 10 * DAY_MS } as const;
const from = (accountId: string) => ({ platform: "north", accountId });
const text = "Please look again.";

/** Somebody is reported and decided about; gives the decision. */
async function decided(town: Moderated, accountId: string, chosen: Pick<Chosen, "action" | "forMs">) {
  const { core, mo, kit } = town;
  const person = { platform: "north", spaceId: "Sunny Side/patients", accountId };
  const { caseId } = await reportMember(core, { actor: kit, person, reason: "Rude" });
  return decideCase(core, { actor: mo, named: caseId, chosen: { rule: "1", reason: "Rude.", ...chosen } });
}

describeOnBoth("an appeal by the account that it is about", ({ openNew }) => {
  test("needs no code, is one, and later words are added to it", async () => {
    const town = await moderatedTown(await openNew());
    const { core, ben } = town;
    await joinAs(town, "Loud Otter");
    const { decisionId } = await decided(town, "Loud Otter", BAN);
    const proof = { from: from("Loud Otter") };
    expect(await appealableBy(core.db, core, proof.from)).toMatchObject([
      { decisionId, community: "Sunny Side", action: "ban", isUnderAppeal: false },
    ]);
    expect(await isUnderAppeal(core, proof)).toBe(false);
    expect(await codeOf(replyToAppeal(core, { ...proof, text }))).toBe("not_found");
    expect(await fileAppeal(core, { ...proof, text })).toMatchObject({ community: "Sunny Side" });
    expect(await codeOf(fileAppeal(core, { ...proof, text }))).toBe("appeal_closed");
    expect(await isUnderAppeal(core, proof)).toBe(true);
    await replyToAppeal(core, { ...proof, text: "And this." });
    const { thread } = await showAppeal(core, { actor: ben, named: "1" });
    expect(thread.map(({ by, text: said }) => [by, said])).toEqual([
      ["Loud Otter", text],
      ["Loud Otter", "And this."],
    ]);
    await decideAppeal(core, { actor: ben, named: "1", outcome: "upheld", reason: "So." });
    expect(await appealableBy(core.db, core, proof.from)).toEqual([]);
    expect(await codeOf(replyToAppeal(core, { ...proof, text }))).toBe("not_found");
  });

  test("is heard twenty times in an hour, and for danger always", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock } = town;
    await joinAs(town, "Loud Otter");
    await decided(town, "Loud Otter", BAN);
    const proof = { from: from("Loud Otter") };
    await fileAppeal(core, { ...proof, text });
    for (let at = 0; at < 20; at += 1) await replyToAppeal(core, { ...proof, text: `And ${at}` });
    await expect(
      replyToAppeal(core, { ...proof, text: "I want to kill myself tonight" }),
    ).rejects.toMatchObject({ code: "too_many", help: { text: expect.stringContaining("Loud Otter") } });
    clock.advance(HOUR_MS);
    expect(await codeOf(replyToAppeal(core, { ...proof, text }))).toBe("ok");
  });

  test("is nobody else's: not of another account, another platform, or with the id of a decision about somebody else", async () => {
    const town = await moderatedTown(await openNew());
    const { core } = town;
    await joinAs(town, "Loud Otter");
    await joinAs(town, "Quiet Heron");
    const { decisionId } = await decided(town, "Loud Otter", BAN);
    await decided(town, "Quiet Heron", { action: "warn" });
    const tries = [
      { from: from("a stranger") },
      { from: from("a stranger"), decisionId },
      { from: from("Quiet Heron"), decisionId },
      { from: { platform: "south", accountId: "Loud Otter" } },
      { from: { ...from("Loud Otter"), spaceId: "no space of ours" } },
    ];
    for (const proof of tries) {
      const refusal = await fileAppeal(core, { ...proof, text }).catch((error: unknown) => error);
      expect(refusal).toMatchObject({ code: "appeal_closed", details: { why: "no-decision" } });
      expect(await codeOf(replyToAppeal(core, { ...proof, text }))).toBe("not_found");
    }
    expect(await core.db.appeal.count()).toBe(0);
  });

  test("names which one where there are several; what was undone, dismissed or is too old is none of them", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, mo } = town;
    await joinAs(town, "Loud Otter");
    const old = await decided(town, "Loud Otter", { action: "warn" });
    clock.advance(15 * DAY_MS);
    const first = await decided(town, "Loud Otter", { action: "strike" });
    const second = await decided(town, "Loud Otter", { action: "time-out", forMs: DAY_MS });
    const slip = await decided(town, "Loud Otter", { action: "warn" });
    await undoDecision(core, { actor: mo, named: slip.caseId });
    clock.advance(6 * DAY_MS);
    const listed = await appealableBy(core.db, core, from("Loud Otter"));
    expect(listed.map(({ decisionId }) => decisionId)).toEqual([second.decisionId, first.decisionId]);
    const vague = fileAppeal(core, { from: from("Loud Otter"), text }).catch((error: unknown) => error);
    expect(await vague).toMatchObject({ code: "appeal_closed", details: { why: "which" } });
    const { decisionId } = first;
    await fileAppeal(core, { from: from("Loud Otter"), decisionId, text });
    expect(await core.db.appeal.findMany()).toMatchObject([{ decisionId }]);
    const late = { from: from("Loud Otter"), decisionId: old.decisionId, text };
    expect(await codeOf(fileAppeal(core, late))).toBe("appeal_closed");
  });

  test("of somebody who is no member is heard too: overturned, they are let in, though nobody can tell them", async () => {
    const town = await moderatedTown(await openNew());
    const { core, kit, ben, north } = town;
    await decided(town, "a stranger", BAN);
    await town.drain();
    const restraint = () => north.restrained.get("Sunny Side/patients/a stranger");
    expect(restraint()).toMatchObject({ is: "banned" });
    await fileAppeal(core, { from: from("a stranger"), text });
    expect(await appealQueue(core, { actor: ben })).toHaveLength(1);
    expect((await showAppeal(core, { actor: ben, named: "1" })).thread[0]?.by).toBe(
      "somebody who is no member",
    );
    const asked = askAppellant(core, { actor: ben, named: "1", text: "Which one?" });
    expect(await codeOf(asked)).toBe("not_for_this");
    // Whoever reported does not decide it either.
    const own = decideAppeal(core, { actor: kit, named: "1", outcome: "upheld", reason: "So." });
    expect(await codeOf(own)).toBe("second_person");
    await decideAppeal(core, { actor: ben, named: "1", outcome: "overturned", reason: "It was not rude." });
    await town.drain();
    expect(restraint()).toEqual({ is: "free" });
  });

  test("of somebody who joined since is theirs, and they are told", async () => {
    const town = await moderatedTown(await openNew());
    const { core, ben, north } = town;
    await decided(town, "Loud Otter", { action: "time-out", forMs: DAY_MS });
    await fileAppeal(core, { from: from("Loud Otter"), text });
    const otter = await joinAs(town, "Loud Otter");
    expect(await core.db.appeal.findFirstOrThrow()).toMatchObject({ subjectId: otter.memberId });
    await decideAppeal(core, { actor: ben, named: "1", outcome: "overturned", reason: "It was not rude." });
    await town.drain();
    expect(town.cards(north, "appeal-notice")).toMatchObject([{ about: "overturned" }]);
    expect((await readActor(core.db, otter.memberId))?.silencedUntil).toBeUndefined();
  });
});
