import { expect, test } from "vitest";
import { readActor } from "#core/members/read-actor.ts";
import { appealQueue, showAppeal } from "#core/moderation/appeals/appeal-queue.ts";
import { decideAppeal } from "#core/moderation/appeals/decide-appeal.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { askAppellant, replyToAppeal } from "#core/moderation/appeals/reply-to-appeal.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { endDecisionsDue } from "#core/moderation/decisions/end-due.ts";
import { myStrikes } from "#core/moderation/decisions/strikes.ts";
import { reportMember } from "#core/moderation/reports/report-member.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { addCommunity, codeOf, HOUR_MS, joinAs } from "../small-town.ts";
import { type Moderated, moderatedTown } from "./moderated.ts";

const DAY_MS = 24 * HOUR_MS;

/** Otter was banned by Mo for good, and has the code of it. */
async function banned(town: Moderated, forMs?: number) {
  const { core, mo, north } = town;
  const otter = await joinAs(town, "Loud Otter");
  const heron = await joinAs(town, "Quiet Heron");
  const person = { platform: "north", spaceId: "Sunny Side/patients", accountId: "Loud Otter" };
  const { caseId } = await reportMember(core, { actor: heron, person, reason: "They sell things" });
  const { decisionId, proposalId } = await decideCase(core, {
    actor: mo,
    named: caseId,
    chosen: { action: "ban", rule: "3", reason: "Sales.", ...(forMs === undefined ? {} : { forMs }) },
  });
  await town.drain();
  const appeal = town.cards(north, "decision")[0]?.appeal;
  if (appeal === undefined || !("code" in appeal)) throw new Error("no code was told");
  return { otter, caseId, decisionId, proposalId: proposalId ?? "", code: appeal.code };
}

const restraint = ({ north }: Moderated) => north.restrained.get("Sunny Side/patients/Loud Otter");

describeOnBoth("an appeal", ({ openNew }) => {
  test("by code after a ban is decided by somebody else; overturned, all is undone everywhere and nothing counts", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, mo, kit, north, south } = town;
    const { otter, code, decisionId } = await banned(town, 30 * DAY_MS);
    const typed = code.toLowerCase().replace("-", " ");
    const { dueAt, community } = await fileAppeal(core, { code: typed, text: "I only told what helped me." });
    expect(community).toBe("Sunny Side");
    expect(dueAt.getTime()).toBe(clock.now().getTime() + 72 * HOUR_MS);
    await town.drain();
    expect(town.cards(south, "appeal")).toMatchObject([{ state: "open", action: "ban" }]);
    expect(await appealQueue(core, { actor: mo })).toMatchObject([{ yours: false }]);
    const own = decideAppeal(core, { actor: mo, named: "1", outcome: "upheld", reason: "I was right." });
    expect(await codeOf(own)).toBe("second_person");
    const { thread } = await showAppeal(core, { actor: kit, named: "1" });
    expect(thread).toMatchObject([{ kind: "appeal", text: "I only told what helped me." }]);
    await decideAppeal(core, { actor: kit, named: "1", outcome: "overturned", reason: "It was no sale." });
    await town.drain();
    expect(restraint(town)).toEqual({ is: "free" });
    const back = await readActor(core.db, otter.memberId);
    if (back === undefined) throw new Error("not back");
    expect(await myStrikes(core, { actor: back })).toMatchObject({
      points: 0,
      decisions: [{ state: "undone" }],
    });
    expect(town.cards(north, "appeal-notice")).toMatchObject([
      { about: "overturned", text: "It was no sale." },
    ]);
    expect(town.cards(north, "decision")).toMatchObject([
      { state: "undone", appeal: { state: "overturned" } },
    ]);
    expect(town.cards(south, "appeal")).toMatchObject([{ state: "overturned" }]);
    const again = decideAppeal(core, { actor: kit, named: "1", outcome: "upheld", reason: "Hm." });
    expect(await codeOf(again)).toBe("appeal_closed");
    expect(await core.db.appeal.count({ where: { decisionId, state: "overturned" } })).toBe(1);
  });

  test("is made once, in time, with the right code; who was told to wait can say more until it is decided", async () => {
    const town = await moderatedTown(await openNew());
    const { core, kit, north } = town;
    const { code } = await banned(town, 60 * DAY_MS);
    const file = (with_: string) => codeOf(fileAppeal(core, { code: with_, text: "Please look." }));
    expect(await file("7KQ2-M4XD")).toBe("appeal_closed");
    expect(await codeOf(replyToAppeal(core, { code, text: "Hm" }))).toBe("not_found");
    expect(await file(code)).toBe("ok");
    expect(await file(code)).toBe("appeal_closed");
    await askAppellant(core, { actor: kit, named: "1", text: "What did you link to?" });
    await town.drain();
    expect(town.cards(north, "appeal-notice")).toMatchObject([
      { about: "asked", text: "What did you link to?" },
    ]);
    expect(await codeOf(replyToAppeal(core, { code, text: "To a library." }))).toBe("ok");
    const { thread } = await showAppeal(core, { actor: kit, named: "1" });
    expect(thread.map(({ kind }) => kind)).toEqual(["appeal", "appeal-question", "appeal-reply"]);
    await decideAppeal(core, { actor: kit, named: "1", outcome: "upheld", reason: "It was a shop." });
    expect(await codeOf(replyToAppeal(core, { code, text: "No!" }))).toBe("not_found");
    await town.drain();
    expect(restraint(town)).toMatchObject({ is: "banned" });
  });

  test("is too late after 20 days, and the code is forgotten then", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock } = town;
    const { code } = await banned(town, 60 * DAY_MS);
    clock.advance(20 * DAY_MS + 1);
    expect(await codeOf(fileAppeal(core, { code, text: "Please." }))).toBe("appeal_closed");
    await endDecisionsDue(core);
    expect(await core.db.decision.count({ where: { appealKey: { not: null } } })).toBe(0);
  });

  test("is reviewed by nobody who decided, confirmed, reported, is meant, or is of another community", async () => {
    const town = await moderatedTown(await openNew());
    const { core, clock, admin, mo, kit, ben } = town;
    const { code, otter, proposalId } = await banned(town);
    await approveProposal(core, { actor: kit, proposalId });
    await fileAppeal(core, { code, text: "Please look." });
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    const decide = (actor: typeof mo) =>
      codeOf(decideAppeal(core, { actor, named: "1", outcome: "upheld", reason: "Right." }));
    expect(await decide(mo)).toBe("second_person");
    expect(await decide(kit)).toBe("second_person");
    expect(await decide({ ...otter, roles: ["moderator"] })).toBe("not_found");
    expect(await decide(other.admin)).toBe("not_found");
    expect(await decide({ ...ben, roles: ["auditor"] })).toBe("not_allowed");
    const heron = await core.db.member.findFirstOrThrow({ where: { pseudonym: "Quiet Heron" } });
    expect(await decide({ ...mo, memberId: heron.id })).toBe("second_person");
    expect(await decide(ben)).toBe("ok");
  });

  test("the database itself refuses whoever decided, and whom it is about", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo } = town;
    const { code, otter } = await banned(town, DAY_MS);
    const { appealId } = await fileAppeal(core, { code, text: "Please look." });
    for (const reviewerId of [mo.memberId, otter.memberId])
      await expect(
        core.db.appeal.update({ where: { id: appealId }, data: { reviewerId, state: "upheld" } }),
      ).rejects.toThrow();
  });

  test("a text that shows contact data is kept without it, and one that shows danger is heard", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, kit } = town;
    const otter = await joinAs(town, "Loud Otter");
    const person = { platform: "north", spaceId: "Sunny Side/patients", accountId: "Loud Otter" };
    const { caseId } = await reportMember(core, { actor: kit, person, reason: "Rude" });
    const { decisionId } = await decideCase(core, {
      actor: mo,
      named: caseId,
      chosen: { action: "time-out", forMs: DAY_MS, rule: "1", reason: "Rude." },
    });
    const text = "Write to me at me@example.org. I want to end my life tonight.";
    await fileAppeal(core, { actor: otter, decisionId, text });
    const { thread } = await showAppeal(core, { actor: town.ben, named: "1" });
    expect(thread[0]?.text).not.toContain("me@example.org");
    expect(await core.db.crisisAlert.count({ where: { memberId: otter.memberId } })).toBe(1);
  });
});
