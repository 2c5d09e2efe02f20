import type { memberSettings } from "#core/members/member-settings.ts";
import { countryName } from "../choices.ts";
import { escapeText, type Face } from "../markup.ts";

export type Settings = Awaited<ReturnType<typeof memberSettings>>;

export const REACH_WORDS = {
  dm: "By direct message",
  thread: "In a private thread (this server's moderators can open it)",
  inbox: "Only in /inbox",
} as const;

export function settingsFace({ pseudonym, country, reach, quiet }: Settings): Face {
  return {
    title: "Your privacy here",
    body: [
      `**Name here:** ${escapeText(pseudonym)}. Providers see this name, never your Discord name.`,
      `**Country:** ${country == null ? "not given" : countryName(country)}. It decides which help lines you see.`,
      `**Replies reach you:** ${REACH_WORDS[reach]}`,
      `**Quiet:** ${quiet ? 'on; a message says only "You have a reply"' : "off; a message shows the reply"}`,
    ].join("\n"),
    buttons: [
      { verb: "settings", subject: "own", label: "Edit" },
      { verb: "erase", subject: "own", label: "Erase my data" },
      ...(reach === "inbox" ? [{ verb: "use-thread", subject: "own", label: "Use a private thread" }] : []),
    ],
  };
}
