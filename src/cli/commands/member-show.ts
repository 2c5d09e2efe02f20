import type { CommandInput, Outcome } from "#cli/command.ts";
import { showMember } from "#core/members/show-member.ts";

function day(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** The member may be given by id or by their name here. Who they are on a platform is not shown to anybody. */
export async function run(input: CommandInput): Promise<Outcome> {
  const shown = await showMember(await input.core(), {
    actor: await input.actor(),
    member: input.args[0] ?? "",
  });
  const { title, quiet } = input.paint;
  const row = (name: string, text: string): string => `${quiet(name.padEnd(12))} ${text}`;
  return {
    data: shown,
    lines: [
      `${title(shown.pseudonym)}  ${shown.memberId}`,
      row("roles", shown.roles.join(", ") || "none"),
      row("joined", day(shown.joinedAt)),
      row("reached on", shown.platforms.join(", ") || "the command line"),
      row("when grave", shown.crisisContact ? "is told when a member may be in danger" : "is not told"),
      row("questions", String(shown.questionsAsked)),
      ...shown.agreements.map(({ textVersion, givenAt, withdrawnAt }) =>
        row(
          "agreed",
          `text ${textVersion}, ${day(givenAt)}${withdrawnAt === null ? "" : `, withdrawn ${day(withdrawnAt)}`}`,
        ),
      ),
      ...shown.credentials.map(({ credentialId, profession, jurisdiction, status }) =>
        row("credential", `${profession}, ${jurisdiction}, ${status}  ${credentialId}`),
      ),
    ],
  };
}
