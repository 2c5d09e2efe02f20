import { recordLookUp } from "#core/credentials/decision/look-up.ts";
import { proposeCredential } from "#core/credentials/decision/propose-credential.ts";
import { startProof } from "#core/credentials/proof/start-proof.ts";
import { approveProposal } from "#core/proposals/approve-proposal.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import { sees } from "./patient.ts";
import type { Rig } from "./rig.ts";

export const CLAIM = {
  "Name on the licence": "Vale, Robin Jane",
  Profession: "Pharmacist",
  "Licensed where?": "Ontario",
  "Licence number": "204817",
};

/** Fills in and sends the form of /claim. */
export async function claim(person: DiscordPerson, fields: Readonly<Record<string, string>> = CLAIM) {
  await person.command("claim");
  await person.press("Fill in the form");
  await person.submit(fields);
}

export async function claimed(it: Rig, person: DiscordPerson, fields = CLAIM): Promise<string> {
  await claim(person, fields);
  await sees(person, "we have your claim");
  const { id } = await it.core.db.credential.findFirstOrThrow({ where: { status: "claimed" } });
  return id;
}

/** An admin meets them, they enter the code, and two people decide. */
export async function verified(it: Rig, person: DiscordPerson, fields = CLAIM): Promise<string> {
  const { core, admin: actor, second } = it;
  const credentialId = await claimed(it, person, fields);
  const { code } = await startProof(core, { actor, credentialId, kind: "video" });
  await sees(person, "An admin has a code for you");
  await person.press("Enter code");
  await person.submit({ Code: code });
  await sees(person, "that was the right code");
  await recordLookUp(core, {
    saw: "in-force",
    actor,
    credentialId,
    source: "Ontario College",
    url: "https://register.example/204817",
    checkedAt: core.clock.now(),
  });
  const { proposalId } = await proposeCredential(core, { actor, credentialId, note: "Met on video." });
  await approveProposal(core, { actor: second, proposalId });
  await sees(person, "Your credential is confirmed");
  return credentialId;
}
