import { countLines, placeLines } from "#bots/erasure-words.ts";
import type { CommandInput, Outcome } from "#cli/command.ts";
import { showReceipt } from "#core/privacy/show-receipt.ts";

const WHOSE = {
  member: "by their own wish",
  team: "by two people of the team",
  restore: "again, after a backup",
};

/** The receipt of an erasure, for whoever was given its code. */
export async function run(input: CommandInput): Promise<Outcome> {
  const shown = await showReceipt(await input.core(), {
    actor: await input.actor(),
    code: input.args[0] ?? "",
  });
  const { startedAt, finishedAt, wish, erased, places } = shown;
  const day = (at: Date) => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return {
    data: shown,
    lines: [
      `Erased on ${day(startedAt)}, ${WHOSE[wish]}.`,
      ...[...countLines(erased), ...placeLines(places)].map((line) => `  ${line}`),
      finishedAt === null ? "Some of it is still being removed." : `Done on ${day(finishedAt)}.`,
    ],
  };
}
