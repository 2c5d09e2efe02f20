import { type CommandInput, type Outcome, sinceOption, textOption, UsageError } from "#cli/command.ts";
import { twoPacksFor } from "#cli/policy-files.ts";
import { progressOn } from "#cli/progress.ts";
import { ReplayReport, replayProgressLine } from "#cli/replay-report.ts";
import type { Flip } from "#core/moderation/flip.ts";
import { replayPolicies } from "#core/moderation/replay-policies.ts";

/** Which past texts changed rules would flip, and what rules in shadow would have done. Shows no text unless asked. */
export async function run(input: CommandInput): Promise<Outcome | undefined> {
  const { io, options, json, paint } = input;
  const jsonl = options.jsonl === true;
  if (json && jsonl) throw new UsageError("--json and --jsonl do not go together");
  const since = sinceOption(textOption(options, "since") ?? "90d", io.clock?.now() ?? new Date());
  const { from, to, says } = await twoPacksFor(input);
  const words = options.show === true;
  const report = new ReplayReport(paint);
  const flips: Flip[] = [];
  const onFlip = (flip: Flip) => {
    if (jsonl) io.stdout(`${JSON.stringify(flip)}\n`);
    else if (json) flips.push(flip);
    else report.add(flip);
  };
  const progress =
    process.stderr.isTTY === true && !json && !(jsonl && process.stdout.isTTY === true)
      ? progressOn(io.stderr, { lineOf: replayProgressLine })
      : undefined;
  try {
    const replayed = await replayPolicies(await input.core(), {
      actor: await input.actor(),
      since,
      from,
      to,
      words,
      onFlip,
      ...(progress === undefined ? {} : { onProgress: progress.show }),
      ...(io.signal === undefined ? {} : { signal: io.signal }),
    });
    progress?.clear();
    if (!jsonl) return { data: { ...replayed, flips }, lines: report.lines(replayed, says) };
    io.stdout(`${JSON.stringify(replayed)}\n`);
    return undefined;
  } finally {
    progress?.clear();
  }
}
