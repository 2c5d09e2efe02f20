import { hanging } from "#cli/columns.ts";
import { type CommandInput, type Outcome, UsageError } from "#cli/command.ts";
import { dayFrom, dayOf } from "#cli/credential-words.ts";
import { type CaseDecision, decideCase } from "#core/credentials/cases/decide-case.ts";
import { listCases, type ShownCase } from "#core/credentials/cases/list-cases.ts";
import { refuse } from "#core/errors.ts";

const DECISIONS = ["agree", "dismiss", "settle"] as const satisfies readonly CaseDecision[];
const WIDTH = 100;

const DONE: Readonly<Record<CaseDecision, string>> = {
  agree:
    "Agreed: the credential is shown as under review from now on. Standing ends only with suspend or revoke.",
  dismiss: "Dismissed: nothing changes for anybody, and the case is closed.",
  settle: "Settled: the credential is under review no more, and the case is closed.",
};

const STATES: Readonly<Record<string, string>> = {
  open: "open: --agree that it must be looked into, or --dismiss it",
  agreed: "under review: --settle it when you know",
};

const SAYS: Readonly<Record<string, string>> = {
  question: "asks",
  reply: "replies (the provider)",
  decision: "decides",
};

function linesOf(one: ShownCase, now: Date, { paint }: CommandInput): string[] {
  const { provider, profession, jurisdiction, credentialId, state, openedAt, notes } = one;
  return [
    `${paint.title(provider)}  ${profession}, ${jurisdiction}  ${paint.quiet(credentialId)}`,
    `  since ${dayFrom(openedAt, now)}; ${STATES[state] ?? state}`,
    ...notes.flatMap(({ kind, by, text, at }) =>
      hanging("    ", `${dayOf(at)} ${by} ${SAYS[kind] ?? "says"}: ${text}`, WIDTH),
    ),
  ];
}

async function list(input: CommandInput, credentialId: string | undefined): Promise<Outcome> {
  const core = await input.core();
  const all = await listCases(core, { actor: await input.actor() });
  const open = credentialId === undefined ? all : all.filter((one) => one.credentialId === credentialId);
  if (credentialId !== undefined && open.length === 0) throw refuse("not_found", { what: "case" });
  const now = core.clock.now();
  const lines = open.flatMap((one) => linesOf(one, now, input));
  return { data: open, lines: open.length === 0 ? ["Nobody questions a credential."] : lines };
}

/** Questions about credentials with all that was said, or the decision on one. */
export async function run(input: CommandInput): Promise<Outcome> {
  const [credentialId] = input.args;
  const chosen = DECISIONS.filter((decision) => input.options[decision] === true);
  const [decision, another] = chosen;
  if (decision === undefined) {
    if (input.options.reason !== undefined)
      throw new UsageError("--reason goes with --agree, --dismiss or --settle");
    return list(input, credentialId);
  }
  if (another !== undefined) throw new UsageError(`--${decision} and --${another} cannot both be meant`);
  if (credentialId === undefined)
    throw new UsageError(`--${decision} needs the credential that is questioned`);
  const reason = await input.need("reason", "Why?");
  const core = await input.core();
  const { state } = await decideCase(core, { actor: await input.actor(), credentialId, decision, reason });
  return { data: { credentialId, state }, lines: [DONE[decision]] };
}
