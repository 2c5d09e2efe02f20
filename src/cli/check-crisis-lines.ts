import { bad, type Finding, good, warning } from "#bots/check-up.ts";
import { listCommunities } from "#core/communities/list-communities.ts";
import type { Core } from "#core/core.ts";
import { crisisLinesFor } from "#core/screening/crisis-lines.ts";
import { type CrisisLines, CrisisLinesError } from "#core/screening/crisis-lines-file.ts";
import { loadCrisisLines, ownCrisisLines } from "#core/screening/load-crisis-lines.ts";

const REVIEW_EVERY_MONTHS = 12;

/** Whether the crisis lines can be read at all, those of one's own included. */
export function crisisLinesFinding(home: string): Finding {
  const what = "Crisis lines";
  try {
    return good(what, `of ${loadCrisisLines(ownCrisisLines(home)).countries.size} countries`);
  } catch (error) {
    if (!(error instanceof CrisisLinesError)) throw error;
    const [first] = error.problems;
    const more = error.problems.length > 1 ? `, and ${error.problems.length - 1} more` : "";
    return bad(
      what,
      `${[first?.file, first?.where].filter(Boolean).join(", ")}: ${first?.problem ?? ""}${more}`,
      "Correct crisis-lines.yaml in CURBSIDE_HOME (docs/crisis.md), or install this version again if it is crisis-lines.json.",
    );
  }
}

function reviewFinding(what: string, { country, source, reviewed }: CrisisLines, now: Date): Finding {
  const fix = `Hold them against ${source}, then put the entry of ${country}, with the day of your look as reviewed, into crisis-lines.yaml in CURBSIDE_HOME (docs/crisis.md).`;
  const due = new Date(`${reviewed}T00:00:00Z`);
  if (due.getTime() - now.getTime() > 24 * 3_600_000)
    return warning(what, `the day on which they were reviewed, ${reviewed}, has not come yet`, fix);
  due.setUTCMonth(due.getUTCMonth() + REVIEW_EVERY_MONTHS);
  return due < now
    ? warning(what, `they are as of ${reviewed}, more than ${REVIEW_EVERY_MONTHS} months ago`, fix)
    : good(what, `as of ${reviewed}`);
}

/** How old the crisis lines of each community's country are; one that has none is refused by its set-up. */
export async function reviewFindings(core: Core): Promise<Finding[]> {
  const communities = await listCommunities(core);
  return communities.flatMap(({ name, country }) => {
    const lines = crisisLinesFor(core.crisisLines(), country);
    return lines === undefined ? [] : [reviewFinding(`Crisis lines of ${name}`, lines, core.clock.now())];
  });
}
