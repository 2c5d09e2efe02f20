import { expect, test } from "vitest";
import { attestCredential } from "#core/credentials/decision/attest-credential.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { expireProposals } from "#core/proposals/expire-proposals.ts";
import { listProposals } from "#core/proposals/list-proposals.ts";
import { describeOnBoth } from "../../support/databases.ts";
import {
  addCommunity,
  attested,
  auditOf,
  codeOf,
  EVIDENCE,
  invite,
  joinAs,
  smallTown,
  type Town,
} from "../small-town.ts";

const statusOf = async ({ core }: Town, id: string) =>
  (await core.db.credential.findUniqueOrThrow({ where: { id } })).status;

describeOnBoth("a proposal", ({ openNew }) => {
  test("is approved by neither its proposer nor its subject", async () => {
    const town = await smallTown(await openNew());
    const { core, admin, communityId } = town;
    const { memberId, credentialId, proposalId } = await attested(town, "Ana Pharmacist");
    expect(await codeOf(approveProposal(core, { actor: admin, proposalId }))).toBe("second_person");
    const ana = { memberId, communityId, pseudonym: "Ana Pharmacist", roles: ["lead", "admin"] } as const;
    expect(await codeOf(approveProposal(core, { actor: ana, proposalId }))).toBe("second_person");
    expect(await statusOf(town, credentialId)).toBe("attested");
  });

  test("the database itself refuses the proposer and the subject", async () => {
    const town = await smallTown(await openNew());
    const { core, admin } = town;
    const { memberId, proposalId } = await attested(town, "Ana Pharmacist");
    for (const approverId of [admin.memberId, memberId])
      await expect(
        core.tx((tx) => tx.proposal.update({ where: { id: proposalId }, data: { approverId } })),
      ).rejects.toThrow(/constraint/i);
    await expect(
      core.tx((tx) => tx.proposal.update({ where: { id: proposalId }, data: { proposerId: memberId } })),
    ).rejects.toThrow(/constraint/i);
    const row = await core.db.proposal.findUniqueOrThrow({ where: { id: proposalId } });
    expect(row).toMatchObject({ approverId: null, proposerId: admin.memberId });
  });

  test.each([
    { licence: "sealed evidence of another row" },
    { profession: "Physician" },
    { jurisdiction: "US-CA" },
    { source: "a friend" },
    { checkedAt: new Date("2031-03-03T00:00:00Z") },
    { expiresAt: new Date("2099-01-01T00:00:00Z") },
  ])("approves exactly what was proposed: %o is not it", async (change) => {
    const town = await smallTown(await openNew());
    const { core } = town;
    const { memberId, credentialId, proposalId } = await attested(town, "Ana Pharmacist");
    const ben = await invite(town, "Ben Admin", "admin");
    await core.tx(async (tx) => {
      const place = { table: "Credential", column: "evidenceSealed", row: credentialId };
      const evidence = JSON.stringify({ licence: "999", npi: null, sourceUrl: null });
      const data =
        "licence" in change
          ? { evidenceSealed: await core.vault.seal(tx, { memberId }, place, evidence) }
          : change;
      await tx.credential.update({ where: { id: credentialId }, data });
    });
    expect(await codeOf(approveProposal(core, { actor: ben, proposalId }))).toBe("content_changed");
    expect(await statusOf(town, credentialId)).toBe("attested");
  });

  test("lapses, and is no longer listed", async () => {
    const town = await smallTown(await openNew());
    const { core, clock, admin } = town;
    const { proposalId, credentialId } = await attested(town, "Ana Pharmacist");
    const ben = await invite(town, "Ben Admin", "admin");
    expect(await listProposals(core, { actor: ben })).toMatchObject([
      { proposalId, targetId: credentialId, subject: "Ana Pharmacist", proposedBy: "Ada Admin" },
    ]);
    clock.advance(core.config.timing.proposalMs - 1);
    expect(await listProposals(core, { actor: admin })).toHaveLength(1);
    clock.advance(1);
    expect(await listProposals(core, { actor: admin })).toEqual([]);
    expect(await codeOf(approveProposal(core, { actor: ben, proposalId }))).toBe("proposal_closed");
    expect(await statusOf(town, credentialId)).toBe("attested");
    expect([await expireProposals(core), await expireProposals(core)]).toEqual([1, 0]);
    expect(await auditOf(town, proposalId)).toEqual(["proposal.expired"]);
    const anew = await attestCredential(core, { actor: admin, member: "Ana Pharmacist", ...EVIDENCE });
    expect(await codeOf(approveProposal(core, { actor: ben, proposalId: anew.proposalId }))).toBe("ok");
  });

  test("of two approvals at once, one counts", async () => {
    const town = await smallTown(await openNew());
    const { core } = town;
    const { proposalId } = await attested(town, "Ana Pharmacist");
    const people = [await invite(town, "Ben Admin", "admin"), await invite(town, "Cleo Lead", "lead")];
    const results = await Promise.all(
      people.map((actor) => codeOf(approveProposal(core, { actor, proposalId }))),
    );
    expect(results.sort()).toEqual(["ok", "proposal_closed"]);
    expect(await auditOf(town, proposalId)).toEqual(["proposal.approved"]);
  });

  test("is invisible to another community, and not for patients or auditors to approve", async () => {
    const town = await smallTown(await openNew());
    const { core, clock, admin } = town;
    const { proposalId } = await attested(town, "Ana Pharmacist");
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    expect(await codeOf(approveProposal(core, { actor: other.admin, proposalId }))).toBe("not_found");
    expect(await listProposals(core, { actor: other.admin })).toEqual([]);
    const patient = await joinAs(town, "Quiet Heron");
    const auditor = await invite(town, "Aude Auditor", "auditor");
    expect(await codeOf(approveProposal(core, { actor: patient, proposalId }))).toBe("not_allowed");
    expect(await codeOf(approveProposal(core, { actor: auditor, proposalId }))).toBe("not_allowed");
    expect(await codeOf(listProposals(core, { actor: patient }))).toBe("not_allowed");
  });
});
