import type { memberSettings } from "#core/members/member-settings.ts";
import { countryName } from "../choices.ts";
import { type Button, escapeText, type Face, moment } from "../markup.ts";

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

/** What was agreed to, and how it is taken back. */
function agreedLines({ agreedAt, crossing }: Settings): string[] {
  const questions = crossing === 1 ? "1 question" : `${crossing} questions`;
  return [
    ...(agreedAt == null
      ? []
      : [`**You agreed to how this works:** ${moment(agreedAt)}. To take it back, erase your data.`]),
    crossing === 0
      ? "**Sent to the team:** nothing."
      : `**Sent to the team:** ${questions}. You can take back each one under My questions.`,
  ];
}

/** Every choice that somebody made, with a way to change it. */
export function settingsFace(settings: Settings): Face {
  const { pseudonym, country, reach, quiet, nickname, community, cares } = settings;
  const place = escapeText(nickname ?? community);
  return {
    title: "Your privacy here",
    body: [
      `**Name here:** ${escapeText(pseudonym)}. Providers see this name, never your Discord name.`,
      `**Country:** ${country == null ? "not given" : countryName(country)}. It decides which help lines you see.`,
      `**Replies reach you:** ${REACH_WORDS[reach]}`,
      `**Messages call this place:** ${place}. ${nickname === null ? "You can give it another name." : "Only you see that."}`,
      `**Quiet:** ${quiet ? 'on; a message says only "You have a reply"' : "off; a message shows the reply"}`,
      ...(cares === undefined
        ? []
        : [`**Here for:** ${cares ? "yourself, and someone you care for" : "yourself"}`]),
      ...agreedLines(settings),
    ].join("\n"),
    buttons: [
      { verb: "settings", subject: "own", label: "Edit" },
      { verb: "nickname", subject: "own", label: "Nickname" },
      { verb: "who-saw", subject: "own", label: "Who opened my questions" },
      { verb: "my", subject: "all", label: "My questions" },
      { verb: "erase", subject: "own", label: "Erase my data" },
      ...(reach === "inbox" ? [{ verb: "use-thread", subject: "own", label: "Use a private thread" }] : []),
      ...caringButton(cares),
      { verb: "export-mine", subject: "own", label: "Export my data" },
    ],
  };
}
