import type { CommandInput, Outcome } from "#cli/command.ts";
import { nameCrisisContact } from "#core/communities/name-crisis-contact.ts";

/** The member may be given by id or by their name here. */
export async function run(input: CommandInput): Promise<Outcome> {
  const on = input.options.off !== true;
  const { memberId, pseudonym } = await nameCrisisContact(await input.core(), {
    actor: await input.actor(),
    member: input.args[0] ?? "",
    on,
  });
  return {
    data: { memberId, crisisContact: on },
    lines: [on ? `${pseudonym} is told when a member may be in danger.` : `${pseudonym} is no longer told.`],
  };
}
