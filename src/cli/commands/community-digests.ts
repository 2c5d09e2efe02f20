import { type CommandInput, type Outcome, UsageError } from "#cli/command.ts";
import { setDigests } from "#core/communities/set-digests.ts";

/** Whether members of this community get a weekly digest, where they chose one. */
export async function run(input: CommandInput): Promise<Outcome> {
  const [digests = ""] = input.args;
  if (digests !== "on" && digests !== "off") throw new UsageError(`say "on" or "off", not "${digests}"`);
  await setDigests(await input.core(), { actor: await input.actor(), digests });
  const said =
    digests === "on"
      ? "Members who choose it get a weekly digest."
      : "Nobody here gets a weekly digest; what members chose is kept.";
  return { data: { digests }, lines: [said] };
}
