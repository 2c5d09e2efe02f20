import { type AutoModerationActionExecution, AutoModerationActionType } from "discord.js";
import type { MessageEvent } from "../events/event.ts";
import { isPrivate } from "../is-private.ts";

/**
 * What Discord's filter did, as an event, and the key of that act. Discord tells each action of a rule by itself: the key makes
 * one of all that one rule did about one message. One that was stopped has no id, so there the alert about it counts.
 */
export function filterEventOf(
  execution: AutoModerationActionExecution,
  now: Date,
): { event: MessageEvent; key: string } | undefined {
  const { action, guild, ruleId, userId, channelId, messageId, alertSystemMessageId, channel } = execution;
  if (channelId === null) return undefined;
  if (messageId === null && action.type !== AutoModerationActionType.SendAlertMessage) return undefined;
  const what = messageId ?? alertSystemMessageId;
  if (what === null) return undefined;
  return {
    key: `discord|filter|${guild.id}|${ruleId}|${what}`,
    event: {
      accountId: userId,
      channelId,
      messageId: messageId ?? "",
      text: execution.content,
      found: {
        spaceId: guild.id,
        ruleId,
        keyword: execution.matchedKeyword ?? "",
        at: now.toISOString(),
        isPrivate: isPrivate(channel),
      },
    },
  };
}
