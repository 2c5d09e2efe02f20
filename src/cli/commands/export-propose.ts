import type { CommandInput, Outcome } from "#cli/command.ts";
import { proposeAboutMember } from "#cli/propose-about-member.ts";
import { proposeExport } from "#core/privacy/propose-export.ts";

/** Asks to save what is kept about a member; a second person has to agree. */
export const run = (input: CommandInput): Promise<Outcome> =>
  proposeAboutMember(input, proposeExport, {
    next: (proposalId) => [
      `Then either of you: ${input.paint.title(`curbside export save ${proposalId} --to FOLDER`)}`,
    ],
  });
