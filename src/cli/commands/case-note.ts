import type { CommandInput, Outcome } from "#cli/command.ts";
import { noteOnCase } from "#core/moderation/cases/note-on-case.ts";

export async function run(input: CommandInput): Promise<Outcome> {
  const named = input.args[0] ?? "";
  const text = await input.need("text", "What should the next moderator know?");
  await noteOnCase(await input.core(), { actor: await input.actor(), named, text });
  return { data: { case: named }, lines: [input.paint.good("Noted. Only moderators read it.")] };
}
