import { bad, type Finding, good, warning } from "#bots/check-up.ts";
import { times } from "#cli/case-words.ts";
import { listCommunities } from "#core/communities/list-communities.ts";
import type { Core } from "#core/core.ts";
import { moderationHealth } from "#core/moderation/moderation-health.ts";

/** Whether reports are looked at, and whether there are people enough for what needs two. */
export async function moderationFindings(core: Core): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { communityId, name } of await listCommunities(core)) {
    const { late, appealsPastDue, deciders, agreers } = await moderationHealth(core, { communityId });
    const what = `Moderation of ${name}`;
    const wrong = [
      ...(deciders < 2
        ? [
            bad(
              what,
              `${deciders === 0 ? "nobody" : "only one person"} can decide, so no appeal can be looked at and no ban confirmed`,
              "Invite a second moderator: curbside admin invite NAME --role moderator.",
            ),
          ]
        : []),
      ...(late > 0
        ? [
            bad(
              what,
              `${times(late, "case")} waited longer than a day`,
              "Somebody decides with curbside next.",
            ),
          ]
        : []),
      ...(appealsPastDue > 0
        ? [
            bad(
              what,
              `${times(appealsPastDue, "appeal")} should have been looked at by now`,
              "curbside appeal list names them; somebody who had no part in the decision looks.",
            ),
          ]
        : []),
    ];
    findings.push(...(wrong.length > 0 ? wrong : [good(what, "nothing waits too long, and two can decide")]));
    if (agreers < 2)
      findings.push(
        warning(
          `Policies of ${name}`,
          "nobody here can agree to what another proposes: rules change for a day at the most",
          "Invite a second lead or admin: curbside admin invite NAME --role lead.",
        ),
      );
  }
  return findings;
}
