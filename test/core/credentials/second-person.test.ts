import { expect, test } from "vitest";
import { credentialCard } from "#core/credentials/credential-card.ts";
import { attestCredential } from "#core/credentials/decision/attest-credential.ts";
import { checkCredential } from "#core/credentials/decision/check-credential.ts";
import { recordLookUp } from "#core/credentials/decision/look-up.ts";
import { proposeCredential } from "#core/credentials/decision/propose-credential.ts";
import { revokeCredential } from "#core/credentials/decision/revoke-credential.ts";
import { suspendCredential } from "#core/credentials/decision/suspend-credential.ts";
import { vouch } from "#core/credentials/proof/vouch.ts";
import { importLeie } from "#core/credentials/registries/leie/import-leie.ts";
import { standingOf } from "#core/credentials/standing.ts";
import { sweepCredentials } from "#core/credentials/watch/sweep-credentials.ts";
import { join } from "#core/members/join.ts";
import { CONSENT_VERSION } from "#core/members/joining-text.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { expireProposals } from "#core/proposals/expire-proposals.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { attested, codeOf, EVIDENCE, HOUR_MS } from "../small-town.ts";
import {
  actorFor,
  claimOf,
  nextLicences,
  prove,
  type Registry,
  ROBINS_LICENCE,
  ROBINS_ROW,
  registryTown,
  verified,
  WORLD,
} from "./claims.ts";
import { type Fields, leieFile, workFolder } from "./registries/files.ts";

const DAY_MS = 24 * HOUR_MS;
const NAMESAKE = { LASTNAME: "VALE", FIRSTNAME: "ROBIN", DOB: "19610402" };
const NOTE = "Looked at on the OIG page: another person.";

/** A claim with a namesake on the list, checked and shown to be theirs. */
async function namesake(town: Registry, born?: string) {
  const { core, admin } = town;
  const { credentialId, actor, memberId } = await claimOf(town);
  const report = await checkCredential(core, {
    actor: admin,
    credentialId,
    ...(born === undefined ? {} : { born }),
  });
  await prove(town, credentialId, actor);
  const row = report.checks.find(({ source }) => source === "exclusions")?.candidates?.[0]?.rowHash ?? "";
  return { credentialId, memberId, actor, report, row };
}

async function nextList({ folder, clock }: Registry, rows: readonly Fields[]): Promise<void> {
  const { file } = workFolder();
  const asOf = clock.now().toISOString().slice(0, 10);
  const common = { folder, now: clock.now(), acceptSmaller: true, asOf };
  await importLeie({ ...common, path: file("UPDATED.csv", leieFile(rows)) });
}

const standing = ({ core, clock }: Registry, memberId: string) =>
  standingOf(core.db, memberId, clock.now()).then((found) => (found.ok ? "ok" : found.why));

describeOnBoth("the second person", ({ openNew }) => {
  test("who finds the day of birth on the list cannot approve any more, and no later look washes it away", async () => {
    const town = await registryTown(await openNew(), { ...WORLD, leie: [NAMESAKE] });
    const { core, admin, ben } = town;
    const { credentialId, row } = await namesake(town);
    const { proposalId } = await proposeCredential(core, {
      actor: admin,
      credentialId,
      cleared: [row],
      note: NOTE,
    });
    expect((await checkCredential(core, { actor: ben, credentialId, born: "1961-04-02" })).outcome).toBe(
      "refuse",
    );
    expect(await codeOf(approveProposal(core, { actor: ben, proposalId }))).toBe("checks_against");
    await checkCredential(core, { actor: admin, credentialId });
    expect(await codeOf(approveProposal(core, { actor: ben, proposalId }))).toBe("checks_against");
  });

  test("is stopped by a name that came onto the list after it was proposed", async () => {
    const town = await registryTown(await openNew());
    const { core, admin, ben } = town;
    const { credentialId } = await namesake(town);
    const { proposalId } = await proposeCredential(core, { actor: admin, credentialId });
    await nextList(town, [NAMESAKE]);
    expect(await codeOf(approveProposal(core, { actor: ben, proposalId }))).toBe("new_doubts");
  });

  test("agrees by name to a row that only a typed day of birth told apart", async () => {
    const town = await registryTown(await openNew(), { ...WORLD, leie: [NAMESAKE] });
    const { core, admin, ben } = town;
    const { credentialId, row, report } = await namesake(town, "1999-12-31");
    expect(report.outcome).toBe("approve");
    expect(await codeOf(proposeCredential(core, { actor: admin, credentialId }))).toBe("needs_note");
    const { proposalId } = await proposeCredential(core, { actor: admin, credentialId, note: NOTE });
    await approveProposal(core, { actor: ben, proposalId });
    expect(await core.db.ruling.findMany()).toMatchObject([{ rowHash: row, secondId: ben.memberId }]);
  });

  test("does not stand on colleagues who turned out to be nobody", async () => {
    const town = await registryTown(await openNew());
    const { core, admin, ben } = town;
    const { credentialId } = await claimOf(town);
    await checkCredential(core, { actor: admin, credentialId });
    const vouchers = [];
    for (const name of ["Ana Pharmacist", "Bea Nurse"]) {
      const one = await attested(town, name);
      await approveProposal(core, { actor: ben, proposalId: one.proposalId });
      await vouch(core, { actor: await actorFor(town, one.memberId), credentialId });
      vouchers.push(one);
    }
    const { proposalId } = await proposeCredential(core, { actor: admin, credentialId });
    await revokeCredential(core, {
      actor: admin,
      credentialId: vouchers[0]?.credentialId ?? "",
      reason: "An impostor.",
    });
    expect(await codeOf(approveProposal(core, { actor: ben, proposalId }))).toBe("content_changed");
  });

  test("cannot be a lead whose credential was withdrawn, nor one who was never approved", async () => {
    const town = await registryTown(await openNew());
    const { core, admin, ben } = town;
    const { credentialId, actor } = await claimOf(town);
    await checkCredential(core, { actor: admin, credentialId });
    await prove(town, credentialId, actor);
    const { proposalId } = await proposeCredential(core, { actor: admin, credentialId, role: "lead" });
    await approveProposal(core, { actor: ben, proposalId });
    expect((await actorFor(town, actor.memberId)).roles).toEqual(["lead"]);
    await suspendCredential(core, { actor: admin, credentialId, reason: "A doubt." });
    expect((await actorFor(town, actor.memberId)).roles).toEqual(["provider"]);
    await revokeCredential(core, { actor: admin, credentialId, reason: "An impostor." });
    expect((await actorFor(town, actor.memberId)).roles).toEqual(["applicant"]);
    const never = await attested(town, "Never Approved");
    expect((await actorFor(town, never.memberId)).roles).toEqual(["applicant"]);
  });

  test("leaves a lead the role with a second credential, as an ordinary provider", async () => {
    const town = await registryTown(await openNew());
    const { core, admin, ben } = town;
    const { credentialId, actor, memberId } = await claimOf(town);
    await checkCredential(core, { actor: admin, credentialId });
    await prove(town, credentialId, actor);
    const first = await proposeCredential(core, { actor: admin, credentialId, role: "lead" });
    await approveProposal(core, { actor: ben, proposalId: first.proposalId });
    const evidence = { ...EVIDENCE, checkedAt: new Date(town.clock.now().getTime() - DAY_MS) };
    const second = await attestCredential(core, { actor: admin, member: memberId, ...evidence });
    await approveProposal(core, { actor: ben, proposalId: second.proposalId });
    expect((await actorFor(town, memberId)).roles).toContain("lead");
    const end = { actor: admin, reason: "A doubt." };
    await suspendCredential(core, { ...end, credentialId });
    expect(await standing(town, memberId)).toBe("ok");
    await suspendCredential(core, { ...end, credentialId: second.credentialId });
    expect((await actorFor(town, memberId)).roles).toEqual(["provider"]);
  });
});

describeOnBoth("what stands", ({ openNew }) => {
  test("is ended by a register whoever looked: the proofs stay, and the moderators hear of it", async () => {
    const town = await registryTown(await openNew());
    const { core, clock, admin } = town;
    const { credentialId } = await verified(town);
    const look = { source: "Board", url: "https://board.example/1", saw: "not-in-force" } as const;
    const alerts = () => core.db.delivery.count({ where: { kind: "credential-alert" } });
    const before = await alerts();
    await recordLookUp(core, { actor: admin, credentialId, ...look, checkedAt: clock.now() });
    const { status } = await core.db.credential.findUniqueOrThrow({ where: { id: credentialId } });
    expect(status).toBe("suspended");
    expect(await core.db.controlProof.count({ where: { credentialId, state: "done" } })).toBeGreaterThan(0);
    expect(await alerts()).toBeGreaterThan(before);
  });

  test("ends in time, also where another one cannot be ended", async () => {
    const town = await registryTown(await openNew());
    const { core, clock, ben } = town;
    const broken = await attested(town, "Broken Record", {});
    const other = await attested(town, "Ana Pharmacist", {});
    for (const { proposalId } of [broken, other]) await approveProposal(core, { actor: ben, proposalId });
    const expiresAt = new Date(clock.now().getTime() + DAY_MS);
    await core.db.credential.updateMany({ data: { expiresAt } });
    await core.db.credential.update({
      where: { id: broken.credentialId },
      data: { evidenceSealed: new Uint8Array([1]) },
    });
    clock.advance(2 * DAY_MS);
    await sweepCredentials(core);
    const { status } = await core.db.credential.findUniqueOrThrow({ where: { id: other.credentialId } });
    expect(status).toBe("expired");
    expect(await standing(town, broken.memberId)).not.toBe("ok");
  });

  test("with a doubt that two people agreed to is renewed by the board, and that doubt is no news", async () => {
    const row = { ...ROBINS_ROW, "Provider First Name": "ROBYN" };
    const town = await registryTown(await openNew(), { ...WORLD, nppes: [row] });
    const { core, clock, admin, ben } = town;
    const { credentialId, actor } = await claimOf(town);
    const { outcome } = await checkCredential(core, { actor: admin, credentialId });
    expect(outcome).toBe("review");
    await prove(town, credentialId, actor);
    const { proposalId } = await proposeCredential(core, { actor: admin, credentialId, note: NOTE });
    await approveProposal(core, { actor: ben, proposalId });
    await sweepCredentials(core);
    clock.advance(20 * DAY_MS);
    await nextLicences(town, [{ ...ROBINS_LICENCE, expires: "2028-01-31" }]);
    await sweepCredentials(core);
    const { nextDueAt } = await core.db.credential.findUniqueOrThrow({ where: { id: credentialId } });
    expect(nextDueAt).toEqual(new Date(clock.now().getTime() + 31 * DAY_MS));
  });

  test("that was approved while no list of exclusions was there is looked at when a namesake is on the first", async () => {
    const { leie: _, ...noList } = WORLD;
    const town = await registryTown(await openNew(), noList);
    const { core, clock, admin, ben } = town;
    const { credentialId, actor } = await claimOf(town);
    await checkCredential(core, { actor: admin, credentialId });
    await prove(town, credentialId, actor);
    const { proposalId } = await proposeCredential(core, { actor: admin, credentialId, note: NOTE });
    await approveProposal(core, { actor: ben, proposalId });
    await nextList(town, [NAMESAKE]);
    const since = clock.now();
    await sweepCredentials(core);
    clock.advance(DAY_MS);
    await nextLicences(town, [{ ...ROBINS_LICENCE, expires: "2028-01-31" }]);
    await sweepCredentials(core);
    const { nextDueAt } = await core.db.credential.findUniqueOrThrow({ where: { id: credentialId } });
    expect(nextDueAt).toEqual(since);
  });

  test("keeps a doubt until somebody looked, whatever file comes meanwhile", async () => {
    const town = await registryTown(await openNew());
    const { core, clock, admin } = town;
    const { credentialId } = await verified(town);
    await sweepCredentials(core);
    clock.advance(20 * DAY_MS);
    await nextList(town, [NAMESAKE]);
    await sweepCredentials(core);
    const due = async () =>
      (await core.db.credential.findUniqueOrThrow({ where: { id: credentialId } })).nextDueAt;
    const since = clock.now();
    expect(await due()).toEqual(since);
    clock.advance(DAY_MS);
    await nextLicences(town, [{ ...ROBINS_LICENCE, expires: "2028-01-31" }]);
    await sweepCredentials(core);
    expect(await due()).toEqual(since);
    await checkCredential(core, { actor: admin, credentialId, born: "1979-11-30" });
    expect((await due())?.getTime()).toBeGreaterThan(clock.now().getTime());
  });

  test("is missed when it is dropped, also when an old file lay between", async () => {
    const town = await registryTown(await openNew());
    const { core, clock } = town;
    const { memberId } = await verified(town);
    await sweepCredentials(core);
    clock.advance(27 * DAY_MS);
    await nextList(town, [{ LASTNAME: "TESTER", FIRSTNAME: "UNRELATED" }]);
    await sweepCredentials(core);
    expect(await standing(town, memberId)).toBe("ok");
    clock.advance(2 * DAY_MS);
    await nextLicences(town, [{ ...ROBINS_LICENCE, number: "PH60000001" }]);
    await sweepCredentials(core);
    expect(await standing(town, memberId)).toBe("suspended");
  });

  test("is not lengthened by one person's look, and ends when that person saw it ended", async () => {
    const town = await registryTown(await openNew());
    const { core, clock, admin } = town;
    const { credentialId, memberId } = await verified(town);
    const look = {
      actor: admin,
      credentialId,
      source: "my word",
      url: "https://example.org/1",
      checkedAt: clock.now(),
    };
    const before = await core.db.credential.findUniqueOrThrow({ where: { id: credentialId } });
    await recordLookUp(core, { ...look, saw: "in-force" });
    const { source, expiresAt, nextDueAt } = await core.db.credential.findUniqueOrThrow({
      where: { id: credentialId },
    });
    expect({ source, expiresAt, nextDueAt }).toEqual({
      source: before.source,
      expiresAt: before.expiresAt,
      nextDueAt: before.nextDueAt,
    });
    expect(await recordLookUp(core, { ...look, saw: "not-in-force" })).toEqual({ suspended: true });
    expect(await standing(town, memberId)).toBe("suspended");
  });

  test("cannot be written back after it ended, nor given to somebody else", async () => {
    const town = await registryTown(await openNew());
    const { core, admin } = town;
    const { credentialId, memberId } = await verified(town);
    const other = await claimOf(town, { licence: "PH60999999", npi: "" }, "Somebody Else");
    await core.db.credential.update({ where: { id: credentialId }, data: { memberId: other.memberId } });
    expect(await standing(town, other.memberId)).not.toBe("ok");
    await core.db.credential.update({ where: { id: credentialId }, data: { memberId } });
    await revokeCredential(core, { actor: admin, credentialId, reason: "Not theirs." });
    const back = core.db.credential.update({ where: { id: credentialId }, data: { status: "verified" } });
    await expect(back).rejects.toThrow();
    expect((await credentialCard(core, { credentialId })).reviewers).toBe(2);
  });

  test("is proved anew after a person suspended it: the account may not be theirs any more", async () => {
    const town = await registryTown(await openNew());
    const { core, admin } = town;
    const { credentialId, actor } = await verified(town);
    await suspendCredential(core, { actor: admin, credentialId, reason: "The account was stolen." });
    const propose = () => codeOf(proposeCredential(core, { actor: admin, credentialId }));
    expect(await propose()).toBe("no_control");
    await prove(town, credentialId, actor);
    expect(await propose()).toBe("ok");
  });

  test("from before there were due days is due now, and ends only when nobody looks for a month", async () => {
    const town = await registryTown(await openNew());
    const { core, clock } = town;
    const { credentialId, memberId } = await verified(town);
    await sweepCredentials(core);
    await core.db.credential.update({ where: { id: credentialId }, data: { nextDueAt: null } });
    await sweepCredentials(core);
    const { nextDueAt } = await core.db.credential.findUniqueOrThrow({ where: { id: credentialId } });
    expect(nextDueAt).toEqual(clock.now());
    clock.advance(29 * DAY_MS);
    await sweepCredentials(core);
    expect(await standing(town, memberId)).toBe("ok");
    clock.advance(2 * DAY_MS);
    await sweepCredentials(core);
    expect(await standing(town, memberId)).toBe("expired");
  });

  test("holds nobody else up when one of them cannot be read", async () => {
    const town = await registryTown(await openNew(), {
      ...WORLD,
      licenses: { "wa-health": [ROBINS_LICENCE, { ...ROBINS_LICENCE, number: "PH60000002" }] },
    });
    const { core, clock } = town;
    const broken = await verified(town);
    const whole = await verified(town, { licence: "PH60000002", npi: "" }, "Robin Other").catch(
      () => undefined,
    );
    await core.db.credential.update({
      where: { id: broken.credentialId },
      data: { evidenceSealed: new Uint8Array([1, 2, 3]) },
    });
    clock.advance(DAY_MS);
    await nextLicences(town, [ROBINS_LICENCE]);
    expect(await sweepCredentials(core)).toBe(whole === undefined ? 1 : 2);
    expect(await sweepCredentials(core)).toBe(0);
    expect(core.logged.map(({ event }) => event)).toContain("credential.recheck_failed");
  });
});

describeOnBoth("an applicant", ({ openNew }) => {
  test("whose proposal nobody agreed to can be checked and proposed anew", async () => {
    const town = await registryTown(await openNew());
    const { core, admin, clock } = town;
    const { credentialId } = await namesake(town);
    await proposeCredential(core, { actor: admin, credentialId });
    clock.advance(8 * DAY_MS);
    await expireProposals(core);
    const { status } = await core.db.credential.findUniqueOrThrow({ where: { id: credentialId } });
    expect(status).toBe("claimed");
    expect(await codeOf(proposeCredential(core, { actor: admin, credentialId }))).toBe("ok");
  });

  test("can still join, and ask, as who they are here", async () => {
    const town = await registryTown(await openNew());
    const { core, communityId, providersSpaceId } = town;
    await claimOf(town, {}, "Robin Vale");
    const joined = await join(core, {
      communityId,
      spaceId: providersSpaceId,
      platform: "south",
      externalId: "Robin Vale",
      pseudonym: "Quiet Heron",
      country: "US",
      statesAdult: true,
      textVersion: CONSENT_VERSION,
    });
    expect(joined).toMatchObject({ pseudonym: "Robin Vale", roles: ["patient", "applicant"] });
  });
});
