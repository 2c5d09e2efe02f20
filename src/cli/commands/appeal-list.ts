import { waitsFor } from "#cli/case-words.ts";
import type { CommandInput, Outcome } from "#cli/command.ts";
import { dayFrom } from "#cli/credential-words.ts";
import { appealQueue } from "#core/moderation/appeals/appeal-queue.ts";

/** Appeals that wait, the one that is due first at the top. */
export async function run(input: CommandInput): Promise<Outcome> {
  const core = await input.core();
  const waiting = await appealQueue(core, { actor: await input.actor() });
  const now = core.clock.now();
  const { paint } = input;
  return {
    data: waiting,
    lines:
      waiting.length === 0
        ? ["No appeal waits."]
        : waiting.flatMap(({ caseNumber, action, rule, filedAt, dueAt, yours }) => {
            const due =
              dueAt < now ? paint.bad(`PAST DUE ${dayFrom(dueAt, now)}`) : `due ${dayFrom(dueAt, now)}`;
            const whose = yours ? "" : paint.quiet("  you had a part in it: somebody else must look");
            return [
              `${paint.title(String(caseNumber).padStart(4))}  against a decision to ${action}, ${rule}; for ${waitsFor(filedAt, now)}, ${due}${whose}`,
            ];
          }),
  };
}
