import { bad, type Finding, good, warning } from "#bots/check-up.ts";
import { times } from "#cli/case-words.ts";
import type { Core } from "#core/core.ts";
import { loadRules, ownRules } from "#core/moderation/load-rules.ts";
import { lostRules } from "#core/moderation/lost-rules.ts";
import { RulesError } from "#core/moderation/rules-file.ts";

const WHAT = "Rules of the community";

/** Whether the rules can be read at all, those of one's own included. */
export function rulesFinding(home: string): Finding {
  try {
    const { inForce } = loadRules(ownRules(home));
    const own = inForce.filter(({ from }) => from === "own").length;
    return good(WHAT, `${inForce.length} in force${own === 0 ? "" : `, ${own} of them your own`}`);
  } catch (error) {
    if (!(error instanceof RulesError)) throw error;
    const [first] = error.problems;
    const more = error.problems.length > 1 ? `, and ${error.problems.length - 1} more` : "";
    return bad(
      WHAT,
      `${[first?.file, first?.where].filter(Boolean).join(", ")}: ${first?.problem ?? ""}${more}`,
      "Correct rules.yaml in CURBSIDE_HOME (docs/moderation.md); curbside rules says all that is wrong with it.",
    );
  }
}

/** Rules that were taken out of the file although decisions rest on them. */
export async function lostRuleFindings(core: Core): Promise<Finding[]> {
  return (await lostRules(core)).map(({ id, decisions }) =>
    warning(
      WHAT,
      `${id} is not in rules.yaml any more, and ${times(decisions, "decision")} ${decisions === 1 ? "rests" : "rest"} on it`,
      "Put it back with its number and retired: true, so that nobody takes its number for another rule.",
    ),
  );
}
