import { evidenceLines, noteLines } from "#cli/case-screen.ts";
import { momentOf, times } from "#cli/case-words.ts";
import { hanging } from "#cli/columns.ts";
import { type CommandInput, type Outcome, screenWidth } from "#cli/command.ts";
import { dayFrom, dayOf } from "#cli/credential-words.ts";
import { showAppeal } from "#core/moderation/appeals/appeal-queue.ts";

/** All of an appeal: what was decided and why, what it was about, and what was said since. */
export async function run(input: CommandInput): Promise<Outcome> {
  const core = await input.core();
  const shown = await showAppeal(core, { actor: await input.actor(), named: input.args[0] ?? "" });
  const { caseNumber, state, action, rule, reason, points, decidedAt, filedAt, dueAt } = shown;
  const { paint } = input;
  const width = screenWidth(input.io);
  const counts = points === 0 ? "" : `, ${times(points, "point")}`;
  return {
    data: shown,
    lines: [
      `${paint.title(`Appeal in case ${caseNumber}`)}  ${state}`,
      `asked for on ${momentOf(filedAt)}; due ${dayFrom(dueAt, core.clock.now())}`,
      "",
      paint.title("What was decided"),
      ...hanging("  ", `${action}, ${rule}${counts}, on ${dayOf(decidedAt)}: ${reason}`, width),
      "",
      paint.title("What was reported"),
      ...evidenceLines(shown.evidence, { width, all: true }),
      "",
      paint.title("What was said since"),
      ...noteLines(shown.thread, width),
    ],
  };
}
