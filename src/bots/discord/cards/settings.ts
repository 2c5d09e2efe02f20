import type { memberSettings } from "#core/members/member-settings.ts";
import { countryName } from "../choices.ts";
import { type Button, escapeText, type Face } from "../markup.ts";

export type Settings = Awaited<ReturnType<typeof memberSettings>>;

export const REACH_WORDS = {
  dm: "By direct message",
  thread: "In a private thread (this server's moderators can open it)",
  inbox: "Only in /inbox",
} as const;

function caringButton(cares: boolean | undefined): Button[] {
  if (cares === undefined) return [];
  return cares
    ? [{ verb: "caring", subject: "off", label: "I'm here for myself only" }]
    : [{ verb: "caring", subject: "on", label: "I'm here for someone else too" }];
}

export function settingsFace({ pseudonym, country, reach, quiet, cares }: Settings): Face {
  return {
    title: "Your privacy here",
    body: [
      `**Name here:** ${escapeText(pseudonym)}. Providers see this name, never your Discord name.`,
      `**Country:** ${country == null ? "not given" : countryName(country)}. It decides which help lines you see.`,
      `**Replies reach you:** ${REACH_WORDS[reach]}`,
      `**Quiet:** ${quiet ? 'on; a message says only "You have a reply"' : "off; a message shows the reply"}`,
      ...(cares === undefined
        ? []
        : [`**Here for:** ${cares ? "yourself, and someone you care for" : "yourself"}`]),
    ].join("\n"),
    buttons: [
      { verb: "settings", subject: "own", label: "Edit" },
      { verb: "erase", subject: "own", label: "Erase my data" },
      ...(reach === "inbox" ? [{ verb: "use-thread", subject: "own", label: "Use a private thread" }] : []),
      ...caringButton(cares),
      { verb: "export-mine", subject: "own", label: "Export my data" },
    ],
  };
}
