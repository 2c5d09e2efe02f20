import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { type ActAboutMember, proposeAboutMember } from "#core/proposals/about-member.ts";

/** Whoever was removed or banned may ask for what is kept of them too. */
export const EXPORT: ActAboutMember = {
  act: "member.export",
  propose: "export.propose",
  proposed: "export.proposed",
  scope: "export",
  states: ["active", "removed", "banned"],
};

/**
 * Asks to save what is kept about a member, who wished for it, or because a law demands it. A second person has to agree; the
 * member and the team are told, with the reason. Refuses not_found, not_allowed for oneself, proposal_open, empty, too_long.
 */
export const proposeExport = (
  core: Core,
  input: { actor: Actor; member: string; reason: string },
): Promise<{ proposalId: string; expiresAt: Date }> => proposeAboutMember(core, EXPORT, input);
