import { expect, test } from "vitest";
import type { Actor, Role } from "#core/access.ts";
import { appealQueue, showAppeal } from "#core/moderation/appeals/appeal-queue.ts";
import { decideAppeal } from "#core/moderation/appeals/decide-appeal.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";
import { askAppellant } from "#core/moderation/appeals/reply-to-appeal.ts";
import { caseQueue } from "#core/moderation/cases/case-queue.ts";
import { handBackCase } from "#core/moderation/cases/hand-back-case.ts";
import { loadCaseCard } from "#core/moderation/cases/load-case-card.ts";
import { noteOnCase } from "#core/moderation/cases/note-on-case.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";
import { takeCase, takeNextCase } from "#core/moderation/cases/take-case.ts";
import { decideCase } from "#core/moderation/decisions/decide-case.ts";
import { previewDecision } from "#core/moderation/decisions/preview-decision.ts";
import { myStrikes, strikesOfMember } from "#core/moderation/decisions/strikes.ts";
import { undoDecision } from "#core/moderation/decisions/undo-decision.ts";
import { lookUp } from "#core/moderation/look-up.ts";
import { reportMember } from "#core/moderation/reports/report-member.ts";
import { reportPost } from "#core/moderation/reports/report-post.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { listProposals } from "#core/proposals/list-proposals.ts";
import { showProposal } from "#core/proposals/show-proposal.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { codeOf, joinAs } from "../small-town.ts";
import { type Moderated, moderatedTown, postBy } from "./moderated.ts";

const BAN = { action: "ban", rule: "3", reason: "Sales in private." } as const;

/** A post of Otter's in a direct message, which Heron reports. */
async function whispered(town: Moderated) {
  const heron = await joinAs(town, "Quiet Heron");
  const otter = await joinAs(town, "Loud Otter");
  const post = { ...postBy("Loud Otter", "Meet me, I sell it."), isPrivate: true };
  const { caseId } = await reportPost(town.core, { actor: heron, post, reason: "Sales", rule: "3" });
  return { heron, otter, caseId, post };
}

const as = (actor: Actor, ...roles: Role[]): Actor => ({ ...actor, roles });

describeOnBoth("a case about what was said in private", ({ openNew }) => {
  test("is for leads and admins: to whoever only moderates it is not there, whatever they try", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, kit, ben } = town;
    const { caseId, post } = await whispered(town);
    expect(await caseQueue(core, { actor: mo })).toEqual([]);
    expect(await takeNextCase(core, { actor: mo })).toBeUndefined();
    for (const named of ["1", caseId]) {
      const input = { actor: mo, named };
      const tries = [
        () => showCase(core, input),
        () => takeCase(core, input),
        () => handBackCase(core, input),
        () => noteOnCase(core, { ...input, text: "I was here" }),
        () => previewDecision(core, { ...input, chosen: BAN }),
        () => decideCase(core, { ...input, chosen: BAN }),
        () => undoDecision(core, input),
        () => lookUp(core, { actor: mo, text: named }),
        () => lookUp(core, { actor: mo, message: post }),
      ];
      for (const one of tries) expect(await codeOf(one())).toBe("not_found");
    }
    expect(await lookUp(core, { actor: ben, message: post })).toEqual([{ what: "case", named: "1" }]);
    const lead = as(kit, "lead");
    expect(await caseQueue(core, { actor: lead })).toMatchObject([{ number: 1, person: "Loud Otter" }]);
    expect(await takeNextCase(core, { actor: lead })).toMatchObject({ number: 1 });
    expect(await showCase(core, { actor: ben, named: "1" })).toMatchObject({ onlyLeads: true });
  });

  test("says in the moderators' channel only that there is one and how urgent it is", async () => {
    const town = await moderatedTown(await openNew());
    const { core, ben, south } = town;
    const { caseId } = await whispered(town);
    const card = () => core.tx((tx) => loadCaseCard(tx, core, caseId));
    expect(await card()).toMatchObject({ number: 1, severity: 1, reports: 1, state: "open" });
    expect((await card())?.about).toBeUndefined();
    await decideCase(core, { actor: ben, named: caseId, chosen: BAN });
    expect(await card()).toMatchObject({ state: "decided", decided: [] });
    await town.drain();
    expect(JSON.stringify(town.cards(south, "case"))).not.toMatch(/Otter|post|ban/);
  });

  test("is confirmed and looked at again by leads and admins alone, and others read its reason nowhere", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, kit, ben, admin } = town;
    const { caseId, otter } = await whispered(town);
    const { decisionId, proposalId } = await decideCase(core, { actor: ben, named: caseId, chosen: BAN });
    if (proposalId === null) throw new Error("nobody has to confirm it");
    expect(await listProposals(core, { actor: mo })).toEqual([]);
    const tries = [
      () => showProposal(core, { actor: mo, proposalId }),
      () => approveProposal(core, { actor: mo, proposalId }),
      () => lookUp(core, { actor: mo, text: proposalId }),
      () => lookUp(core, { actor: mo, text: decisionId }),
    ];
    for (const one of tries) expect(await codeOf(one())).toBe("not_found");
    const lead = as(kit, "lead", "provider");
    expect(await listProposals(core, { actor: lead })).toMatchObject([{ proposalId }]);
    expect(await codeOf(approveProposal(core, { actor: lead, proposalId }))).toBe("ok");

    const read = async (actor: Actor) =>
      (await strikesOfMember(core, { actor, member: "Loud Otter" })).decisions.map(({ reason }) => reason);
    expect([await read(mo), await read(lead)]).toEqual([[null], [BAN.reason]]);
    const asMember = as(otter, "patient");
    expect(await myStrikes(core, { actor: asMember })).toMatchObject({ decisions: [{ reason: BAN.reason }] });

    const { appealId } = await fileAppeal(core, { actor: asMember, decisionId, text: "I sold nothing." });
    expect(await appealQueue(core, { actor: mo })).toEqual([]);
    for (const named of ["1", appealId]) {
      const look = { actor: mo, named };
      for (const one of [
        () => showAppeal(core, look),
        () => askAppellant(core, { ...look, text: "What was it?" }),
        () => decideAppeal(core, { ...look, outcome: "upheld", reason: "So." }),
        () => lookUp(core, { actor: mo, text: appealId }),
      ])
        expect(await codeOf(one())).toBe("not_found");
    }
    expect(await appealQueue(core, { actor: admin })).toHaveLength(1);
    const decide = decideAppeal(core, {
      actor: admin,
      named: "1",
      outcome: "overturned",
      reason: "It was not.",
    });
    expect(await codeOf(decide)).toBe("ok");
  });

  test("is what an open one becomes when something private is added, and whoever only moderates has it no more", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, kit, ben } = town;
    const heron = await joinAs(town, "Quiet Heron");
    const post = postBy("Loud Otter");
    await reportPost(core, { actor: heron, post, reason: "Sales" });
    await takeCase(core, { actor: mo, named: "1" });
    const finch = await joinAs(town, "Calm Finch");
    await reportPost(core, { actor: finch, post: { ...post, isPrivate: true }, reason: "Sales" });
    const decide = decideCase(core, { actor: mo, named: "1", chosen: BAN });
    expect(await codeOf(decide)).toBe("not_found");
    // What is added in the open later does not open it again.
    await reportPost(core, { actor: kit, post, reason: "Sales" });
    expect(await codeOf(showCase(core, { actor: mo, named: "1" }))).toBe("not_found");
    expect(await codeOf(takeCase(core, { actor: ben, named: "1" }))).toBe("ok");
  });

  test("of somebody leaves their other cases to all who moderate", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo } = town;
    const { heron } = await whispered(town);
    const person = { platform: "north", spaceId: "Sunny Side/patients", accountId: "Loud Otter" };
    await reportMember(core, { actor: heron, person, reason: "Rude in the open" });
    expect((await caseQueue(core, { actor: mo })).map(({ number }) => number)).toEqual([2]);
  });
});
