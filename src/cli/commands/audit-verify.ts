import type { CommandInput, Outcome } from "#cli/command.ts";
import { authorise } from "#core/access.ts";
import { verifyAudit } from "#core/foundation/audit/verify-audit.ts";

const WHY = {
  gap: "an entry is missing before it",
  link: "it does not follow from the entry before it",
  content: "its content was changed",
  head: "the record ends earlier or later than it should",
  checkpoint: "it does not match the signed checkpoint",
} as const;

/** Exit 1 when an entry was changed, and its number. */
export async function run(input: CommandInput): Promise<Outcome> {
  authorise(await input.actor(), "audit.verify");
  const core = await input.core();
  const result = await verifyAudit(core.store);
  if (result.ok)
    return {
      data: result,
      lines: [
        `${input.paint.good("Unbroken:")} ${result.entries} entries, head ${result.head.slice(0, 12)}.`,
      ],
    };
  return {
    data: result,
    lines: [input.paint.bad(`Entry ${result.seq} was tampered with: ${WHY[result.why]}.`)],
    exit: 1,
  };
}
