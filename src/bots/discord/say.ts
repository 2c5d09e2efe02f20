import { type REST, Routes } from "discord.js";
import type { Say } from "./dispatch.ts";

/** Answers a typed message where it was typed. With the same key it is said once, however often it is tried. */
export function createSay(rest: REST): Say {
  return async (channelId, content, key) => {
    const nonce = key.replaceAll("-", "").slice(-25);
    const body = { ...content, nonce, enforce_nonce: true, allowed_mentions: { parse: [] } };
    await rest.post(Routes.channelMessages(channelId), { body });
  };
}
