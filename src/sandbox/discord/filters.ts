import { createMessage } from "./messages.ts";
import type { Channel, FilterRule, Guild, PersonRecord } from "./model.ts";
import { PERMISSION } from "./permissions.ts";
import { addRecord } from "./scene.ts";
import type { World } from "./world.ts";

const SYSTEM = "AutoMod";
const WORD = "[\\p{L}\\p{N}_]";
const KEYWORD = 1;

interface Written {
  readonly authorId: string;
  readonly content: string;
}

/** What the filters do about a text: whether it may be posted, and what they tell once it is. */
interface Filtered {
  readonly stopped: boolean;
  tell(messageId: string): void;
}

interface Hit {
  readonly rule: FilterRule;
  /** The word or pattern of the rule, and the words of the text. */
  readonly keyword: string;
  readonly content: string;
}

const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** A keyword is found as whole words; `*` at an end leaves that end open. */
function expressionOf(keyword: string): RegExp {
  const bare = keyword.replace(/^\*/, "").replace(/\*$/, "");
  const before = keyword.startsWith("*") ? "" : `(?<!${WORD})`;
  const after = keyword.endsWith("*") ? "" : `(?!${WORD})`;
  return new RegExp(`${before}${quoted(bare)}${after}`, "iu");
}

/** Patterns are Rust's; what these share with JavaScript runs here. */
export function patternOf(pattern: string): RegExp {
  return new RegExp(pattern.replace(/^\(\?i\)/, ""), "iu");
}

function hitOf(rule: FilterRule, content: string): Hit | undefined {
  if (rule.allowed.some((keyword) => expressionOf(keyword).test(content))) return undefined;
  const all = [
    ...rule.keywords.map((keyword) => [keyword, expressionOf(keyword)] as const),
    ...rule.patterns.map((pattern) => [pattern, patternOf(pattern)] as const),
  ];
  for (const [keyword, expression] of all) {
    const [found] = expression.exec(content) ?? [];
    if (found !== undefined) return { rule, keyword, content: found };
  }
  return undefined;
}

/** Bots and whoever may manage the server are never looked at; a rule's own exemptions come on top. */
function isSpared(world: World, guild: Guild, channel: Channel, authorId: string): boolean {
  const rights = world.guildPermissions(authorId, guild);
  const manages = (rights & (PERMISSION.manageGuild | PERMISSION.administrator)) !== 0n;
  return manages || world.person(authorId).bot || channel.guildId === undefined;
}

function isExempt(rule: FilterRule, guild: Guild, channel: Channel, authorId: string): boolean {
  const roles = guild.rolesOf.get(authorId) ?? new Set();
  return (
    rule.exemptRoles.some((role) => roles.has(role)) ||
    rule.exemptChannels.some((id) => id === channel.id || id === channel.parentId)
  );
}

/** The platform itself, which posts alerts and tells people why their message was stopped. */
function systemOf(world: World): PersonRecord {
  for (const person of world.people.values()) if (person.username === SYSTEM) return person;
  return addRecord(world, { name: SYSTEM, bot: true });
}

interface Act extends Written {
  readonly world: World;
  readonly guild: Guild;
  readonly channel: Channel;
  readonly hit: Hit;
}

function announce({ world, guild, channel, authorId, content, hit }: Act, more: Record<string, unknown>) {
  const { rule, keyword, content: matched } = hit;
  for (const application of world.applications.values()) {
    if (!guild.installed.has(application.id)) continue;
    // Only who may manage the server hears of it.
    if ((world.guildPermissions(application.bot.id, guild) & PERMISSION.manageGuild) === 0n) continue;
    const data = {
      guild_id: guild.id,
      rule_id: rule.id,
      rule_trigger_type: KEYWORD,
      user_id: authorId,
      channel_id: channel.id,
      content,
      matched_keyword: keyword,
      matched_content: matched,
      ...more,
    };
    world.dispatch(application, "AUTO_MODERATION_ACTION_EXECUTION", data, { guildId: guild.id });
  }
}

function carryOut(act: Act, messageId: string | undefined): void {
  const { world, channel, authorId, content, hit } = act;
  const about = messageId === undefined ? {} : { message_id: messageId };
  for (const action of hit.rule.actions) {
    if (action.type === 1) {
      const text = action.message ?? "Your message could not be posted.";
      createMessage(world, channel, {
        authorId: systemOf(world).id,
        body: { content: text },
        ephemeralFor: authorId,
      });
      announce(act, { ...about, action: { type: 1, metadata: { custom_message: action.message } } });
      continue;
    }
    const alert = createMessage(world, world.channel(action.channelId), {
      authorId: systemOf(world).id,
      body: {
        content: "",
        embeds: [
          {
            description: content,
            fields: [
              { name: "rule_name", value: hit.rule.name },
              { name: "keyword", value: hit.keyword },
            ],
          },
        ],
      },
    });
    announce(act, {
      ...about,
      action: { type: 2, metadata: { channel_id: action.channelId } },
      alert_system_message_id: alert.id,
    });
  }
}

/** Holds a text against every rule of the server, as before it is posted. One that is stopped is told at once. */
export function runFilters(world: World, channel: Channel, { authorId, content }: Written): Filtered {
  const guild = world.guilds.get(channel.guildId ?? "");
  const acts =
    guild === undefined || isSpared(world, guild, channel, authorId)
      ? []
      : [...guild.filters.values()]
          .filter((rule) => rule.enabled && !isExempt(rule, guild, channel, authorId))
          .flatMap((rule) => hitOf(rule, content) ?? [])
          .map((hit): Act => ({ world, guild, channel, authorId, content, hit }));
  const stopped = acts.some(({ hit }) => hit.rule.actions.some(({ type }) => type === 1));
  if (stopped) for (const act of acts) carryOut(act, undefined);
  return {
    stopped,
    tell(messageId) {
      for (const act of acts) carryOut(act, messageId);
    },
  };
}
