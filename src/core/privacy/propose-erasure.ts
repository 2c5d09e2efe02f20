import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { type ActAboutMember, proposeAboutMember } from "#core/proposals/about-member.ts";
import { eraseAll } from "./erase/erase-all.ts";

/** Whoever was removed or banned may wish for it too. */
export const ERASURE: ActAboutMember = {
  act: "member.erase",
  propose: "erase.propose",
  proposed: "erase.proposed",
  scope: "erase",
  states: ["active", "removed", "banned"],
};

/**
 * Asks to erase a member who wished for it and cannot do it themselves. A second person has to agree, and nobody sees anything of
 * what is erased. Refuses not_found, not_allowed for oneself, proposal_open, empty, too_long.
 */
export const proposeErasure = (
  core: Core,
  input: { actor: Actor; member: string; reason: string },
): Promise<{ proposalId: string; expiresAt: Date }> => proposeAboutMember(core, ERASURE, input);

/** The second person's yes. The timers note it in the ledger and see it to its end. */
export async function agreeToErase(
  tx: Tx,
  core: Core,
  { proposal, now }: { proposal: { readonly targetId: string; readonly approverId: string }; now: Date },
): Promise<void> {
  await eraseAll(tx, core, { memberId: proposal.targetId, wish: "team", by: proposal.approverId, now });
}
