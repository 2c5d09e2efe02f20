import { describe, expect, test } from "vitest";
import { credentialCard } from "#core/credentials/credential-card.ts";
import { attestCredential } from "#core/credentials/decision/attest-credential.ts";
import { showCredential } from "#core/credentials/decision/show-credential.ts";
import { suspendCredential } from "#core/credentials/decision/suspend-credential.ts";
import { isNpi } from "#core/credentials/npi.ts";
import { requireStanding, standingOf } from "#core/credentials/standing.ts";
import { findActor } from "#core/members/find-actor.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { describeOnBoth } from "../../support/databases.ts";
import {
  addCommunity,
  attested,
  auditOf,
  codeOf,
  EVIDENCE,
  HOUR_MS,
  invite,
  joinAs,
  linkCode,
  smallTown,
  type Town,
} from "../small-town.ts";

const standing = ({ core }: Town, memberId: string) =>
  standingOf(core.db, memberId, core.clock.now()).then((found) => (found.ok ? "ok" : found.why));

describeOnBoth("a credential", ({ openNew }) => {
  test("gives standing only after a second person approved it", async () => {
    const town = await smallTown(await openNew());
    const { core, clock } = town;
    const { memberId, credentialId, proposalId } = await attested(town, "Ana Pharmacist");
    const { actor } = await findActor(core, {
      platform: "south",
      accountExternalId: "Ana Pharmacist",
      spaceExternalId: "Sunny Side/providers",
    });
    expect(actor).toMatchObject({ memberId, pseudonym: "Ana Pharmacist", roles: ["applicant"] });
    if (actor === undefined) return;
    expect(await standing(town, memberId)).toBe("unverified");
    const ask = () => core.tx((tx) => requireStanding(tx, actor, clock.now()));
    expect(await codeOf(ask())).toBe("no_standing");

    const ben = await invite(town, "Ben Admin", "admin");
    await approveProposal(core, { actor: ben, proposalId });
    const { profession, jurisdiction, source, checkedAt } = EVIDENCE;
    expect(await ask()).toEqual({
      id: credentialId,
      line: { profession, jurisdiction, source, checkedAt },
    });
    expect(await auditOf(town, credentialId)).toEqual(["credential.attested"]);
    expect(await auditOf(town, proposalId)).toEqual(["proposal.approved"]);
  });

  test("that runs out takes standing with it, and can be renewed for the same member", async () => {
    const town = await smallTown(await openNew());
    const { core, clock, admin } = town;
    const expiresAt = new Date(clock.now().getTime() + 24 * HOUR_MS);
    const first = await attested(town, "Ana Pharmacist", { expiresAt });
    const ben = await invite(town, "Ben Admin", "admin");
    await approveProposal(core, { actor: ben, proposalId: first.proposalId });
    expect(await standing(town, first.memberId)).toBe("ok");
    clock.advance(24 * HOUR_MS);
    expect(await standing(town, first.memberId)).toBe("expired");
    expect((await credentialCard(core, first)).status).toBe("expired");

    const renewed = await attestCredential(core, { actor: admin, member: first.memberId, ...EVIDENCE });
    expect(renewed.memberId).toBe(first.memberId);
    expect(await standing(town, first.memberId)).toBe("unverified");
    await approveProposal(core, { actor: ben, proposalId: renewed.proposalId });
    expect(await standing(town, first.memberId)).toBe("ok");
  });

  test("is stopped by one person, with a reason that only those who decide can read", async () => {
    const town = await smallTown(await openNew());
    const { core, admin } = town;
    const { memberId, credentialId, proposalId } = await attested(town, "Ana Pharmacist");
    const ben = await invite(town, "Ben Admin", "admin");
    await approveProposal(core, { actor: ben, proposalId });
    expect(await codeOf(suspendCredential(core, { actor: admin, credentialId, reason: " " }))).toBe("empty");
    await suspendCredential(core, { actor: admin, credentialId, reason: "The register shows a restriction" });
    expect(await standing(town, memberId)).toBe("suspended");
    expect(await showCredential(core, { actor: admin, credentialId })).toMatchObject({
      status: "suspended",
      proposedBy: "Ada Admin",
      approvedBy: "Ben Admin",
      decidedFor: "The register shows a restriction",
    });
    const row = await core.db.credential.findUniqueOrThrow({ where: { id: credentialId } });
    expect(Buffer.from(row.evidenceSealed).includes("restriction")).toBe(false);
    const again = suspendCredential(core, { actor: admin, credentialId, reason: "again" });
    expect(await codeOf(again)).toBe("credential_status");
  });

  test("that was suspended while it waited cannot be approved any more", async () => {
    const town = await smallTown(await openNew());
    const { core, admin } = town;
    const { memberId, credentialId, proposalId } = await attested(town, "Ana Pharmacist");
    const ben = await invite(town, "Ben Admin", "admin");
    await suspendCredential(core, { actor: admin, credentialId, reason: "A doubt" });
    expect(await codeOf(approveProposal(core, { actor: ben, proposalId }))).toBe("proposal_closed");
    expect(await standing(town, memberId)).toBe("suspended");
  });

  test("its card tells anybody what was checked and what was not, and no number", async () => {
    const town = await smallTown(await openNew());
    const { credentialId } = await attested(town, "Ana Pharmacist");
    const card = await credentialCard(town.core, { credentialId });
    expect(card).toMatchObject({ provider: "Ana Pharmacist", status: "attested", reviewers: 1 });
    expect(card.notChecked).toContain("quality of care");
    expect(JSON.stringify(card)).not.toContain(EVIDENCE.licence);
    expect(await codeOf(credentialCard(town.core, { credentialId: "no-such" }))).toBe("not_found");
  });

  test("needs an admin, full evidence and dates that can be true", async () => {
    const town = await smallTown(await openNew());
    const { core, admin, clock } = town;
    const { code } = await linkCode(town, "Ana");
    const base = { actor: admin, code, pseudonym: "Ana Pharmacist", role: "provider", ...EVIDENCE } as const;
    const later = new Date(clock.now().getTime() + 1);
    const attest = (more: object) => codeOf(attestCredential(core, { ...base, ...more }));
    expect(await attest({ actor: await joinAs(town, "Quiet Heron") })).toBe("not_allowed");
    expect(await attest({ checkedAt: later })).toBe("invalid_input");
    expect(await attest({ expiresAt: clock.now() })).toBe("invalid_input");
    expect(await attest({ npi: "1234567890" })).toBe("invalid_input");
    expect(await attest({ licence: "  " })).toBe("empty");
    expect(await attest({ pseudonym: "Quiet Heron" })).toBe("name_taken");
    expect(await core.db.member.count({ where: { pseudonym: "Ana Pharmacist" } })).toBe(0);
    expect(await attest({ npi: "1234567893" })).toBe("ok");
  });

  test("is of a listed profession and a known place, under the one name that a claim gives them", async () => {
    const town = await smallTown(await openNew());
    const { core, admin } = town;
    const { memberId } = await attested(town, "Ana Pharmacist");
    const attest = (more: object) =>
      attestCredential(core, { actor: admin, member: memberId, ...EVIDENCE, licence: "PH1", ...more });
    for (const profession of ["Wizard", "Pharmacist and physician", "APRN"])
      expect(await codeOf(attest({ profession })), profession).toBe("invalid_input");
    for (const jurisdiction of ["Ontaria", "Ontario or Quebec", "United States"])
      expect(await codeOf(attest({ jurisdiction })), jurisdiction).toBe("invalid_input");
    expect(await codeOf(attest({ profession: " " }))).toBe("empty");
    expect(await core.db.credential.count()).toBe(1);
    const { credentialId } = await attest({ profession: "clinical pharmacist", jurisdiction: "wa" });
    expect(await credentialCard(core, { credentialId })).toMatchObject({
      profession: "Pharmacist",
      jurisdiction: "Washington",
    });
  });

  test("is never attested for oneself, for a patient, or in another community", async () => {
    const town = await smallTown(await openNew());
    const { core, clock, admin } = town;
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    const patient = await joinAs(town, "Quiet Heron");
    const { memberId, credentialId } = await attested(town, "Ana Pharmacist");
    const attest = (actor: typeof admin, subject: string) =>
      codeOf(attestCredential(core, { actor, member: subject, ...EVIDENCE }));
    expect(await attest(admin, admin.memberId)).toBe("not_allowed");
    expect(await attest(admin, patient.memberId)).toBe("not_found");
    expect(await attest(other.admin, memberId)).toBe("not_found");
    const suspend = { actor: other.admin, credentialId, reason: "x" };
    expect(await codeOf(suspendCredential(core, suspend))).toBe("not_found");
    expect(await codeOf(showCredential(core, { actor: other.admin, credentialId }))).toBe("not_found");
  });
});

describe("an NPI", () => {
  test.each(["1234567893", "1245319599"])("%s has a check digit that fits", (npi) => {
    expect(isNpi(npi)).toBe(true);
  });
  test.each(["1234567890", "3234567893", "123456789", "12345678931", "123456789O", ""])(
    "%s is none",
    (npi) => {
      expect(isNpi(npi)).toBe(false);
    },
  );
});
