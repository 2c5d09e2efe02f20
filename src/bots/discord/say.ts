import { type APIChannel, type REST, Routes } from "discord.js";
import { t } from "#core/language/t.ts";
import { type Content, line } from "./markup.ts";
import { troubleOf } from "./messenger-failures.ts";

/** Says something that is no delivery. `key` names the occasion: a repeated attempt is not said twice. */
export interface Say {
  inChannel(channelId: string, content: Content, key: string): Promise<void>;
  /** In the person's direct channel; rejects where that is closed. */
  direct(accountId: string, content: Content, key: string): Promise<void>;
  /** True when the message is gone; false where the bot may not remove it. */
  remove(channelId: string, messageId: string): Promise<boolean>;
}

/** A file is handed over in the answer to the press, which only one person sees, and nowhere else. */
function withoutFiles({ files, ...content }: Content): Content {
  return files === undefined
    ? content
    : line(t("Your file was made, but it could not be handed over. It is kept nowhere: please press again."));
}

export function createSay(rest: REST): Say {
  const inChannel = async (channelId: string, content: Content, key: string): Promise<void> => {
    const nonce = key.replaceAll("-", "").slice(-25);
    const body = { ...withoutFiles(content), nonce, enforce_nonce: true, allowed_mentions: { parse: [] } };
    await rest.post(Routes.channelMessages(channelId), { body });
  };
  return {
    inChannel,
    async direct(accountId, content, key) {
      const channel = (await rest.post(Routes.userChannels(), {
        body: { recipient_id: accountId },
      })) as APIChannel;
      await inChannel(channel.id, content, key);
    },
    async remove(channelId, messageId) {
      try {
        await rest.delete(Routes.channelMessage(channelId, messageId));
        return true;
      } catch (error) {
        const { why } = troubleOf(error);
        if (why === "gone") return true;
        if (why === "forbidden") return false;
        throw error;
      }
    },
  };
}
