import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type ActAboutMember, proposeAboutMember } from "#core/proposals/about-member.ts";

export const REVEAL: ActAboutMember = {
  act: "identity.reveal",
  propose: "identity.propose",
  proposed: "identity.proposed",
  scope: "identity",
  states: ["active"],
};

/**
 * Asks to see which account on a platform is a member's, such as when the police must be told where somebody is. A second person
 * has to agree; the member and the team are told, with the reason. Refuses not_found, not_allowed for oneself, proposal_open,
 * empty, too_long.
 */
export const proposeReveal = (
  core: Core,
  input: { actor: Actor; member: string; reason: string },
): Promise<{ proposalId: string; expiresAt: Date }> => proposeAboutMember(core, REVEAL, input);
