import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { changeRole, GIVEN_ROLES, TAKEN_ROLES } from "#core/members/change-role.ts";

/** The member may be given by id or by their name here. */
export async function run(input: CommandInput): Promise<Outcome> {
  const given = textOption(input.options, "give");
  const taken = textOption(input.options, "take");
  const asked = given ?? taken;
  if (asked === undefined || (given !== undefined && taken !== undefined))
    throw new UsageError("Say one of --give <role> and --take <role>");
  const known = given === undefined ? TAKEN_ROLES : GIVEN_ROLES;
  const role = known.find((one) => one === asked);
  if (role === undefined)
    throw new UsageError(
      `A role that can be ${given === undefined ? "taken" : "given"} is one of ${known.join(", ")}, not "${asked}"; providers get theirs by \`curbside credential add\``,
    );
  const { memberId, pseudonym, roles } = await changeRole(await input.core(), {
    actor: await input.actor(),
    member: input.args[0] ?? "",
    role,
    held: given !== undefined,
  });
  return {
    data: { memberId, roles },
    lines: [`${input.paint.title(pseudonym)} is now: ${roles.join(", ") || "without a role"}.`],
  };
}
