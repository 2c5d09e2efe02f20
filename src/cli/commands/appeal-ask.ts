import type { CommandInput, Outcome } from "#cli/command.ts";
import { askAppellant } from "#core/moderation/appeals/reply-to-appeal.ts";

export async function run(input: CommandInput): Promise<Outcome> {
  const named = input.args[0] ?? "";
  const text = await input.need("text", "What do you ask them?");
  await askAppellant(await input.core(), { actor: await input.actor(), named, text });
  return {
    data: { appeal: named },
    lines: [
      `${input.paint.good("Asked.")} They read it where they are known; what they reply is in curbside appeal show ${named}`,
    ],
  };
}
