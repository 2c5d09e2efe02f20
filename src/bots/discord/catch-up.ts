import { type APIChannel, type APIMessage, type REST, Routes } from "discord.js";
import type { Core } from "#core/core.ts";
import { inLanguage } from "#core/language/language.ts";
import { t } from "#core/language/t.ts";
import { openAskers } from "#core/questions/open-askers.ts";
import { removeVanished } from "#core/questions/remove-by-source.ts";
import { errorFacts } from "../../log.ts";
import { actorsOf } from "./actor.ts";
import type { Dispatch } from "./dispatch.ts";
import { line } from "./markup.ts";
import { messageAct } from "./message-act.ts";
import type { Say } from "./say.ts";

/** How many messages of a conversation are read: what Discord gives at once. */
const LATEST = 100;

interface Parts {
  readonly core: Core;
  readonly rest: REST;
  readonly dispatch: Dispatch;
  readonly say: Say;
}

/** Takes in what one person typed and edited; gives everything of theirs that stands, oldest first. */
async function takeIn(
  { rest, dispatch }: Parts,
  accountId: string,
  channelId: string,
): Promise<APIMessage[]> {
  const query = new URLSearchParams({ limit: String(LATEST) });
  const read = (await rest.get(Routes.channelMessages(channelId), { query })) as APIMessage[];
  const messages = read.toReversed();
  for (const { id, author, content, attachments, edited_timestamp: edited } of messages) {
    if (author.id !== accountId) continue;
    const event = { accountId, channelId, messageId: id, text: content, hasFile: attachments.length > 0 };
    const heard = await dispatch.happened("message-typed", event, messageAct(event, "create", 0));
    // One that is new to us is new in the words it has now.
    if (heard !== "new" && edited !== null)
      await dispatch.happened("message-edited", event, messageAct(event, "edit", Date.parse(edited)));
  }
  return messages;
}

async function catchUpWith(parts: Parts, accountId: string): Promise<void> {
  const { core, rest, say } = parts;
  const body = { recipient_id: accountId };
  const channel = (await rest.post(Routes.userChannels(), { body })) as APIChannel;
  const readAt = core.clock.now();
  const messages = await takeIn(parts, accountId, channel.id);
  const [oldest] = messages;
  const isAll = messages.length < LATEST || oldest === undefined;
  const readBackTo = isAll ? undefined : new Date(Date.parse(oldest.timestamp));
  const seen = messages.map(({ id }) => ({ platform: "discord", channelId: channel.id, messageId: id }));
  for (const actor of await actorsOf(core, { accountId, spaceId: undefined })) {
    const removed = await removeVanished(core, { actor, reading: { seen, readBackTo, readAt } });
    if (removed > 0)
      await say.inChannel(
        channel.id,
        inLanguage(actor.language ?? "en", () =>
          line(
            t("You deleted a message, so its copy is being removed too. Someone may already have read it."),
          ),
        ),
        `vanished-${oldest?.id ?? channel.id}-${removed}`,
      );
  }
}

/**
 * Reads the direct conversations of everybody whose question is open, and takes in what was typed, edited or deleted while
 * nobody listened: at the start, and whenever Discord began a new session instead of resuming the old one. What was heard
 * before is passed over, since it is the same act.
 */
export async function catchUp(parts: Parts): Promise<void> {
  for (const accountId of await openAskers(parts.core, { platform: "discord" })) {
    try {
      await catchUpWith(parts, accountId);
    } catch (error) {
      parts.core.log.warn("discord.catch_up", { ...errorFacts(error), platform: "discord" });
    }
  }
}
