import type { ComparedRule, Standing } from "#bots/discord/automod/compare-rules.ts";
import { LIMITS } from "#bots/discord/automod/limits.ts";
import type { PushWishes } from "#bots/discord/automod/server-rules.ts";
import { type CommandInput, type Options, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { pushLines } from "#cli/push-report.ts";
import { authorise } from "#core/access.ts";
import { linkedPlaces } from "#core/communities/linked-places.ts";
import { type PushCounts, pushPolicies } from "#core/moderation/automatic/push-policies.ts";
import { mayStop, PUSHED_KINDS, type PushedKind } from "#core/screening/policies/pushed-rules.ts";

/** What was listed with commas; undefined where the option is missing, nothing for `none`. */
function listed(options: Options, name: string): string[] | undefined {
  const typed = textOption(options, name);
  if (typed === undefined) return undefined;
  const parts = typed.split(",").map((part) => part.trim());
  return typed.trim() === "none" ? [] : parts.filter((part) => part !== "");
}

function kinds(options: Options, name: string, possible: readonly PushedKind[]): PushedKind[] | undefined {
  return listed(options, name)?.map((typed) => {
    const kind = possible.find((known) => known === typed);
    if (kind === undefined)
      throw new UsageError(`--${name} takes ${possible.join(", ")} or none, not "${typed}"`);
    return kind;
  });
}

function ids(options: Options, name: string, flag: string, most: number): string[] | undefined {
  const found = listed(options, name);
  const wrong = found?.find((id) => !/^\d{5,20}$/.test(id));
  if (wrong !== undefined)
    throw new UsageError(`--${flag} takes ids, which are long numbers, not "${wrong}"`);
  if (found !== undefined && found.length > most)
    throw new UsageError(`--${flag} takes ${most} ids at the most, not ${found.length}`);
  return found;
}

function wishesOf({ options }: CommandInput): PushWishes {
  const [alerts] = ids(options, "alerts", "alerts", 1) ?? [];
  const wishes = {
    kinds: kinds(options, "kinds", PUSHED_KINDS),
    stop: kinds(options, "block", PUSHED_KINDS.filter(mayStop)),
    alerts,
    exemptRoles: ids(options, "exemptRoles", "exempt-roles", LIMITS.exemptRoles),
    exemptChannels: ids(options, "exemptChannels", "exempt-channels", LIMITS.exemptChannels),
  };
  return Object.fromEntries(Object.entries(wishes).filter(([, value]) => value !== undefined));
}

function countsOf(compared: readonly ComparedRule[]): PushCounts {
  const count = (...standings: readonly Standing[]) =>
    compared.filter(({ standing }) => standings.includes(standing)).length;
  return {
    created: count("new"),
    changed: count("changed", "by-hand"),
    byHand: count("by-hand"),
    removed: count("gone"),
    same: count("same"),
  };
}

/** Shows how the policies stand in Discord's own filter, and brings it in line where that is confirmed. */
export async function run(input: CommandInput): Promise<Outcome> {
  const wishes = wishesOf(input);
  const { discord } = input.config();
  if (discord === null)
    throw new UsageError(
      "No Discord token is configured: name its file as discord_token_file in config.yaml",
    );
  const core = await input.core();
  const actor = await input.actor();
  authorise(actor, "policy.push");
  const places = await linkedPlaces(core, { communityId: actor.communityId, platform: "discord" });
  if (places.length === 0) throw new UsageError("No Discord server is linked: curbside community link");
  const isMeant = input.options.yes === true;
  const { rulesOfServer, withServerRest } = await import("#bots/discord/automod/server-rules.ts");
  return withServerRest(core, discord, async (rest) => {
    const servers: ComparedRule[][] = [];
    for (const place of places) {
      const { compared, push } = await rulesOfServer(core, rest, place, wishes);
      servers.push([...compared]);
      const counts = countsOf(compared);
      if (isMeant && counts.created + counts.changed + counts.removed > 0)
        await pushPolicies(core, { actor, platform: "discord", counts, push });
    }
    const rules = servers.flat();
    return {
      data: {
        pushed: isMeant,
        ...countsOf(rules),
        rules: rules.map(({ kind, standing, name, wanted }) => ({
          kind,
          standing,
          name,
          blocks: wanted?.stops ?? false,
          keywords: wanted?.body.trigger_metadata?.keyword_filter?.length ?? 0,
          patterns: wanted?.body.trigger_metadata?.regex_patterns?.length ?? 0,
          shares: wanted?.shares ?? [],
        })),
      },
      lines: pushLines(rules, { isMeant, paint: input.paint }),
    };
  });
}
