import type { Pinged } from "./model.ts";

/** Names for the ids that a text refers to. */
export interface Names {
  user(id: string): string;
  channel(id: string): string;
}

const TOKEN = /<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>/g;

export function unescapeText(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** What a person reads: tokens become names, emphasis disappears, struck-out text becomes `~~text~~`. */
export function readMrkdwn(text: string, names: Names): string {
  const shown = text.replace(TOKEN, (_all, sign: string, body: string, label: string | undefined) => {
    if (sign === "@") return `@${names.user(body)}`;
    if (sign === "#") return `#${names.channel(body)}`;
    if (sign === "!") return label ?? `@${body.split("^")[0] ?? body}`;
    return label ?? body;
  });
  return unescapeText(emphasis(shown));
}

function emphasis(text: string): string {
  return text
    .replace(/(^|[\s([{"'])\*([^*\n]+)\*(?=$|[\s)\]}"'.,:;!?])/gm, "$1$2")
    .replace(/(^|[\s([{"'])_([^_\n]+)_(?=$|[\s)\]}"'.,:;!?])/gm, "$1$2")
    .replace(/(^|[\s([{"'])~([^~\n]+)~(?=$|[\s)\]}"'.,:;!?])/gm, "$1~~$2~~");
}

/** The real mentions in a text with formatting on. `linkNames` also counts bare `@here`, `@channel` and `@everyone`. */
export function pingsInMrkdwn(text: string, linkNames = false): Pinged {
  const users: string[] = [];
  const groups: string[] = [];
  let channel = false;
  let here = false;
  for (const [, sign, body = ""] of text.matchAll(TOKEN)) {
    if (sign === "@") users.push(body);
    if (sign !== "!") continue;
    if (body === "channel" || body === "everyone") channel = true;
    if (body === "here") here = true;
    if (body.startsWith("subteam^")) groups.push(body.slice("subteam^".length));
  }
  if (linkNames) {
    channel ||= /(^|\s)@(channel|everyone)\b/.test(text);
    here ||= /(^|\s)@here\b/.test(text);
  }
  return { users, channel, here, groups };
}

export const NO_PINGS: Pinged = { users: [], channel: false, here: false, groups: [] };

export function mergePings(all: readonly Pinged[]): Pinged {
  return {
    users: [...new Set(all.flatMap((one) => one.users))],
    channel: all.some((one) => one.channel),
    here: all.some((one) => one.here),
    groups: [...new Set(all.flatMap((one) => one.groups))],
  };
}
