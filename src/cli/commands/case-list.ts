import { aboutWords, momentOf, times, waitsFor } from "#cli/case-words.ts";
import type { CommandInput, Outcome } from "#cli/command.ts";
import { listCases } from "#core/credentials/cases/list-cases.ts";
import { SEVERITIES } from "#core/moderation/cases/case.ts";
import { caseQueue } from "#core/moderation/cases/case-queue.ts";

/** Open cases, the gravest first; questions about credentials are only counted, since they are decided elsewhere. */
export async function run(input: CommandInput): Promise<Outcome> {
  const core = await input.core();
  const actor = await input.actor();
  const cases = await caseQueue(core, { actor });
  const questions = (await listCases(core, { actor })).length;
  const now = core.clock.now();
  const { paint } = input;
  const elsewhere =
    questions === 0
      ? []
      : [
          `${times(questions, "question")} about credentials: ${paint.title("curbside credential challenge")}`,
        ];
  return {
    data: { cases, credentialQuestions: questions },
    lines: [
      ...(cases.length === 0 ? ["No case waits."] : []),
      ...cases.map(({ number, severity, about, person, reports, openedAt, holder, leaseEndsAt }) => {
        const grave = severity === 3 ? paint.bad : severity === 2 ? paint.warn : paint.quiet;
        const held = leaseEndsAt === null ? "" : `  ${holder} has it until ${momentOf(leaseEndsAt)}`;
        return `${paint.title(String(number).padStart(4))}  ${grave(SEVERITIES[severity].padEnd(8))} ${aboutWords(about, person)}, ${times(reports, "report")}, for ${waitsFor(openedAt, now)}${paint.quiet(held)}`;
      }),
      ...elsewhere,
    ],
  };
}
