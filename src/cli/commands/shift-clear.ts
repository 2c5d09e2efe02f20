import { type CommandInput, type Outcome, textOption } from "#cli/command.ts";
import { clearShifts } from "#core/moderation/shifts/clear-shifts.ts";

export async function run(input: CommandInput): Promise<Outcome> {
  const of = textOption(input.options, "of");
  const actor = await input.actor();
  const cleared = await clearShifts(await input.core(), { actor, ...(of === undefined ? {} : { of }) });
  const whose = cleared.memberId === actor.memberId ? "You have" : `${cleared.pseudonym} has`;
  return { data: cleared, lines: [`${whose} no hours${cleared.had ? " any more" : ""}.`] };
}
