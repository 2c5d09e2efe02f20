import type { CommandInput, Outcome } from "#cli/command.ts";
import { proposeAboutMember } from "#cli/propose-about-member.ts";
import { proposeReveal } from "#core/moderation/identity/propose-reveal.ts";

/** Asks to see which account is a member's; a second person has to agree. */
export const run = (input: CommandInput): Promise<Outcome> => proposeAboutMember(input, proposeReveal);
