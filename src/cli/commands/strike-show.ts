import { momentOf, times } from "#cli/case-words.ts";
import { hanging } from "#cli/columns.ts";
import type { CommandInput, Outcome } from "#cli/command.ts";
import { dayFrom, dayOf } from "#cli/credential-words.ts";
import { type ShownDecision, strikesOfMember } from "#core/moderation/decisions/strikes.ts";

function decisionLines({
  action,
  rule,
  reason,
  points,
  state,
  decidedAt,
  endsAt,
  pausesUntil,
}: ShownDecision): string[] {
  const counts = points === 0 ? "" : `, ${times(points, "point")}`;
  const ends = endsAt === null || state !== "standing" ? "" : `, until ${momentOf(endsAt)}`;
  const pause =
    pausesUntil === null || state !== "standing" ? "" : `, writing paused until ${momentOf(pausesUntil)}`;
  const why = reason ?? "It was said in private: leads and admins can read why.";
  return hanging(
    "  ",
    `${dayOf(decidedAt)} ${action}, ${rule}${counts}: ${state}${ends}${pause}. ${why}`,
    100,
  );
}

/** What was decided about a member, and which points stand; also of somebody who was removed or banned. */
export async function run(input: CommandInput): Promise<Outcome> {
  const core = await input.core();
  const member = input.args[0] ?? "";
  const shown = await strikesOfMember(core, { actor: await input.actor(), member });
  const { pseudonym, points, fadesAt, decisions } = shown;
  const fades = fadesAt === null ? "" : `; some fade on ${dayFrom(fadesAt, core.clock.now())}`;
  return {
    data: shown,
    lines: [
      `${input.paint.title(pseudonym)}  ${times(points, "point")} now${fades}`,
      ...(decisions.length === 0 ? ["  Nothing was decided about them."] : decisions.flatMap(decisionLines)),
    ],
  };
}
