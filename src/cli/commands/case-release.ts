import type { CommandInput, Outcome } from "#cli/command.ts";
import { handBackCase } from "#core/moderation/cases/hand-back-case.ts";

export async function run(input: CommandInput): Promise<Outcome> {
  const named = input.args[0] ?? "";
  await handBackCase(await input.core(), { actor: await input.actor(), named });
  return { data: { case: named }, lines: ["Not yours any more; nobody is asked why."] };
}
