import type { CommandInput, Outcome } from "#cli/command.ts";
import { authorise } from "#core/access.ts";
import { replyToAppeal } from "#core/moderation/appeals/reply-to-appeal.ts";

/** Types in what somebody answered who cannot get in any more, with the code of their appeal. */
export async function run(input: CommandInput): Promise<Outcome> {
  const code = await input.need("code", "The code in the message that they got");
  const text = await input.need("text", "What do they say?");
  authorise(await input.actor(), "appeal.read");
  await replyToAppeal(await input.core(), { code, text });
  return { data: { replied: true }, lines: [input.paint.good("Added to their appeal.")] };
}
