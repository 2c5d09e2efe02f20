import type { APIMessage } from "discord.js";
import { readCustomId } from "./markup.ts";

/** The key of one of our messages, from wherever it can be read. */
export function keysOf({ nonce, components = [], embeds }: APIMessage): Set<string> {
  const keys = new Set<string>(nonce === undefined ? [] : [String(nonce)]);
  for (const row of components) {
    if (!("components" in row)) continue;
    for (const part of row.components) {
      const key = "custom_id" in part ? readCustomId(part.custom_id).key : undefined;
      if (key !== undefined) keys.add(key);
    }
  }
  for (const { footer } of embeds) {
    const key = / ?ref (\S+)$/.exec(footer?.text ?? "")?.[1];
    if (key !== undefined) keys.add(key);
  }
  return keys;
}
