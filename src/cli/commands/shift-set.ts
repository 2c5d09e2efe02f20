import { type CommandInput, type Outcome, textOption } from "#cli/command.ts";
import { hoursWords } from "#core/moderation/shifts/hours.ts";
import { ownShifts } from "#core/moderation/shifts/own-shifts.ts";
import { setShifts } from "#core/moderation/shifts/set-shifts.ts";

/** One's own hours, or by an admin those of somebody else. One's zone is asked for once. */
export async function run(input: CommandInput): Promise<Outcome> {
  const core = await input.core();
  const actor = await input.actor();
  const of = textOption(input.options, "of");
  const before = of === undefined ? await ownShifts(core, { actor }) : undefined;
  const zone =
    textOption(input.options, "zone") ??
    before?.zone ??
    (await input.need("zone", "In which time zone? (such as Europe/Berlin)"));
  const set = await setShifts(core, {
    actor,
    hours: input.args.join(" "),
    zone,
    ...(of === undefined ? {} : { of }),
  });
  const { memberId, pseudonym, canBeTold } = set;
  const hours = hoursWords(set.hours);
  const { paint } = input;
  const whose = memberId === actor.memberId ? "You are there" : `${pseudonym} is there`;
  return {
    data: { memberId, pseudonym, hours, zone: set.zone, canBeTold },
    lines: [
      `${paint.good(`${whose} ${hours} (${set.zone}).`)} Whoever moderates sees who is there, and not in which zone.`,
      canBeTold
        ? "When somebody may be in danger in these hours, the bot writes a direct message, and the card in the crisis channel has the name."
        : paint.warn(
            "When somebody may be in danger in these hours, only the card in the crisis channel has the name: no direct message can be sent, since there is no account on Discord or Slack, or one that is reached by another way.",
          ),
    ],
  };
}
