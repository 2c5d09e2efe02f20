import { rmSync } from "node:fs";
import type { Actor } from "#core/access.ts";
import type { WorkMail } from "#core/core.ts";
import { claimCredential } from "#core/credentials/claim/claim-credential.ts";
import type { ClaimTyped } from "#core/credentials/claim/claim-fields.ts";
import { checkCredential } from "#core/credentials/decision/check-credential.ts";
import { proposeCredential } from "#core/credentials/decision/propose-credential.ts";
import { enterCode } from "#core/credentials/proof/enter-code.ts";
import { startProof } from "#core/credentials/proof/start-proof.ts";
import { importLicense } from "#core/credentials/registries/license/import-license.ts";
import type { Store } from "#core/foundation/store/open-store.ts";
import { readActor } from "#core/members/read-actor.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import { createManualClock, openTestCore } from "../../support/test-core.ts";
import { addCommunity, invite, type Town } from "../small-town.ts";
import { folderOf, LICENSE_FILES, type LicenseLine, taxonomy, type World } from "./checks/registry-files.ts";
import { NOW, workFolder } from "./registries/files.ts";

/** Invented, like everybody here. */
export const ROBIN = {
  first: "Robin Jane",
  last: "Vale",
  former: "",
  profession: "Pharmacist",
  jurisdiction: "Washington",
  licence: "PH60123456",
  npi: "1245319599",
  display: "",
} as const satisfies ClaimTyped;

export const ROBINS_LICENCE: LicenseLine = {
  number: "PH60123456",
  last: "VALE",
  first: "ROBIN",
  middle: "JANE",
  type: "Pharmacist License",
};

export const ROBINS_ROW = {
  NPI: "1245319599",
  "Entity Type Code": "1",
  "Provider Last Name (Legal Name)": "VALE",
  "Provider First Name": "ROBIN",
  "Provider Middle Name": "JANE",
  "Provider Business Practice Location Address State Name": "WA",
  "Provider Business Practice Location Address Telephone Number": "2065550147",
  ...taxonomy(1, "183500000X", "", "", "Y"),
};

/** A list of exclusions with nobody of ours on it. */
const OTHERS = [{ LASTNAME: "TESTER", FIRSTNAME: "UNRELATED" }];

export const WORLD: World = {
  nppes: [ROBINS_ROW],
  leie: OTHERS,
  licenses: { "wa-health": [ROBINS_LICENCE] },
};

export interface Registry extends Town {
  readonly ben: Actor;
  readonly folder: string;
}

/** A town with registries of its own, a second admin, and mail that goes into a list. */
export async function registryTown(store: Store, world: World = WORLD, mail?: WorkMail): Promise<Registry> {
  const folder = await folderOf(world);
  const clock = createManualClock(NOW);
  const core = openTestCore(store, { clock, registries: folder, ...(mail === undefined ? {} : { mail }) });
  const town = await addCommunity(core, clock, { name: "Sunny Side" });
  return { ...town, ben: await invite(town, "Ben Admin", "admin"), folder };
}

/** Somebody new on the team's side says who they are. */
export async function claimOf(town: Town, typed: Partial<ClaimTyped> = {}, name = "Robin Vale") {
  const { core, communityId, providersSpaceId } = town;
  const { credentialId, memberId } = await claimCredential(core, {
    claimant: {
      communityId,
      spaceId: providersSpaceId,
      platform: "south",
      externalId: name,
      pseudonym: name,
    },
    typed: { ...ROBIN, ...typed },
  });
  return { credentialId, memberId, actor: await actorFor(town, memberId) };
}

export async function actorFor({ core }: Town, memberId: string): Promise<Actor> {
  const actor = await readActor(core.db, memberId);
  if (actor === undefined) throw new Error("nobody");
  return actor;
}

/** Shows by a live meeting that the account is theirs. */
export async function prove({ core, admin }: Town, credentialId: string, actor: Actor): Promise<void> {
  const { code } = await startProof(core, { actor: admin, credentialId, kind: "video" });
  await enterCode(core, { actor, code });
}

/** A provider whose claim went all the way: checked, proved, proposed by Ada and approved by Ben. */
export async function verified(town: Registry, typed: Partial<ClaimTyped> = {}, name = "Robin Vale") {
  const { core, admin, ben } = town;
  const claimed = await claimOf(town, typed, name);
  const { credentialId, memberId, actor } = claimed;
  await checkCredential(core, { actor: admin, credentialId });
  await prove(town, credentialId, actor);
  const { proposalId } = await proposeCredential(core, { actor: admin, credentialId });
  await approveProposal(core, { actor: ben, proposalId });
  return { credentialId, memberId, proposalId, actor: await actorFor(town, memberId) };
}

/** The board's next file takes the place of the one before. */
export async function nextLicences(
  { folder, clock }: Registry,
  lines: readonly LicenseLine[],
): Promise<void> {
  const { file } = workFolder();
  await importLicense({
    folder,
    now: clock.now(),
    acceptSmaller: true,
    path: file("next.csv", LICENSE_FILES["wa-health"](lines)),
    profile: "wa-health",
    asOf: clock.now().toISOString().slice(0, 10),
  });
}

export const removeRegistry = ({ folder }: Registry, name: string): void =>
  rmSync(`${folder}/${name}.sqlite`);
