import { expect, test } from "vitest";
import { type AttestCredential, attestCredential } from "#core/credentials/decision/attest-credential.ts";
import { checkCredential } from "#core/credentials/decision/check-credential.ts";
import { recordLookUp } from "#core/credentials/decision/look-up.ts";
import { proposeCredential } from "#core/credentials/decision/propose-credential.ts";
import { showCredential } from "#core/credentials/decision/show-credential.ts";
import { openEvidence, sealEvidence } from "#core/credentials/evidence.ts";
import type { Store } from "#core/foundation/store/open-store.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { attested, codeOf, linkCode } from "../small-town.ts";
import { actorFor, claimOf, prove, type Registry, ROBIN, registryTown, WORLD } from "./claims.ts";

const NAMESAKE = { LASTNAME: "VALE", FIRSTNAME: "ROBIN", DOB: "19610402" };
const NOTE = "Looked at on the OIG page: another person.";
const OUTSIDE = "The registries here are those of the United States: look it up by hand.";

/** What an admin writes down for somebody new in Washington, after a look at the board's page. */
async function addRobin(town: Registry, more: Partial<AttestCredential> = {}) {
  const { core, clock, admin } = town;
  const { code } = await linkCode(town, "Robin Vale");
  const { display: _, ...typed } = ROBIN;
  const met = { code, pseudonym: "Robin Vale", role: "provider", proof: "video" } as const;
  const looked = { source: "WA DOH", checkedAt: clock.now() };
  return attestCredential(core, { actor: admin, ...met, ...typed, ...looked, ...more });
}

/** What the newest check of each source shows, for those who decide. */
async function shownTo(town: Registry, credentialId: string) {
  const { checks } = await showCredential(town.core, { actor: town.ben, credentialId });
  return new Map(checks.map(({ source, says }) => [source, says]));
}

describeOnBoth("a credential that an admin writes down", ({ openNew }) => {
  const townOf = (world = WORLD) => openNew().then((store: Store) => registryTown(store, world));

  test("is asked about at every register here by the name on the licence, with nothing left open where all fit", async () => {
    const town = await townOf();
    const { core, ben } = town;
    const { credentialId, proposalId, doubts } = await addRobin(town);
    expect(doubts).toEqual([]);
    const shown = await shownTo(town, credentialId);
    expect([...shown.keys()].sort()).toEqual(
      ["exclusions", "license", "nppes", "npi", "register", "report", "taxonomy"].sort(),
    );
    expect(shown.get("exclusions")).toBe("The list of exclusions has nobody like this person.");
    await approveProposal(core, { actor: ben, proposalId });
  });

  test("needs the name, and a middle name is read as in a claim", async () => {
    const town = await townOf();
    expect(await codeOf(addRobin(town, { first: " " }))).toBe("empty");
    expect(await codeOf(addRobin(town, { last: "" }))).toBe("empty");
    const { credentialId } = await addRobin(town, { former: "Reed, Marsh" });
    expect((await showCredential(town.core, { actor: town.ben, credentialId })).names).toEqual({
      first: "Robin",
      middle: "Jane",
      last: "Vale",
      former: ["Reed", "Marsh"],
    });
  });

  test("of somebody who may be excluded, by an earlier name too, needs a note that the second person sees", async () => {
    for (const [row, former] of [
      [NAMESAKE, ""],
      [{ ...NAMESAKE, LASTNAME: "MARSH" }, "Marsh"],
    ] as const) {
      const town = await townOf({ ...WORLD, leie: [row] });
      const { core, ben } = town;
      expect(await codeOf(addRobin(town, { former }))).toBe("needs_note");
      expect(await core.db.credential.count()).toBe(0);
      const { credentialId, proposalId, doubts } = await addRobin(town, { former, note: NOTE });
      expect(doubts).toEqual([expect.stringContaining("may be on the list of exclusions")]);
      expect((await shownTo(town, credentialId)).get("report")).toBe(doubts[0]);
      expect((await showCredential(core, { actor: ben, credentialId })).note).toContain(NOTE);
      await approveProposal(core, { actor: ben, proposalId });
    }
  });

  test("of somebody who is excluded is refused, whatever the note says", async () => {
    const town = await townOf({ ...WORLD, leie: [{ ...NAMESAKE, NPI: ROBIN.npi }] });
    expect(await codeOf(addRobin(town, { note: NOTE }))).toBe("checks_against");
    expect(await town.core.db.credential.count()).toBe(0);
  });

  test("where no file is, stays possible: what nobody was asked is open, and both people see it", async () => {
    const town = await townOf({});
    const { core, ben } = town;
    const { credentialId, proposalId, doubts } = await addRobin(town);
    expect(doubts).toContain("The list of exclusions was not imported here: nobody is known to be clear.");
    expect((await shownTo(town, credentialId)).get("report")?.split("\n")).toEqual(doubts);
    await approveProposal(core, { actor: ben, proposalId });
    const abroad = await attested(town, "Ana Pharmacist");
    expect(abroad.doubts).toEqual([OUTSIDE]);
    expect((await shownTo(town, abroad.credentialId)).get("report")).toBe(OUTSIDE);
    await approveProposal(core, { actor: ben, proposalId: abroad.proposalId });
  });

  test("before a name was asked for can be read, and be proposed anew with a note only", async () => {
    const town = await townOf();
    const { core, admin, clock } = town;
    const { credentialId, memberId } = await claimOf(town);
    await core.tx(async (tx) => {
      const row = await tx.credential.findUniqueOrThrow({ where: { id: credentialId } });
      const evidence = { ...(await openEvidence(tx, core, row)), names: null };
      const evidenceSealed = await sealEvidence(tx, core, row, evidence);
      await tx.credential.update({ where: { id: credentialId }, data: { evidenceSealed } });
    });
    expect(await codeOf(checkCredential(core, { actor: admin, credentialId }))).toBe("no_names");
    const look = { source: "WA DOH", url: "https://doh.example/1", saw: "in-force" } as const;
    await recordLookUp(core, { actor: admin, credentialId, ...look, checkedAt: clock.now() });
    await prove(town, credentialId, await actorFor(town, memberId));
    expect((await showCredential(core, { actor: admin, credentialId })).names).toBeNull();
    const propose = { actor: admin, credentialId };
    await expect(proposeCredential(core, propose)).rejects.toMatchObject({
      code: "needs_note",
      details: { doubts: [expect.stringContaining("nor the list of exclusions")] },
    });
    expect(await codeOf(proposeCredential(core, { ...propose, note: NOTE }))).toBe("ok");
  });
});
