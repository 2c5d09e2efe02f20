import type { CommandInput, Outcome } from "#cli/command.ts";
import { dayOf } from "#cli/credential-words.ts";
import { authorise } from "#core/access.ts";
import { fileAppeal } from "#core/moderation/appeals/file-appeal.ts";

/** Types in what somebody wrote who cannot get in any more: the code is theirs, so whoever types it has no part in it. */
export async function run(input: CommandInput): Promise<Outcome> {
  const code = await input.need("code", "The code in the message that they got");
  const text = await input.need("text", "What do they say?");
  authorise(await input.actor(), "appeal.read");
  const filed = await fileAppeal(await input.core(), { code, text });
  return {
    data: filed,
    lines: [
      `${input.paint.good("Filed.")} Somebody who had no part in the decision looks at it; they should hear by ${dayOf(filed.dueAt)}.`,
    ],
  };
}
