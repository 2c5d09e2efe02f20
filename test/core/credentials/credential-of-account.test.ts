import { expect, test } from "vitest";
import { claimCredential } from "#core/credentials/claim/claim-credential.ts";
import { hasOpenClaim } from "#core/credentials/claim/has-open-claim.ts";
import { credentialCard } from "#core/credentials/credential-card.ts";
import { credentialOfAccount } from "#core/credentials/credential-of-account.ts";
import { recordLookUp } from "#core/credentials/decision/look-up.ts";
import { proposeCredential } from "#core/credentials/decision/propose-credential.ts";
import { suspendCredential } from "#core/credentials/decision/suspend-credential.ts";
import { enterCode } from "#core/credentials/proof/enter-code.ts";
import { startProof } from "#core/credentials/proof/start-proof.ts";
import { withoutNeverKept } from "#core/credentials/proof/without-never-kept.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { addCommunity, HOUR_MS, invite, joinAs, smallTown, type Town } from "../small-town.ts";

const TYPED = {
  first: "Robin",
  last: "Vale",
  former: "",
  profession: "Pharmacist",
  licence: "204817",
  npi: "",
  display: "",
} as const;

const of = ({ core }: Town, accountExternalId: string, name = "Sunny Side") =>
  credentialOfAccount(core, {
    platform: "north",
    accountExternalId,
    spaceExternalId: `${name}/patients`,
  });

const open = ({ core }: Town, accountExternalId: string) =>
  hasOpenClaim(core, { platform: "north", accountExternalId });

/** A patient who claimed a credential that two people approved. */
async function verified(town: Town, pseudonym: string, jurisdiction = "Ontario") {
  const { core, admin, clock } = town;
  const actor = await joinAs(town, pseudonym);
  const { credentialId } = await claimCredential(core, {
    claimant: { actor },
    typed: { ...TYPED, jurisdiction },
  });
  const { code } = await startProof(core, { actor: admin, credentialId, kind: "video" });
  await enterCode(core, { actor, code });
  const checkedAt = clock.now();
  const look = { source: "Ontario College", url: "https://register.example", checkedAt };
  await recordLookUp(core, {
    saw: "in-force",
    actor: admin,
    credentialId,
    ...look,
    expiresAt: new Date(+checkedAt + 48 * HOUR_MS),
  });
  const { proposalId } = await proposeCredential(core, { actor: admin, credentialId, note: "Met." });
  await approveProposal(core, { actor: await invite(town, "Ben Admin", "admin"), proposalId });
  return credentialId;
}

describeOnBoth("the credential behind an account", ({ openNew }) => {
  test("is told to anybody as a role and a month, with nothing that leads to the name here", async () => {
    const town = await smallTown(await openNew());
    const credentialId = await verified(town, "Quiet Heron");
    expect(await of(town, "Quiet Heron")).toEqual({
      shows: "role",
      credentialId,
      profession: "Pharmacist",
      jurisdiction: "Ontario",
      checkedIn: new Date("2031-03-01T00:00:00Z"),
      underReview: false,
    });
  });

  test("is told with the name on the licence where that is shown, and still not with the name here", async () => {
    const town = await smallTown(await openNew());
    await verified(town, "Quiet Heron", "Scotland");
    const found = await of(town, "Quiet Heron");
    expect(found).toMatchObject({ shows: "name", card: { provider: "Robin Vale", status: "verified" } });
    expect(JSON.stringify(found)).not.toContain("Quiet Heron");
  });

  test("is nothing for strangers, members without one, claims that wait and what has ended, all alike", async () => {
    const town = await smallTown(await openNew());
    const { core, admin, clock } = town;
    await joinAs(town, "Calm Otter");
    const waits = await joinAs(town, "Slow River");
    await claimCredential(core, {
      claimant: { actor: waits },
      typed: { ...TYPED, licence: "204818", jurisdiction: "Ontario" },
    });
    for (const account of ["nobody", "Calm Otter", "Slow River"])
      expect(await of(town, account)).toBeUndefined();
    const credentialId = await verified(town, "Quiet Heron");
    expect(await of(town, "Quiet Heron")).toBeDefined();
    clock.advance(49 * HOUR_MS);
    expect(await of(town, "Quiet Heron")).toBeUndefined();
    await suspendCredential(core, { actor: admin, credentialId, reason: "A doubt" });
    expect(await of(town, "Quiet Heron")).toBeUndefined();
  });

  test("is told in its own community only, and no more once its holder left", async () => {
    const town = await smallTown(await openNew());
    const { core, admin, clock } = town;
    await addCommunity(core, clock, { name: "Other", actor: admin });
    await verified(town, "Quiet Heron");
    expect(await of(town, "Quiet Heron", "Other")).toBeUndefined();
    expect(await of(town, "Quiet Heron", "no such")).toBeUndefined();
    await core.db.member.updateMany({ where: { pseudonym: "Quiet Heron" }, data: { state: "left" } });
    expect(await of(town, "Quiet Heron")).toBeUndefined();
  });
});

describeOnBoth("the card of a credential", ({ openNew }) => {
  test("is not shown in a place of another community to whoever has its id", async () => {
    const town = await smallTown(await openNew());
    const { core, admin, clock, communityId } = town;
    const other = await addCommunity(core, clock, { name: "Other", actor: admin });
    const credentialId = await verified(town, "Quiet Heron");
    expect(await credentialCard(core, { credentialId, communityId })).toMatchObject({ status: "verified" });
    const asked = credentialCard(core, { credentialId, communityId: other.communityId });
    await expect(asked).rejects.toMatchObject({ code: "not_found", details: { what: "credential" } });
  });
});

describeOnBoth("an open claim", ({ openNew }) => {
  test("is open until two people decided", async () => {
    const town = await smallTown(await openNew());
    const actor = await joinAs(town, "Quiet Heron");
    expect(await open(town, "Quiet Heron")).toBe(false);
    await claimCredential(town.core, { claimant: { actor }, typed: { ...TYPED, jurisdiction: "Ontario" } });
    expect(await open(town, "Quiet Heron")).toBe(true);
    expect(await open(town, "nobody")).toBe(false);
    await town.core.db.credential.updateMany({ data: { status: "failed" } });
    expect(await open(town, "Quiet Heron")).toBe(false);
  });
});

test("a text is left without what is never kept, and otherwise as it was", () => {
  expect(withoutNeverKept("Hi. My ssn is 123-45-6789, and 987-65-4321 too.")).toMatchObject({
    kinds: ["ssn"],
  });
  const { text } = withoutNeverKept("My ssn is 123-45-6789, born on 4 March 1980. I feel awful.");
  expect(text).not.toMatch(/\d/);
  expect(text).toContain("I feel awful.");
  expect(withoutNeverKept("My knee hurts.")).toEqual({ text: "My knee hurts.", kinds: [] });
});
