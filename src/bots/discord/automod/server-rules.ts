import {
  type APIAutoModerationRule,
  type APIGuildTextChannel,
  type APIRole,
  type GuildTextChannelType,
  PermissionFlagsBits,
  type REST,
  type RESTPatchAPIAutoModerationRuleJSONBody,
  Routes,
} from "discord.js";
import { OPEN_PURPOSES } from "#core/communities/link-channel.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { PUSHED_KINDS, type PushedKind, pushedRules } from "#core/screening/policies/pushed-rules.ts";
import type { DiscordBotOptions } from "../client.ts";
import { troubleOf } from "../messenger-failures.ts";
import { createSendingRest } from "../rest.ts";
import { type ComparedRule, compareRules } from "./compare-rules.ts";
import { LIMITS } from "./limits.ts";
import { readName, type WantedRule, wantedRules } from "./wanted-rules.ts";

type Server = Parameters<typeof Routes.guildAutoModerationRules>[0];

const NEEDS_ALERTS =
  "must name a channel of the server that moderators read: Discord posts there what it found (--alerts ID)";

const NEEDS_HIDDEN =
  "must be one that only moderators read: Discord posts there what people wrote, also what was not posted (--alerts ID)";

/** What an admin typed; what is left out stays as it stands on Discord. */
export interface PushWishes {
  readonly kinds?: readonly PushedKind[];
  readonly stop?: readonly PushedKind[];
  readonly alerts?: string;
  readonly exemptRoles?: readonly string[];
  readonly exemptChannels?: readonly string[];
}

export interface ServerRules {
  readonly compared: readonly ComparedRule[];
  /** Brings the server in line: what is gone is removed first, so that there is room. */
  push(): Promise<void>;
}

/** AutoMod may only be seen and changed by who may manage the server. */
async function asAdmin<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    const { why } = troubleOf(error);
    if (why === "forbidden" || why === "gone" || why === "rejected" || why === "signed-out")
      throw refuse("filter_refused", { why });
    throw refuse("filter_away", {});
  }
}

export async function readRules(rest: REST, guildId: Server): Promise<APIAutoModerationRule[]> {
  return (await rest.get(Routes.guildAutoModerationRules(guildId))) as APIAutoModerationRule[];
}

/** Where the rules that stand report to, whom they stop, as far as Curbside's say so. */
function asItStands(rules: readonly APIAutoModerationRule[]) {
  const ours = rules.filter(({ name }) => readName(name) !== undefined);
  const alerts = ours
    .flatMap(({ actions }) => actions)
    .find(({ metadata }) => metadata?.channel_id !== undefined)?.metadata?.channel_id;
  const stop = ours
    .filter(({ actions }) => actions.some(({ type }) => type === 1))
    .flatMap(({ name }) => readName(name)?.kind ?? []);
  return { alerts, stop };
}

interface Place {
  readonly spaceId: string;
  readonly channels: readonly { readonly purpose: string; readonly channelId: string }[];
}

/** Channels of the team: what moderators quote there is no find. */
const teamChannels = ({ channels }: Place): string[] =>
  channels.filter(({ purpose }) => !OPEN_PURPOSES.has(purpose)).map(({ channelId }) => channelId);

function choicesFor(place: Place, rules: readonly APIAutoModerationRule[], wishes: PushWishes) {
  const { alerts: standing, stop } = asItStands(rules);
  const { channels } = place;
  const linked = (purpose: string) => channels.find((channel) => channel.purpose === purpose)?.channelId;
  const alerts = wishes.alerts ?? standing ?? linked("moderation") ?? linked("crisis");
  if (alerts === undefined) throw refuse("invalid_input", { field: "alerts", rule: NEEDS_ALERTS });
  const { exemptRoles, exemptChannels } = wishes;
  return {
    alerts,
    stop: new Set(wishes.stop ?? stop),
    ...(exemptRoles === undefined ? {} : { exemptRoles }),
    ...(exemptChannels === undefined ? {} : { exemptChannels }),
  };
}

/** Whether everybody in the server reads a channel; false also where the bot cannot look into it. */
async function isOpen(rest: REST, guildId: Server, channelId: string): Promise<boolean> {
  try {
    const channel = (await rest.get(Routes.channel(channelId))) as APIGuildTextChannel<GuildTextChannelType>;
    const roles = (await rest.get(Routes.guildRoles(guildId))) as APIRole[];
    const everyone = BigInt(roles.find(({ id }) => id === guildId)?.permissions ?? "0");
    const { allow, deny } = channel.permission_overwrites?.find(({ id }) => id === guildId) ?? {};
    const bits = (everyone & ~BigInt(deny ?? "0")) | BigInt(allow ?? "0");
    return (bits & PermissionFlagsBits.ViewChannel) !== 0n;
  } catch (error) {
    const { why } = troubleOf(error);
    if (why === "forbidden" || why === "gone") return false;
    throw error;
  }
}

/** Which kind of trigger a rule has is settled when it is made. */
function changeOf(wanted: WantedRule | undefined): RESTPatchAPIAutoModerationRuleJSONBody {
  const { trigger_type: _settled, ...body } = wanted?.body ?? {};
  return body;
}

interface Carried {
  readonly guildId: Server;
  readonly compared: readonly ComparedRule[];
  /** Channels that a new rule does not look at, where nobody said which. */
  readonly spared: readonly string[];
}

async function carryOut(rest: REST, { guildId, compared, spared }: Carried): Promise<void> {
  for (const { standing, ruleId = "" } of compared)
    if (standing === "gone") await rest.delete(Routes.guildAutoModerationRule(guildId, ruleId));
  for (const { standing, ruleId = "", wanted } of compared)
    if (standing === "changed" || standing === "by-hand")
      await rest.patch(Routes.guildAutoModerationRule(guildId, ruleId), { body: changeOf(wanted) });
  for (const { standing, wanted } of compared)
    if (standing === "new") {
      const body = { exempt_channels: spared, ...wanted?.body };
      await rest.post(Routes.guildAutoModerationRules(guildId), { body });
    }
}

/**
 * The policies beside the AutoMod rules of one server. Refuses filter_refused, filter_away,
 * invalid_input where alerts go nowhere, or to everybody.
 */
export async function rulesOfServer(
  core: Core,
  rest: REST,
  place: Place,
  wishes: PushWishes,
): Promise<ServerRules> {
  const { spaceId } = place;
  const standing = await asAdmin(() => readRules(rest, spaceId));
  const kinds = new Set(wishes.kinds ?? PUSHED_KINDS);
  const groups = pushedRules(core.policies()).filter(({ kind }) => kinds.has(kind));
  const choices = choicesFor(place, standing, wishes);
  if (await asAdmin(() => isOpen(rest, spaceId, choices.alerts)))
    throw refuse("invalid_input", { field: "channel for alerts", rule: NEEDS_HIDDEN });
  const wanted = wantedRules(groups, choices).slice(0, LIMITS.rules);
  const compared = compareRules(standing, wanted);
  const spared = [...new Set([...teamChannels(place), choices.alerts])];
  return { compared, push: () => asAdmin(() => carryOut(rest, { guildId: spaceId, compared, spared })) };
}

/** With a client that repeats nothing: a rule that was made twice would stand twice. */
export async function withServerRest<T>(
  core: Core,
  { token, api }: Pick<DiscordBotOptions, "token" | "api">,
  work: (rest: REST) => Promise<T>,
): Promise<T> {
  const rest = createSendingRest({ token, api, timeoutMs: core.config.timing.clientTimeoutMs });
  try {
    return await work(rest);
  } finally {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  }
}
