import type { CommandInput, Outcome } from "#cli/command.ts";
import { type DecideAppeal, decideAppeal } from "#core/moderation/appeals/decide-appeal.ts";

const DONE: Readonly<Record<DecideAppeal["outcome"], string>> = {
  upheld: "It stays as it was decided, and they are told why. That is the end of it.",
  overturned: "It is undone on every platform, its points are cleared, and they are told why.",
};

/** The second look, with the reason that whoever appealed reads. */
export async function settleAppeal(input: CommandInput, outcome: DecideAppeal["outcome"]): Promise<Outcome> {
  const reason = await input.need("reason", "Why? Whoever appealed reads it.");
  const decided = await decideAppeal(await input.core(), {
    actor: await input.actor(),
    named: input.args[0] ?? "",
    outcome,
    reason,
  });
  return { data: { ...decided, outcome }, lines: [`${input.paint.good("Decided.")} ${DONE[outcome]}`] };
}
