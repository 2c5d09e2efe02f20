import { msg, t, tn } from "#core/language/t.ts";
import type { memberSettings } from "#core/members/member-settings.ts";
import { countryName } from "../choices.ts";
import { type Button, escapeText, type Face, moment } from "../markup.ts";

export type Settings = Awaited<ReturnType<typeof memberSettings>>;

export const REACH_WORDS = {
  dm: msg("By direct message"),
  thread: msg("In a private thread (this server's moderators can open it)"),
  inbox: msg("Only in /inbox"),
} as const;

function caringButton(cares: boolean | undefined): Button[] {
  if (cares === undefined) return [];
  return cares
    ? [{ verb: "caring", subject: "off", label: t("I'm here for myself only") }]
    : [{ verb: "caring", subject: "on", label: t("I'm here for someone else too") }];
}

/** What was agreed to, and how it is taken back. */
function agreedLines({ agreedAt, crossing }: Settings): string[] {
  const questions = tn(crossing, "1 question", "{n} questions");
  return [
    ...(agreedAt == null
      ? []
      : [
          t("**You agreed to how this works:** {agreedAt}. To take it back, erase your data.", {
            agreedAt: moment(agreedAt),
          }),
        ]),
    crossing === 0
      ? t("**Sent to the team:** nothing.")
      : t("**Sent to the team:** {questions}. You can take back each one under My questions.", { questions }),
  ];
}

/** Every choice that somebody made, with a way to change it. */
export function settingsFace(settings: Settings): Face {
  const { pseudonym, country, reach, quiet, nickname, community, cares } = settings;
  const place = escapeText(nickname ?? community);
  return {
    title: t("Your privacy here"),
    body: [
      t("**Name here:** {pseudonym}. Providers see this name, never your Discord name.", {
        pseudonym: escapeText(pseudonym),
      }),
      t("**Country:** {what}. It decides which help lines you see.", {
        what: country == null ? t("not given") : countryName(country),
      }),
      t("**Replies reach you:** {reach}", { reach: t(REACH_WORDS[reach]) }),
      t("**Messages call this place:** {place}. {what}", {
        place,
        what: nickname === null ? t("You can give it another name.") : t("Only you see that."),
      }),
      t("**Quiet:** {what}", {
        what: quiet ? t('on; a message says only "You have a reply"') : t("off; a message shows the reply"),
      }),
      ...(cares === undefined
        ? []
        : [
            t("**Here for:** {what}", {
              what: cares ? t("yourself, and someone you care for") : t("yourself"),
            }),
          ]),
      ...agreedLines(settings),
    ].join("\n"),
    buttons: [
      { verb: "settings", subject: "own", label: t("Edit") },
      { verb: "nickname", subject: "own", label: t("Nickname") },
      { verb: "who-saw", subject: "own", label: t("Who opened my questions") },
      { verb: "my", subject: "all", label: t("My questions") },
      { verb: "erase", subject: "own", label: t("Erase my data") },
      ...(reach === "inbox"
        ? [{ verb: "use-thread", subject: "own", label: t("Use a private thread") }]
        : []),
      ...caringButton(cares),
      ...(cares === undefined ? [] : [{ verb: "digest", subject: "own", label: t("Weekly digest") }]),
      { verb: "export-mine", subject: "own", label: t("Export my data") },
    ],
  };
}
