import type { CommandInput, Outcome } from "#cli/command.ts";
import { listMembers } from "#core/members/list-members.ts";

export async function run(input: CommandInput): Promise<Outcome> {
  const members = await listMembers(await input.core(), { actor: await input.actor() });
  return {
    data: members,
    lines: members.map(
      (member) =>
        `${member.memberId}  ${input.paint.title(member.pseudonym)}  ${member.roles.join(", ")}${member.crisisContact ? "  (crisis contact)" : ""}`,
    ),
  };
}
