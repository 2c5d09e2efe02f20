import { expect, test } from "vitest";
import { checkCredential } from "#core/credentials/decision/check-credential.ts";
import { credentialQueue } from "#core/credentials/decision/credential-queue.ts";
import { recordLookUp } from "#core/credentials/decision/look-up.ts";
import { proposeCredential } from "#core/credentials/decision/propose-credential.ts";
import { rejectCredential } from "#core/credentials/decision/reject-credential.ts";
import { revokeCredential } from "#core/credentials/decision/revoke-credential.ts";
import { showCredential } from "#core/credentials/decision/show-credential.ts";
import { suspendCredential } from "#core/credentials/decision/suspend-credential.ts";
import { standingOf } from "#core/credentials/standing.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { digitsIn } from "../../support/digits.ts";
import { addCommunity, auditOf, codeOf, HOUR_MS, invite, joinAs } from "../small-town.ts";
import {
  actorFor,
  claimOf,
  nextLicences,
  prove,
  ROBINS_LICENCE,
  ROBINS_ROW,
  registryTown,
  verified,
  WORLD,
} from "./claims.ts";

describeOnBoth("a claim", ({ openNew }) => {
  test("goes all the way: checked, proved, agreed by two, and then gives standing and the role", async () => {
    const town = await registryTown(await openNew());
    const { core, clock, admin, ben } = town;
    const { credentialId, memberId, actor } = await claimOf(town);
    expect(actor.roles).toEqual(["applicant"]);
    const queued = async () => (await credentialQueue(core, { actor: admin }))[0]?.waitsFor;
    expect(await queued()).toBe("check");
    const report = await checkCredential(core, { actor: admin, credentialId });
    expect(report).toMatchObject({ outcome: "approve", profession: "pharmacist", expiresAt: "2027-01-31" });
    expect(await queued()).toBe("control");
    expect(await codeOf(proposeCredential(core, { actor: admin, credentialId }))).toBe("no_control");
    await prove(town, credentialId, actor);
    expect(await queued()).toBe("first-person");
    const { proposalId } = await proposeCredential(core, { actor: admin, credentialId });
    expect(await queued()).toBe("second-person");
    expect((await standingOf(core.db, memberId, clock.now())).ok).toBe(false);
    await approveProposal(core, { actor: ben, proposalId });
    expect(await standingOf(core.db, memberId, clock.now())).toMatchObject({
      ok: true,
      credential: { line: { profession: "Pharmacist", jurisdiction: "Washington" } },
    });
    expect((await actorFor(town, memberId)).roles).toEqual(["provider"]);
    expect(await queued()).toBeUndefined();
    expect(await auditOf(town, credentialId)).toEqual([
      "credential.claimed",
      "credential.checked",
      "credential.proof-started",
      "credential.proved",
      "credential.attested",
    ]);
    const row = await core.db.credential.findUniqueOrThrow({ where: { id: credentialId } });
    expect(row.expiresAt).toEqual(new Date("2027-01-31T23:59:59Z"));
    expect(row.nextDueAt).toEqual(new Date(clock.now().getTime() + 31 * 24 * HOUR_MS));
  });

  test("keeps no name, licence number or NPI outside of a seal, and never a date of birth", async () => {
    const town = await registryTown(await openNew(), {
      ...WORLD,
      leie: [{ LASTNAME: "VALE", FIRSTNAME: "ROBIN", DOB: "19610402" }],
    });
    const { core, admin } = town;
    const { credentialId } = await claimOf(town);
    const report = await checkCredential(core, { actor: admin, credentialId, born: "1979-11-30" });
    expect(report.outcome).toBe("approve");
    const rows = [
      await core.db.credential.findMany(),
      await core.db.credentialCheck.findMany(),
      await core.db.auditEntry.findMany(),
      await core.db.delivery.findMany(),
    ];
    const stored = JSON.stringify(rows, (_, value) =>
      value instanceof Uint8Array
        ? Buffer.from(value).toString("latin1")
        : typeof value === "bigint"
          ? `${value}`
          : value,
    );
    for (const secret of ["60123456", "1245319599", "Jane", "1979-11-30", "19791130", "19610402"])
      expect(stored).not.toContain(secret);
    expect(digitsIn(stored, "1979", "1961")).toEqual([]);
    const shown = await showCredential(core, { actor: admin, credentialId });
    expect(digitsIn(JSON.stringify(shown), "1979", "19791130", "1961", "19610402")).toEqual([]);
    expect(shown.names).toMatchObject({ first: "Robin", middle: "Jane", last: "Vale" });
  });

  test("with what is never kept is refused before anything is written", async () => {
    const town = await registryTown(await openNew());
    const claims = [{ licence: "SSN 219-09-9999" }, { former: "born 03/14/1975" }, { npi: "DEA AP5836727" }];
    for (const typed of claims) expect(await codeOf(claimOf(town, typed))).toBe("never_kept");
    expect(await town.core.db.credential.count()).toBe(0);
    expect(await town.core.db.member.count({ where: { pseudonym: "Robin Vale" } })).toBe(0);
  });

  test("with what cannot be right is refused, and so is a second one that waits", async () => {
    const town = await registryTown(await openNew());
    const { core, admin } = town;
    expect(await codeOf(claimOf(town, { npi: "1245319598" }))).toBe("invalid_input");
    expect(await codeOf(claimOf(town, { last: "  " }))).toBe("empty");
    expect(await codeOf(claimOf(town, { licence: "x".repeat(81) }))).toBe("too_long");
    const { credentialId } = await claimOf(town);
    expect(await codeOf(claimOf(town))).toBe("already_linked");
    await rejectCredential(core, { actor: admin, credentialId, reason: "Wrong state." });
    expect(await auditOf(town, credentialId)).toContain("credential.rejected");
  });

  test("of a number that another claims too waits until one is out; who holds it keeps it", async () => {
    const town = await registryTown(await openNew());
    const { core, admin, clock } = town;
    const robin = await verified(town);
    const other = await claimOf(town, {}, "Somebody Else");
    await checkCredential(core, { actor: admin, credentialId: other.credentialId });
    await prove(town, other.credentialId, other.actor);
    const propose = () => codeOf(proposeCredential(core, { actor: admin, credentialId: other.credentialId }));
    expect(await propose()).toBe("claimed_twice");
    expect((await standingOf(core.db, robin.memberId, clock.now())).ok).toBe(true);
    const alerts = await core.db.delivery.findMany({ where: { kind: "credential-alert" } });
    expect(alerts.map(({ subjectId }) => subjectId.split(":")[0])).toContain("claimed-twice");
    expect(
      (await showCredential(core, { actor: admin, credentialId: other.credentialId })).alsoClaimedBy,
    ).toEqual(["Robin Vale"]);
    await revokeCredential(core, { actor: admin, credentialId: robin.credentialId, reason: "Not theirs." });
    expect(await propose()).toBe("ok");
  });

  test("keeps the place under one name, so that no spelling hides it from the registers or from who claims the number", async () => {
    const town = await registryTown(await openNew());
    const { core, admin } = town;
    const { credentialId } = await claimOf(town);
    for (const [at, jurisdiction] of ["Washington, USA", "wa", "State of Washington"].entries()) {
      const other = await claimOf(town, { jurisdiction, npi: "" }, `Somebody ${"ABC"[at]}`);
      const shown = await showCredential(core, { actor: admin, credentialId: other.credentialId });
      expect(shown.jurisdiction).toBe("Washington");
      expect(shown.alsoClaimedBy).toContain("Robin Vale");
      const { checks } = await checkCredential(core, { actor: admin, credentialId: other.credentialId });
      expect(checks.find(({ source }) => source === "license")?.result).toBe("match");
    }
    const report = await checkCredential(core, { actor: admin, credentialId });
    expect(report.checks.map(({ result }) => result)).not.toContain("unknown");
  });

  test("of a place that is not known, or does not say who licensed, is refused with what to write", async () => {
    const town = await registryTown(await openNew());
    for (const jurisdiction of ["Atlantis", "Seattle", "United States", "USA", "Canada", "NT"])
      expect(await codeOf(claimOf(town, { jurisdiction })), jurisdiction).toBe("invalid_input");
    await expect(claimOf(town, { jurisdiction: "Atlantis" })).rejects.toMatchObject({
      details: { field: "place of the licence", rule: expect.stringContaining("such as Washington") },
    });
    expect(await town.core.db.credential.count()).toBe(0);
  });

  test("keeps one profession of the list, whatever was typed, and refuses two or none with what to write", async () => {
    const town = await registryTown(await openNew());
    const { core } = town;
    const rule = async (profession: string) => {
      const refused = await claimOf(town, { profession }).catch((error) => error);
      return (refused as { details?: { field: string; rule: string } }).details;
    };
    expect(await rule("Pharmacist and physician")).toEqual({
      field: "profession",
      rule: expect.stringContaining("more than one: Pharmacist and Physician"),
    });
    expect((await rule("Pharmacist, Chief Medical Officer MD"))?.rule).toContain("more than one");
    expect((await rule("Physician (pharmacist)"))?.rule).toContain("more than one");
    expect((await rule("Pharmacy technician"))?.rule).toMatch(/can be claimed here.*: write/);
    expect((await rule("Crystal healer"))?.rule).toMatch(/write Physician, .* or Chiropractor$/);
    expect(await rule(" ")).toEqual({ field: "profession" });
    expect(await core.db.credential.count()).toBe(0);
    const { credentialId } = await claimOf(town, { profession: "doctor of pharmacy" });
    const row = await core.db.credential.findUniqueOrThrow({ where: { id: credentialId } });
    expect(row.profession).toBe("Pharmacist");
  });

  test("that a register speaks against cannot be proposed, whatever the note says", async () => {
    const excluded = [{ LASTNAME: "VALE", FIRSTNAME: "ROBIN", NPI: "1245319599" }];
    const town = await registryTown(await openNew(), { ...WORLD, leie: excluded });
    const { core, admin } = town;
    const { credentialId, actor } = await claimOf(town);
    expect((await checkCredential(core, { actor: admin, credentialId })).outcome).toBe("refuse");
    await prove(town, credentialId, actor);
    const act = { actor: admin, credentialId, note: "I am sure it is fine." };
    expect(await codeOf(proposeCredential(core, act))).toBe("checks_against");
  });

  test("that nothing confirmed is not proposed; a look by hand and a note make up for a missing file", async () => {
    const town = await registryTown(await openNew(), { ...WORLD, licenses: {} });
    const { core, admin, clock } = town;
    const { credentialId, actor } = await claimOf(town);
    await prove(town, credentialId, actor);
    const propose = (note?: string) =>
      codeOf(
        proposeCredential(core, { actor: admin, credentialId, ...(note === undefined ? {} : { note }) }),
      );
    expect(await propose("I looked.")).toBe("not_checked");
    await checkCredential(core, { actor: admin, credentialId });
    expect(await propose("The file is missing.")).toBe("not_checked");
    await recordLookUp(core, {
      saw: "in-force",
      actor: admin,
      credentialId,
      source: "Washington DOH provider search",
      url: "https://example.org/60123456",
      checkedAt: clock.now(),
    });
    expect(await propose()).toBe("needs_note");
    expect(await propose("Active on the board's page, same name and number.")).toBe("ok");
  });

  test("outside of the registries needs a look by hand and a note, also when nobody asked them", async () => {
    const town = await registryTown(await openNew());
    const { core, admin, clock } = town;
    const { credentialId, actor } = await claimOf(town, { jurisdiction: "Ontario", npi: "" });
    await prove(town, credentialId, actor);
    await recordLookUp(core, {
      saw: "in-force",
      actor: admin,
      credentialId,
      source: "Ontario College of Pharmacists",
      url: "https://example.org/204817",
      checkedAt: clock.now(),
    });
    const act = { actor: admin, credentialId };
    expect(await codeOf(proposeCredential(core, act))).toBe("needs_note");
    expect(await codeOf(proposeCredential(core, { ...act, note: "Active on the college's page." }))).toBe(
      "ok",
    );
  });

  test("that was fine when it was checked needs a note once a file is too old", async () => {
    const town = await registryTown(await openNew());
    const { core, admin, clock } = town;
    const { credentialId, actor } = await claimOf(town);
    await checkCredential(core, { actor: admin, credentialId });
    await prove(town, credentialId, actor);
    clock.advance(60 * 24 * HOUR_MS);
    expect(await codeOf(proposeCredential(core, { actor: admin, credentialId }))).toBe("needs_note");
  });

  test("with a namesake on the list of exclusions needs a day of birth, or two people who say that it is another", async () => {
    const namesake = [{ LASTNAME: "VALE", FIRSTNAME: "ROBIN", DOB: "19610402" }];
    const town = await registryTown(await openNew(), { ...WORLD, leie: namesake });
    const { core, admin, ben } = town;
    const { credentialId, actor, memberId } = await claimOf(town);
    await prove(town, credentialId, actor);
    const report = await checkCredential(core, { actor: admin, credentialId });
    expect(report.outcome).toBe("review");
    const rowHash =
      report.checks.find(({ source }) => source === "exclusions")?.candidates?.[0]?.rowHash ?? "";
    expect(await codeOf(proposeCredential(core, { actor: admin, credentialId, cleared: [rowHash] }))).toBe(
      "needs_note",
    );
    const note = "Checked on the OIG page with the day of birth: another person.";
    const { proposalId } = await proposeCredential(core, {
      actor: admin,
      credentialId,
      cleared: [rowHash],
      note,
    });
    await approveProposal(core, { actor: ben, proposalId });
    expect(await core.db.ruling.findMany()).toMatchObject([
      { rowHash, byId: admin.memberId, secondId: ben.memberId },
    ]);
    await suspendCredential(core, { actor: admin, credentialId, reason: "A doubt" });
    const again = await checkCredential(core, { actor: admin, credentialId });
    expect(again.outcome).toBe("approve");
    expect((await standingOf(core.db, memberId, town.clock.now())).ok).toBe(false);
  });

  test("is never decided by whose it is, nor by one person, nor by a word in the table", async () => {
    const town = await registryTown(await openNew());
    const { core, admin, ben, clock } = town;
    const { credentialId, memberId, actor } = await claimOf(town);
    await core.db.memberRole.create({ data: { memberId, role: "admin", createdAt: clock.now() } });
    const self = await actorFor(town, memberId);
    expect(await codeOf(checkCredential(core, { actor: self, credentialId }))).toBe("not_allowed");
    await checkCredential(core, { actor: admin, credentialId });
    await prove(town, credentialId, actor);
    expect(await codeOf(proposeCredential(core, { actor: self, credentialId }))).toBe("not_allowed");
    const { proposalId } = await proposeCredential(core, { actor: admin, credentialId });
    expect(await codeOf(approveProposal(core, { actor: admin, proposalId }))).toBe("second_person");
    expect(await codeOf(approveProposal(core, { actor: self, proposalId }))).toBe("second_person");
    expect(
      await codeOf(approveProposal(core, { actor: await joinAs(town, "Quiet Heron"), proposalId })),
    ).toBe("not_allowed");
    await expect(
      core.db.credential.update({ where: { id: credentialId }, data: { status: "verified" } }),
    ).rejects.toThrow();
    await expect(
      core.db.proposal.update({
        where: { id: proposalId },
        data: { state: "approved", approverId: admin.memberId },
      }),
    ).rejects.toThrow();
    expect((await standingOf(core.db, memberId, clock.now())).ok).toBe(false);
    await approveProposal(core, { actor: ben, proposalId });
    expect((await standingOf(core.db, memberId, clock.now())).ok).toBe(true);
    // Who takes the approval out of the other table takes the standing with it.
    await core.db.proposal.update({ where: { id: proposalId }, data: { state: "expired" } });
    expect((await standingOf(core.db, memberId, clock.now())).ok).toBe(false);
  });

  test("that changes after it was proposed is approved by nobody", async () => {
    const town = await registryTown(await openNew());
    const { core, admin, ben } = town;
    const { credentialId, actor } = await claimOf(town);
    await checkCredential(core, { actor: admin, credentialId });
    await prove(town, credentialId, actor);
    const { proposalId } = await proposeCredential(core, { actor: admin, credentialId });
    const approve = () => codeOf(approveProposal(core, { actor: ben, proposalId }));
    const before = await core.db.credential.findUniqueOrThrow({ where: { id: credentialId } });
    for (const changed of [
      { profession: "Physician" },
      { jurisdiction: "Oregon" },
      { display: "named" },
      { expiresAt: new Date("2040-01-01T00:00:00Z") },
      { source: "Another register" },
    ]) {
      await core.db.credential.update({ where: { id: credentialId }, data: changed });
      expect(await approve()).toBe("content_changed");
      const { profession, jurisdiction, display, expiresAt, source } = before;
      const back = { profession, jurisdiction, display, expiresAt, source };
      await core.db.credential.update({ where: { id: credentialId }, data: back });
    }
    await core.db.controlProof.updateMany({ data: { state: "over" } });
    expect(await approve()).toBe("content_changed");
    await core.db.controlProof.updateMany({ data: { state: "done" } });
    // The second person's own look does not change what was proposed.
    await checkCredential(core, { actor: ben, credentialId });
    expect(await approve()).toBe("ok");
  });

  test("that a register speaks against by the time of the second person is not approved", async () => {
    const town = await registryTown(await openNew());
    const { core, admin, ben } = town;
    const { credentialId, actor } = await claimOf(town);
    await checkCredential(core, { actor: admin, credentialId });
    await prove(town, credentialId, actor);
    const { proposalId } = await proposeCredential(core, { actor: admin, credentialId });
    await nextLicences(town, [{ ...ROBINS_LICENCE, status: "SUSPENDED" }]);
    expect(await codeOf(approveProposal(core, { actor: ben, proposalId }))).toBe("checks_against");
  });

  test("of another state's licence, or under another's number, is refused", async () => {
    const town = await registryTown(await openNew(), {
      ...WORLD,
      nppes: [ROBINS_ROW],
      licenses: { "wa-health": [{ ...ROBINS_LICENCE, last: "OTHER", first: "PERSON" }] },
    });
    const { core, admin } = town;
    const { credentialId } = await claimOf(town);
    const { outcome } = await checkCredential(core, { actor: admin, credentialId });
    expect(outcome).toBe("refuse");
  });

  test("is read and decided in its own community only, and by those who may", async () => {
    const town = await registryTown(await openNew());
    const { core } = town;
    const { credentialId, actor } = await claimOf(town);
    const moderator = await invite(town, "Mo", "moderator");
    for (const one of [moderator, actor, await joinAs(town, "Quiet Heron")]) {
      expect(await codeOf(showCredential(core, { actor: one, credentialId }))).toBe("not_allowed");
      expect(await codeOf(credentialQueue(core, { actor: one }))).toBe("not_allowed");
      expect(await codeOf(rejectCredential(core, { actor: one, credentialId, reason: "x" }))).toBe(
        "not_allowed",
      );
    }
    const other = await addCommunity(core, town.clock, { name: "Other", actor: town.admin });
    expect(await codeOf(showCredential(core, { actor: other.admin, credentialId }))).toBe("not_found");
    expect(await codeOf(checkCredential(core, { actor: other.admin, credentialId }))).toBe("not_found");
  });
});
