import { type CommandInput, type Outcome, UsageError } from "#cli/command.ts";
import { ageOf, nextCommand, WAITS_FOR } from "#cli/credential-words.ts";
import { reviewCredentials } from "#cli/review-credentials.ts";
import { credentialQueue } from "#core/credentials/decision/credential-queue.ts";

/** What waits for somebody, the oldest first; with --review, one after the other. */
export async function run(input: CommandInput): Promise<Outcome> {
  const { io, json, options, paint } = input;
  if (options.review === true) {
    const { ask, terminal = false } = io;
    if (json || ask === undefined || !terminal)
      throw new UsageError("--review needs a terminal and somebody in front of it, and goes without --json");
    return reviewCredentials(input, ask);
  }
  const core = await input.core();
  const waiting = await credentialQueue(core, { actor: await input.actor() });
  const now = core.clock.now();
  if (waiting.length === 0) return { data: [], lines: ["Nothing waits."] };
  return {
    data: waiting.map((one) => ({ ...one, next: nextCommand(one) })),
    lines: waiting.flatMap((one) => {
      const { provider, profession, jurisdiction, claimedAt, waitsFor, proposedBy } = one;
      const but = proposedBy === null ? "" : ` (not ${proposedBy}, who proposed it)`;
      return [
        `${paint.title(provider)}  ${profession}, ${jurisdiction}  ${paint.quiet(`for ${ageOf(claimedAt, now)}`)}`,
        `  waits for ${WAITS_FOR[waitsFor]}${but}`,
        `  ${nextCommand(one)}`,
      ];
    }),
  };
}
