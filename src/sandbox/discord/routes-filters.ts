import { REFUSED } from "./errors.ts";
import { patternOf } from "./filters.ts";
import type { FilterAction, FilterRule, Guild, Json } from "./model.ts";
import { PERMISSION } from "./permissions.ts";
import { type Call, guildOf, type Route, requireInGuild, route } from "./route.ts";
import { between, list, text } from "./validate-values.ts";

const MOST_RULES = 6;
const KEYWORD = 1;
const MESSAGE_SEND = 1;

const strings = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Refuses what is too many or too long; Discord trims nothing here. */
function checkedWords(field: string, value: unknown, most: number, longest: number): string[] {
  const words = strings(value);
  between(`trigger_metadata.${field}`, words.length, 0, most);
  for (const word of words) between(`trigger_metadata.${field}`, word.length, 1, longest);
  return words;
}

function checkedPatterns(value: unknown): string[] {
  const patterns = checkedWords("regex_patterns", value, 10, 260);
  for (const pattern of patterns) {
    try {
      // Rust's engine has neither looking around nor references back.
      if (/\(\?[=!<]|\\[1-9]/.test(pattern)) throw new Error("not in Rust");
      patternOf(pattern);
    } catch {
      throw REFUSED.form("trigger_metadata.regex_patterns", "Invalid regex pattern.");
    }
  }
  return patterns;
}

function checkedAction({ world }: Call, guild: Guild, { type, metadata }: Json): FilterAction {
  const { custom_message: message, channel_id: channelId } = (metadata ?? {}) as Json;
  if (type === 1) {
    between("actions.metadata.custom_message", text(message).length, 0, 150);
    return { type, message: typeof message === "string" ? message : undefined };
  }
  if (type !== 2) throw REFUSED.form("actions.type", "The stand-in blocks and alerts only.");
  const channel = world.channels.get(String(channelId));
  if (channel?.guildId !== guild.id) throw REFUSED.form("actions.metadata.channel_id", "Invalid channel.");
  return { type, channelId: channel.id };
}

function checkedActions(call: Call, guild: Guild, value: unknown): FilterAction[] {
  between("actions", list(value).length, 1, 5);
  return list(value).map((action) => checkedAction(call, guild, action));
}

/** What a body says of a rule; what it leaves out is missing. */
function partsOf(call: Call, guild: Guild): Partial<FilterRule> {
  const { name, enabled, trigger_metadata, actions, exempt_roles, exempt_channels } = call.body;
  if (name !== undefined) between("name", text(name).length, 1, 100);
  between("exempt_roles", strings(exempt_roles).length, 0, 20);
  between("exempt_channels", strings(exempt_channels).length, 0, 50);
  const words = trigger_metadata as Json | undefined;
  return {
    ...(name === undefined ? {} : { name: text(name) }),
    ...(enabled === undefined ? {} : { enabled: enabled === true }),
    ...(words === undefined
      ? {}
      : {
          keywords: checkedWords("keyword_filter", words.keyword_filter, 1000, 60),
          patterns: checkedPatterns(words.regex_patterns),
          allowed: checkedWords("allow_list", words.allow_list, 100, 60),
        }),
    ...(actions === undefined ? {} : { actions: checkedActions(call, guild, actions) }),
    ...(exempt_roles === undefined ? {} : { exemptRoles: strings(exempt_roles) }),
    ...(exempt_channels === undefined ? {} : { exemptChannels: strings(exempt_channels) }),
  };
}

function requireWords({ keywords, patterns }: FilterRule): void {
  if (keywords.length + patterns.length === 0)
    throw REFUSED.form("trigger_metadata", "Either keyword_filter or regex_patterns is required.");
}

function json(rule: FilterRule, guild: Guild): Json {
  return {
    id: rule.id,
    guild_id: guild.id,
    creator_id: rule.creatorId,
    name: rule.name,
    event_type: MESSAGE_SEND,
    trigger_type: KEYWORD,
    trigger_metadata: {
      keyword_filter: rule.keywords,
      regex_patterns: rule.patterns,
      allow_list: rule.allowed,
    },
    actions: rule.actions.map((action) =>
      action.type === 1
        ? { type: 1, metadata: action.message === undefined ? {} : { custom_message: action.message } }
        : { type: 2, metadata: { channel_id: action.channelId } },
    ),
    enabled: rule.enabled,
    exempt_roles: rule.exemptRoles,
    exempt_channels: rule.exemptChannels,
  };
}

/** The server, for who may manage it. */
function managed(call: Call): Guild {
  const guild = guildOf(call);
  requireInGuild(call, guild, PERMISSION.manageGuild);
  return guild;
}

function ruleOf(call: Call, guild: Guild): FilterRule {
  const rule = guild.filters.get(call.params[1] ?? "");
  if (rule === undefined) throw REFUSED.unknownFilter();
  return rule;
}

function create(call: Call): Json {
  const guild = managed(call);
  const { body, world, application } = call;
  if (body.name === undefined) throw REFUSED.form("name", "This field is required");
  if (body.trigger_type !== KEYWORD || body.event_type !== MESSAGE_SEND)
    throw REFUSED.form("trigger_type", "The stand-in has rules for words only.");
  between("actions", list(body.actions).length, 1, 5);
  if (guild.filters.size >= MOST_RULES)
    throw REFUSED.form("trigger_type", `Must be ${MOST_RULES} or fewer rules of this type.`);
  const rule: FilterRule = {
    id: world.nextId(),
    creatorId: application.bot.id,
    name: "",
    enabled: false,
    keywords: [],
    patterns: [],
    allowed: [],
    actions: [],
    exemptRoles: [],
    exemptChannels: [],
    ...partsOf(call, guild),
  };
  requireWords(rule);
  guild.filters.set(rule.id, rule);
  return json(rule, guild);
}

function change(call: Call): Json {
  const guild = managed(call);
  const changed = { ...ruleOf(call, guild), ...partsOf(call, guild) };
  requireWords(changed);
  guild.filters.set(changed.id, changed);
  return json(changed, guild);
}

/** AutoMod: the server's rules that look for words. */
export const FILTER_ROUTES: readonly Route[] = [
  route("GET /guilds/:id/auto-moderation/rules", (call) => {
    const guild = managed(call);
    return [...guild.filters.values()].map((rule) => json(rule, guild));
  }),
  route("GET /guilds/:id/auto-moderation/rules/:id", (call) => {
    const guild = managed(call);
    return json(ruleOf(call, guild), guild);
  }),
  route("POST /guilds/:id/auto-moderation/rules", create),
  route("PATCH /guilds/:id/auto-moderation/rules/:id", change),
  route("DELETE /guilds/:id/auto-moderation/rules/:id", (call) => {
    const guild = managed(call);
    guild.filters.delete(ruleOf(call, guild).id);
    return undefined;
  }),
];
