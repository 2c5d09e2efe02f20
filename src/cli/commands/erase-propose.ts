import type { CommandInput, Outcome } from "#cli/command.ts";
import { proposeAboutMember } from "#cli/propose-about-member.ts";
import { proposeErasure } from "#core/privacy/propose-erasure.ts";

/** Asks to erase a member who wished for it; a second person has to agree. */
export const run = (input: CommandInput): Promise<Outcome> =>
  proposeAboutMember(input, proposeErasure, {
    ask: "Why? The second person reads this; it is erased too",
    told: "Nothing is erased before.",
    next: () => [
      input.paint.quiet(
        "Nobody can undo it then. The member gets a receipt, and you see nothing of what was erased.",
      ),
    ],
  });
