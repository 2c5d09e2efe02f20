import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { proposeReveal } from "#core/moderation/identity/propose-reveal.ts";
import { showIdentity } from "#core/moderation/identity/show-identity.ts";
import { proposeExport } from "#core/privacy/propose-export.ts";
import { saveExport } from "#core/privacy/save-export.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { listProposals } from "#core/proposals/list-proposals.ts";
import { showProposal } from "#core/proposals/show-proposal.ts";
import { describeOnBoth, type TestDatabase } from "../../support/databases.ts";
import { type Moderated, moderatedTown } from "../moderation/moderated.ts";
import { addCommunity, auditOf, codeOf, HOUR_MS, invite, joinAs } from "../small-town.ts";

const REASON = "You asked us for it by e-mail on Monday.";

/** A town with Heron, and what is proposed about her. */
async function asked(openNew: TestDatabase["openNew"]) {
  const town = await moderatedTown(await openNew());
  const heron = await joinAs(town, "Quiet Heron", "heron-on-north");
  const { core, admin, ben } = town;
  const { proposalId } = await proposeExport(core, { actor: admin, member: "Quiet Heron", reason: REASON });
  return {
    ...town,
    heron,
    proposalId,
    approve: (actor: Actor = ben) => codeOf(approveProposal(core, { actor, proposalId })),
    save: (actor: Actor = admin) => codeOf(saveExport(core, { actor, proposalId })),
  };
}

/** What was refused, by code, as the record has it. */
async function refusals({ core }: Moderated, proposalId: string): Promise<string[]> {
  const entries = await core.db.auditEntry.findMany({
    where: { subject: proposalId, verb: "export.refused" },
    orderBy: { seq: "asc" },
  });
  return entries.map(({ actor, detail }) => `${actor} ${JSON.parse(detail).code}`);
}

const stateOf = ({ core }: Moderated, id: string, state: string) =>
  core.tx((tx) => tx.member.update({ where: { id }, data: { state } }));

const withoutRoles = ({ core }: Moderated, memberId: string) =>
  core.tx((tx) => tx.memberRole.deleteMany({ where: { memberId } }));

describeOnBoth("what is kept about a member", ({ openNew }) => {
  test("is saved by the two who agreed, for a day; the member and the team are told, and each time is on record", async () => {
    const town = await asked(openNew);
    const { core, clock, admin, ben, heron, proposalId, north, south, approve, save } = town;
    expect(await save()).toBe("proposal_closed");
    expect(await approve()).toBe("ok");
    const saved = await saveExport(core, { actor: admin, proposalId });
    expect(saved).toMatchObject({
      name: "Quiet Heron",
      content: { you: { name: "Quiet Heron" }, accounts: [{ accountId: "heron-on-north" }] },
    });
    expect(await save(ben)).toBe("ok");
    await town.drain();
    const card = { what: "export", reason: REASON, by: ["Ada Admin", "Ben Admin"] };
    expect(town.cards(north, "reveal")).toMatchObject([{ ...card, person: undefined }]);
    expect(town.cards(south, "reveal")).toMatchObject([{ ...card, person: "Quiet Heron" }]);
    clock.advance(24 * HOUR_MS - 1);
    expect(await save()).toBe("ok");
    clock.advance(HOUR_MS);
    expect(await save()).toBe("proposal_closed");
    expect((await auditOf(town, heron.memberId)).filter((verb) => verb.startsWith("export."))).toEqual([
      "export.proposed",
      "export.agreed",
      "export.saved",
      "export.saved",
      "export.saved",
    ]);
    expect(await refusals(town, proposalId)).toEqual([
      `${admin.memberId} proposal_closed`,
      `${admin.memberId} proposal_closed`,
    ]);
  });

  test("is not for one alone, for whom it is about, for a third, for other roles, or for another community", async () => {
    const town = await asked(openNew);
    const { core, clock, admin, ben, mo, heron, proposalId, approve, save } = town;
    const propose = (actor: Actor, member = "Quiet Heron") =>
      codeOf(proposeExport(core, { actor, member, reason: REASON }));
    expect(await propose(mo)).toBe("not_allowed");
    expect(await propose(admin, "Ada Admin")).toBe("not_allowed");
    expect(await propose(ben)).toBe("proposal_open");
    expect(await approve(admin)).toBe("second_person");
    expect(await approve({ ...heron, roles: ["admin"] })).toBe("second_person");
    expect(await approve(mo)).toBe("not_allowed");
    // Whom it is about learns nothing by it, and writes nothing into the record.
    expect(await approve(heron)).toBe("not_allowed");
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    expect(await approve(other.admin)).toBe("not_found");
    expect(await save(other.admin)).toBe("not_found");
    expect(await approve()).toBe("ok");
    expect(await approve()).toBe("proposal_closed");
    const eve = await invite(town, "Eve Admin", "admin");
    expect(await save(eve)).toBe("not_found");
    expect(await save(mo)).toBe("not_allowed");
    expect(await save({ ...heron, roles: ["admin"] })).toBe("not_found");
    expect(await refusals(town, proposalId)).toEqual([
      `${admin.memberId} second_person`,
      `${heron.memberId} second_person`,
      `${ben.memberId} proposal_closed`,
      `${eve.memberId} not_found`,
      `${heron.memberId} not_found`,
    ]);
    expect(await auditOf(town, heron.memberId)).not.toContain("export.saved");
  });

  test("is agreed to as it was proposed: this member, these words, this act, and within a day", async () => {
    const town = await asked(openNew);
    const { core, clock, admin, ben, heron, proposalId, approve, save } = town;
    const otter = await joinAs(town, "Calm Otter");
    const change = (data: object) => core.tx((tx) => tx.proposal.update({ where: { id: proposalId }, data }));
    await change({ targetId: otter.memberId });
    expect(await approve()).toBe("content_changed");
    await change({ targetId: heron.memberId, subjectId: otter.memberId });
    expect(await approve()).toBe("content_changed");
    await change({ subjectId: heron.memberId, act: "identity.reveal" });
    expect(await approve()).toBe("content_changed");
    await change({ act: "member.export" });
    const place = { table: "Proposal", column: "contentSealed", row: proposalId };
    const { contentSealed: before } = await core.db.proposal.findUniqueOrThrow({ where: { id: proposalId } });
    await core.tx(async (tx) => {
      const content = JSON.stringify({ memberId: heron.memberId, reason: "Something milder." });
      const owner = { communityId: town.communityId };
      const data = { contentSealed: await core.vault.seal(tx, owner, place, content) };
      await tx.proposal.update({ where: { id: proposalId }, data });
    });
    expect(await approve()).toBe("content_changed");
    await change({ contentSealed: before });
    clock.advance(24 * HOUR_MS);
    expect(await approve()).toBe("proposal_closed");
    expect(await core.db.delivery.count({ where: { kind: "reveal" } })).toBe(0);
    // After the yes, too: the row is read again.
    const anew = await proposeExport(core, { actor: admin, member: "Quiet Heron", reason: REASON });
    await approveProposal(core, { actor: ben, proposalId: anew.proposalId });
    await core.tx((tx) =>
      tx.proposal.update({
        where: { id: anew.proposalId },
        data: { targetId: otter.memberId, subjectId: otter.memberId },
      }),
    );
    expect(await codeOf(saveExport(core, { actor: admin, proposalId: anew.proposalId }))).toBe(
      "content_changed",
    );
    expect(await save()).toBe("proposal_closed");
  });

  test("is not for a proposal of another act, in either direction", async () => {
    const town = await asked(openNew);
    const { core, admin, ben, proposalId, approve } = town;
    expect(await approve()).toBe("ok");
    expect(await codeOf(showIdentity(core, { actor: admin, proposalId }))).toBe("not_found");
    const reveal = await proposeReveal(core, { actor: admin, member: "Quiet Heron", reason: REASON });
    await approveProposal(core, { actor: ben, proposalId: reveal.proposalId });
    expect(await codeOf(saveExport(core, { actor: admin, proposalId: reveal.proposalId }))).toBe("not_found");
  });

  test("is proposed anew where whoever proposed it lost their role, and not saved by somebody who did", async () => {
    const town = await asked(openNew);
    const { core, admin, ben, proposalId, approve, save } = town;
    await withoutRoles(town, admin.memberId);
    expect(await approve()).toBe("second_person");
    expect(await refusals(town, proposalId)).toEqual([`${ben.memberId} second_person`]);
    await core.tx((tx, now) =>
      tx.memberRole.create({ data: { memberId: admin.memberId, role: "admin", createdAt: now } }),
    );
    expect(await approve()).toBe("ok");
    expect(await save({ ...admin, roles: ["moderator"] })).toBe("not_allowed");
    expect(await save(ben)).toBe("ok");
  });

  test.each(["left", "erased"])("is nobody's any more once they %s", async (state) => {
    const town = await asked(openNew);
    const { core, heron, admin, approve, save } = town;
    await stateOf(town, heron.memberId, state);
    expect(await approve()).toBe("not_found");
    await stateOf(town, heron.memberId, "active");
    expect(await approve()).toBe("ok");
    await stateOf(town, heron.memberId, state);
    expect(await save()).toBe("not_found");
    const again = proposeExport(core, { actor: admin, member: "Quiet Heron", reason: REASON });
    expect(await codeOf(again)).toBe("not_found");
  });

  test.each(["removed", "banned"])("is also for somebody who was %s, who is told as well", async (state) => {
    const town = await asked(openNew);
    const { heron, approve, save, north } = town;
    await stateOf(town, heron.memberId, state);
    expect(await approve()).toBe("ok");
    expect(await save()).toBe("ok");
    await town.drain();
    expect(town.cards(north, "reveal")).toMatchObject([{ what: "export", reason: REASON }]);
  });

  test("is heard of by whom it is about only once two have agreed", async () => {
    const town = await asked(openNew);
    const { core, heron, ben, proposalId, approve } = town;
    const subject: Actor = { ...heron, roles: ["admin"] };
    expect(await listProposals(core, { actor: subject })).toEqual([]);
    expect(await codeOf(showProposal(core, { actor: subject, proposalId }))).toBe("not_found");
    expect(await listProposals(core, { actor: ben })).toMatchObject([
      { act: "member.export", subject: "Quiet Heron", proposedBy: "Ada Admin" },
    ]);
    expect(await showProposal(core, { actor: ben, proposalId })).toMatchObject({
      about: { what: "export", reason: REASON },
    });
    await approve();
    expect(await showProposal(core, { actor: subject, proposalId })).toMatchObject({ state: "approved" });
  });

  test("of two who agree at once one counts, and the member is told once", async () => {
    const town = await asked(openNew);
    const { core, ben, approve } = town;
    const lea = await invite(town, "Lea Lead", "lead");
    const codes = await Promise.all([approve(ben), approve(lea)]);
    expect(codes.sort()).toEqual(["ok", "proposal_closed"]);
    expect(await core.db.delivery.count({ where: { kind: "reveal", targetKind: "member" } })).toBe(1);
  });
});
