import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { ASKS_FOR_PROOF } from "../credential.ts";
import { codeMail } from "./code-mail.ts";
import { openProof } from "./open-proof.ts";
import { recordStart, requireProvable } from "./start-proof.ts";
import { checkWorkAddress } from "./work-address.ts";

/**
 * Sends a code to a provider's work address, of a domain that the admins listed. The mail is the answer to the press: it may be
 * lost, and a new one can be asked for. The address is kept until the code was used, no longer. Refuses mail_failed,
 * not_found without a claim, too_many, and what checkWorkAddress refuses.
 */
export async function startMailProof(
  core: Core,
  { actor, address }: { actor: Actor; address: string },
): Promise<{ to: string; expiresAt: Date }> {
  authorise(actor, "credential.prove");
  const { mail } = core;
  if (mail === undefined) throw refuse("mail_failed", { why: "off" });
  const to = checkWorkAddress(address, mail.domains);
  const { code, expiresAt, proofId, community } = await core.tx(async (tx, now) => {
    const credential = await tx.credential.findFirst({
      where: { memberId: actor.memberId, status: { in: [...ASKS_FOR_PROOF] } },
      orderBy: { createdAt: "desc" },
      include: { member: { include: { community: true } } },
    });
    if (credential === null) throw refuse("not_found", { what: "credential" });
    requireProvable(credential);
    const opened = await openProof(tx, core, {
      credential,
      kind: "mail",
      address: { to, from: `work e-mail at ${to.slice(to.indexOf("@") + 1)}` },
      byId: null,
      now,
    });
    await recordStart(tx, {
      communityId: actor.communityId,
      actor: actor.memberId,
      credentialId: credential.id,
      kind: "mail",
      now,
    });
    return { ...opened, community: credential.member.community.name };
  });
  try {
    await mail.send(codeMail({ to, community, code, validMs: core.config.timing.proofCodeMs }));
  } catch (error) {
    // What was never sent cannot be entered: the next try begins anew.
    await core.db.controlProof.updateMany({
      where: { id: proofId, state: "open" },
      data: { state: "over", codeKey: null, addressSealed: null },
    });
    throw error;
  }
  return { to, expiresAt };
}
