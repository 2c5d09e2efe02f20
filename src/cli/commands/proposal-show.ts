import { momentOf } from "#cli/case-words.ts";
import { hanging } from "#cli/columns.ts";
import type { CommandInput, Outcome, Paint } from "#cli/command.ts";
import { dayFrom } from "#cli/credential-words.ts";
import { policyChangeLines } from "#cli/policy-changes.ts";
import { proposalWords } from "#cli/proposal-words.ts";
import { type ShownProposal, showProposal } from "#core/proposals/show-proposal.ts";

const LOOKS = {
  identity: "see whose account it is",
  export: "save what is kept about them",
} as const;

function aboutLines({ about }: ShownProposal, paint: Paint): string[] {
  if (about.what === "credential") return [`  curbside credential show ${about.credentialId}`];
  if (about.what === "identity" || about.what === "export")
    return hanging("  ", `${LOOKS[about.what]}; they are told, with this reason: ${about.reason}`, 100);
  if (about.what === "erasure")
    return hanging(
      "  ",
      `erase everything of them, which nobody can undo, for this reason: ${about.reason}`,
      100,
    );
  if (about.what === "policy") {
    const { changes } = about;
    const files = changes.files.map(({ file, change }) => `${file} ${change}`).join(", ");
    return [
      ...policyChangeLines(changes, { ruleOf: (id) => changes.shown[id], paint }).map((line) => `  ${line}`),
      `  Files: ${files}`,
    ];
  }
  const { action, rule, reason, endsAt, caseNumber } = about;
  const until = endsAt === null ? "for good" : `until ${momentOf(endsAt)}`;
  return [
    ...hanging("  ", `${action}, ${rule}, ${until}: ${reason}`, 100),
    `  curbside case show ${caseNumber}`,
  ];
}

/** One act that waits for a second person: what it is, and where to look before saying yes. */
export async function run(input: CommandInput): Promise<Outcome> {
  const core = await input.core();
  const proposalId = input.args[0] ?? "";
  const shown = await showProposal(core, { actor: await input.actor(), proposalId });
  const { state, approvedBy, expiresAt } = shown;
  const { paint } = input;
  const open = `waits until ${dayFrom(expiresAt, core.clock.now())} for somebody else: ${paint.title(`curbside proposal approve ${proposalId}`)}`;
  const by = approvedBy === null ? state : `${state} by ${approvedBy}`;
  return {
    data: shown,
    lines: [proposalWords(shown), ...aboutLines(shown, paint), state === "open" ? open : by],
  };
}
