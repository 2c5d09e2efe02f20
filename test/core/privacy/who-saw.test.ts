import { expect, test } from "vitest";
import { changeSettings } from "#core/members/change-settings.ts";
import { memberSettings } from "#core/members/member-settings.ts";
import { showCase } from "#core/moderation/cases/show-case.ts";
import { proposeReveal } from "#core/moderation/identity/propose-reveal.ts";
import { showIdentity } from "#core/moderation/identity/show-identity.ts";
import { reportMember } from "#core/moderation/reports/report-member.ts";
import { reportMessage } from "#core/moderation/reports/report-message.ts";
import { whoSaw } from "#core/privacy/who-saw.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { declineQuestion } from "#core/questions/decline-question.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { answered, asking, moderatedTown, standing } from "../moderation/moderated.ts";
import { codeOf } from "../small-town.ts";

describeOnBoth("who opened my questions", ({ openNew }) => {
  test("is told by role and day: who answered, who moderated what was paused, and who saw whose account it is", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo, admin, ben } = town;
    const { heron, ana, questionId } = await answered(town);
    const { caseId } = await reportMessage(core, { actor: ana, questionId, reason: "It is odd." });
    await showCase(core, { actor: mo, named: caseId });
    await showCase(core, { actor: mo, named: caseId });
    const { proposalId } = await proposeReveal(core, {
      actor: admin,
      member: heron.memberId,
      reason: "Police.",
    });
    await approveProposal(core, { actor: ben, proposalId });
    await showIdentity(core, { actor: ben, proposalId });
    const seen = await whoSaw(core, { actor: heron });
    const day = "2031-03-04";
    expect(seen).toMatchObject({
      questions: [
        {
          number: 1,
          sights: [
            { day, role: "provider", did: "opened" },
            { day, role: "provider", did: "answered" },
            { day, role: "moderator", did: "moderated" },
          ],
        },
      ],
      you: [{ day, role: "admin", did: "identity" }],
    });
    expect(JSON.stringify(seen)).not.toMatch(/Ana|Mo|Ben/);
  });

  test("tells nothing of who may know the person, of reports about them, or of anybody else's questions", async () => {
    const town = await moderatedTown(await openNew());
    const { core, mo } = town;
    const { actor: heron, questionId } = await asking(town);
    const { actor: otter } = await asking(town, "Loud Otter");
    const ana = await standing(town);
    await claimQuestion(core, { actor: ana, questionId });
    await declineQuestion(core, { actor: ana, questionId });
    const person = { platform: "north", spaceId: "Sunny Side/patients", accountId: "Quiet Heron" };
    const { caseId } = await reportMember(core, { actor: otter, person, reason: "They shout." });
    await showCase(core, { actor: mo, named: caseId });
    expect(await whoSaw(core, { actor: heron })).toMatchObject({ questions: [{ sights: [] }], you: [] });
    expect(await whoSaw(core, { actor: otter })).toMatchObject({ questions: [{ number: 2, sights: [] }] });
  });
});

describeOnBoth("the name that messages call a community by", ({ openNew }) => {
  test("is the member's own, stands on cards to them alone, and is gone when it is left empty", async () => {
    const town = await moderatedTown(await openNew());
    const { core, north } = town;
    const { heron } = await answered(town);
    await changeSettings(core, { actor: heron, nickname: "  Book   club ", quiet: true });
    await town.drain();
    expect(town.cards(north, "answer")).toMatchObject([{ community: "Book club", nickname: "Book club" }]);
    expect(JSON.stringify(town.cards(town.south, "triage"))).not.toContain("Book club");
    expect(await memberSettings(core, { actor: heron })).toMatchObject({
      nickname: "Book club",
      crossing: 1,
    });
    expect(await codeOf(changeSettings(core, { actor: heron, nickname: "x".repeat(41) }))).toBe("too_long");
    await changeSettings(core, { actor: heron, nickname: " " });
    expect((await memberSettings(core, { actor: heron })).nickname).toBeNull();
  });
});
