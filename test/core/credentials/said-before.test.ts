import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { claimCredential } from "#core/credentials/claim/claim-credential.ts";
import type { ClaimTyped } from "#core/credentials/claim/claim-fields.ts";
import { checkCredential } from "#core/credentials/decision/check-credential.ts";
import { recordLookUp, type Saw } from "#core/credentials/decision/look-up.ts";
import { proposeCredential } from "#core/credentials/decision/propose-credential.ts";
import { rejectCredential } from "#core/credentials/decision/reject-credential.ts";
import { showCredential } from "#core/credentials/decision/show-credential.ts";
import { suspendCredential } from "#core/credentials/decision/suspend-credential.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { codeOf, HOUR_MS } from "../small-town.ts";
import {
  actorFor,
  claimOf,
  nextLicences,
  prove,
  type Registry,
  ROBIN,
  ROBINS_LICENCE,
  registryTown,
  verified,
  WORLD,
} from "./claims.ts";

const DAY_MS = 24 * HOUR_MS;
const NOTE = "Called the board: it was mended on Monday.";

/** What a person sees at the board's page, so many days ago. */
function look(town: Registry, credentialId: string, saw: Saw, daysAgo = 0) {
  const { core, clock, admin } = town;
  const checkedAt = new Date(clock.now().getTime() - daysAgo * DAY_MS);
  const page = { source: "WA DOH", url: "https://doh.example/1" };
  return recordLookUp(core, { actor: admin, credentialId, ...page, saw, checkedAt });
}

/** A claim that a person looked up in vain, and that was rejected. */
async function rejected(town: Registry, name = "Robin Vale") {
  const { core, admin } = town;
  const claimed = await claimOf(town, {}, name);
  await look(town, claimed.credentialId, "not-in-force");
  await rejectCredential(core, { actor: admin, credentialId: claimed.credentialId, reason: "Not in force." });
  return claimed;
}

/** The same person's next claim an hour later: checked, and shown to be theirs. */
async function claimAnew(town: Registry, actor: Actor, typed: Partial<ClaimTyped> = {}) {
  const { core, clock, admin } = town;
  clock.advance(HOUR_MS);
  const claimant = { actor: await actorFor(town, actor.memberId) };
  const { credentialId } = await claimCredential(core, { claimant, typed: { ...ROBIN, ...typed } });
  await checkCredential(core, { actor: admin, credentialId });
  await prove(town, credentialId, actor);
  return credentialId;
}

const shown = async ({ core, ben }: Registry, credentialId: string) =>
  (await showCredential(core, { actor: ben, credentialId })).saidBefore;

describeOnBoth("what was said against another claim of the same number", ({ openNew }) => {
  test("is shown, and needs a note that both people see, whatever other registers say", async () => {
    const town = await registryTown(await openNew());
    const { core, admin, ben } = town;
    const { actor } = await rejected(town);
    const credentialId = await claimAnew(town, actor);
    const said =
      "About another claim of theirs to the same number, on 2026-03-01: A person looked at the register: the licence is not in force.";
    expect(await shown(town, credentialId)).toEqual([said]);
    await expect(proposeCredential(core, { actor: admin, credentialId })).rejects.toMatchObject({
      code: "needs_note",
      details: { doubts: [said] },
    });
    const { proposalId } = await proposeCredential(core, { actor: admin, credentialId, note: NOTE });
    await approveProposal(core, { actor: ben, proposalId });
  });

  test("is over with a good look of the same source that is newer, and not with one of an older day", async () => {
    const town = await registryTown(await openNew());
    const { core, clock, admin } = town;
    const { credentialId: first, actor } = await rejected(town);
    const credentialId = await claimAnew(town, actor);
    await look(town, credentialId, "in-force", 3);
    expect(await shown(town, credentialId)).toHaveLength(1);
    await look(town, credentialId, "in-force");
    expect(await shown(town, credentialId)).toEqual([]);
    expect(await codeOf(proposeCredential(core, { actor: admin, credentialId }))).toBe("ok");
    clock.advance(HOUR_MS);
    await look(town, first, "not-found");
    expect(await shown(town, credentialId)).toHaveLength(1);
  });

  test("is not over with a newer file that is only in doubt", async () => {
    const expired = { ...ROBINS_LICENCE, status: "EXPIRED" };
    const town = await registryTown(await openNew(), { ...WORLD, licenses: { "wa-health": [expired] } });
    const { core, clock, admin } = town;
    const { credentialId: first, actor } = await claimOf(town);
    await checkCredential(core, { actor: admin, credentialId: first });
    await rejectCredential(core, { actor: admin, credentialId: first, reason: "Expired." });
    clock.advance(DAY_MS);
    await nextLicences(town, [{ ...ROBINS_LICENCE, expires: "" }]);
    const credentialId = await claimAnew(town, actor);
    expect(await shown(town, credentialId)).toHaveLength(1);
    await nextLicences(town, [ROBINS_LICENCE]);
    clock.advance(HOUR_MS);
    await checkCredential(core, { actor: admin, credentialId });
    expect(await shown(town, credentialId)).toEqual([]);
  });

  test("is not lost with a day of birth that nobody types again, nor where two people cleared the row since", async () => {
    const namesake = { LASTNAME: "VALE", FIRSTNAME: "ROBIN", DOB: "19610402" };
    const town = await registryTown(await openNew(), { ...WORLD, leie: [namesake] });
    const { core, admin, ben } = town;
    const { credentialId: first, actor } = await claimOf(town);
    const report = await checkCredential(core, { actor: admin, credentialId: first, born: "1961-04-02" });
    expect(report.outcome).toBe("refuse");
    const row = report.checks.find(({ source }) => source === "exclusions")?.candidates?.[0]?.rowHash ?? "";
    await rejectCredential(core, { actor: admin, credentialId: first, reason: "On the list." });
    const credentialId = await claimAnew(town, actor);
    const propose = { actor: admin, credentialId, cleared: [row] };
    await expect(proposeCredential(core, propose)).rejects.toMatchObject({
      code: "needs_note",
      details: { doubts: expect.arrayContaining([expect.stringContaining("is on the list of exclusions")]) },
    });
    const { proposalId } = await proposeCredential(core, { ...propose, note: NOTE });
    await approveProposal(core, { actor: ben, proposalId });
    const { checks } = await showCredential(core, { actor: ben, credentialId });
    expect(checks.find(({ source }) => source === "exclusions")?.result).toBe("not-found");
    expect(await shown(town, credentialId)).toHaveLength(1);
  });

  test("stops the second person where it came after the proposal", async () => {
    const town = await registryTown(await openNew());
    const { core, admin, ben } = town;
    const { credentialId: first, actor } = await verified(town);
    await suspendCredential(core, { actor: admin, credentialId: first, reason: "A doubt." });
    const credentialId = await claimAnew(town, actor);
    expect(await shown(town, credentialId)).toEqual([]);
    const { proposalId } = await proposeCredential(core, { actor: admin, credentialId });
    await look(town, first, "not-found");
    expect(await codeOf(approveProposal(core, { actor: ben, proposalId }))).toBe("new_doubts");
  });

  test("is neither another person's nor another number's", async () => {
    const town = await registryTown(await openNew());
    const { actor } = await rejected(town, "Somebody Else");
    const { credentialId } = await claimOf(town);
    expect(await shown(town, credentialId)).toEqual([]);
    const other = { licence: "PH60999999", npi: "" };
    const next = await claimAnew(town, actor, other);
    expect(await shown(town, next)).toEqual([]);
    await rejectCredential(town.core, { actor: town.admin, credentialId: next, reason: "Mistyped." });
    expect(await shown(town, await claimAnew(town, actor, { licence: other.licence }))).toHaveLength(1);
  });
});
