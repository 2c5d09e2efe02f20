import { createHash } from "node:crypto";
import {
  type APIAutoModerationAction,
  type APIAutoModerationRule,
  AutoModerationActionType,
  AutoModerationRuleEventType,
  AutoModerationRuleTriggerType,
  type RESTPostAPIAutoModerationRuleJSONBody,
} from "discord.js";
import type { PushedGroup, PushedKind } from "#core/screening/policies/pushed-rules.ts";
import { type Chosen, chooseWords, type RuleShare } from "./choose-words.ts";
import { LIMITS } from "./limits.ts";

/** Rules whose name begins so are Curbside's; no other is ever touched. */
const PREFIX = "Curbside: ";

/** How a kind is called in the server's settings. */
export const KIND_NAMES = {
  crisis: "people in danger",
  emergency: "emergencies",
  method: "details of a method",
  harassment: "harassment",
  impersonation: "unchecked clinicians",
  sales: "sales",
} as const satisfies Record<PushedKind, string>;

/** What a writer sees whose message was stopped; Discord shows 150 characters. */
const STOPPED: Readonly<Partial<Record<PushedKind, string>>> = {
  harassment: "This reads like an attack on somebody. Please say it in other words. A moderator is told.",
  impersonation:
    "Here only a checked badge shows who is a clinician. Say what happened to you, not what you are. A moderator is told.",
  sales: "Nothing is sold, swapped or promised as a cure here. Say it without an offer. A moderator is told.",
};

/** What an admin decides beside the policies. */
export interface Choices {
  /** Kinds to stop; of one that may not be stopped the team is told all the same. */
  readonly stop: ReadonlySet<PushedKind>;
  /** Where Discord posts what it found. */
  readonly alerts: string;
  /** Undefined: as it stands. */
  readonly exemptRoles?: readonly string[];
  readonly exemptChannels?: readonly string[];
}

export interface WantedRule {
  readonly kind: PushedKind;
  readonly stops: boolean;
  readonly body: RESTPostAPIAutoModerationRuleJSONBody;
  readonly shares: readonly RuleShare[];
}

type Comparable = Pick<
  APIAutoModerationRule,
  "event_type" | "trigger_type" | "trigger_metadata" | "actions" | "enabled"
>;

/** What Curbside decides of a rule, as eight letters. Whom and which channels it spares is the server's to say. */
export function stampOf({
  event_type,
  trigger_type,
  trigger_metadata,
  actions,
  enabled,
}: Comparable): string {
  const { keyword_filter = [], regex_patterns = [], allow_list = [] } = trigger_metadata;
  const done = actions
    .map(({ type, metadata }) => [type, metadata?.channel_id ?? "", metadata?.custom_message ?? ""])
    .sort(([one = 0], [other = 0]) => Number(one) - Number(other));
  const sets = [keyword_filter, regex_patterns, allow_list].map((set) => [...set].sort());
  return createHash("sha256")
    .update(JSON.stringify([event_type, trigger_type, enabled, done, sets]))
    .digest("hex")
    .slice(0, 8);
}

/** The kind and the stamp in the name of a rule of Curbside's; undefined for any other rule. */
export function readName(name: string): { kind: PushedKind | undefined; stamp: string } | undefined {
  if (!name.startsWith(PREFIX)) return undefined;
  const [, words = "", stamp = ""] = /^(.*?)(?: \[([0-9a-f]{8})\])?$/.exec(name.slice(PREFIX.length)) ?? [];
  const kinds = Object.keys(KIND_NAMES) as PushedKind[];
  return { kind: kinds.find((kind) => KIND_NAMES[kind] === words), stamp };
}

/** Danger is told and never stopped; what may be stopped is told too, so that a person looks at it. */
function actionsFor(
  { kind, stops }: { kind: PushedKind; stops: boolean },
  alerts: string,
): APIAutoModerationAction[] {
  const tell = { type: AutoModerationActionType.SendAlertMessage, metadata: { channel_id: alerts } };
  const custom_message = STOPPED[kind]?.slice(0, LIMITS.messageLength);
  if (!stops || custom_message === undefined) return [tell];
  return [{ type: AutoModerationActionType.BlockMessage, metadata: { custom_message } }, tell];
}

function bodyOf(
  about: { kind: PushedKind; stops: boolean },
  { keywords, patterns }: Chosen,
  { alerts, exemptRoles, exemptChannels }: Choices,
) {
  const rule = {
    event_type: AutoModerationRuleEventType.MessageSend,
    trigger_type: AutoModerationRuleTriggerType.Keyword,
    trigger_metadata: { keyword_filter: [...keywords], regex_patterns: [...patterns], allow_list: [] },
    actions: actionsFor(about, alerts),
    enabled: true,
  };
  const stamp = stampOf(rule as unknown as Comparable);
  return {
    name: `${PREFIX}${KIND_NAMES[about.kind]} [${stamp}]`,
    ...rule,
    ...(exemptRoles === undefined ? {} : { exempt_roles: [...exemptRoles] }),
    ...(exemptChannels === undefined ? {} : { exempt_channels: [...exemptChannels] }),
  };
}

/** The policies as rules of AutoMod, the gravest kind first. One of which no word fits is not among them. */
export function wantedRules(groups: readonly PushedGroup[], choices: Choices): WantedRule[] {
  return groups.flatMap((group) => {
    const chosen = chooseWords(group);
    if (chosen.keywords.length + chosen.patterns.length === 0) return [];
    const { kind, mayStop } = group;
    const about = { kind, stops: mayStop && choices.stop.has(kind) };
    return { ...about, body: bodyOf(about, chosen, choices), shares: chosen.shares };
  });
}
