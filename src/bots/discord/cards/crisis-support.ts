import { SUPPORT_TITLES } from "#bots/crisis-words.ts";
import { msg, t } from "#core/language/t.ts";
import type { CrisisSupportCard } from "#core/moderation/crisis-card.ts";
import { type Button, escapeText, type Face } from "../markup.ts";

/** Discord's own way, for what only Discord can do. */
const REPORT_TO_DISCORD = msg(
  "**Tell Discord too**\nPress and hold their message (or right-click it), choose Report Message, and then what says that they may hurt themselves. People at Discord look at such reports.",
);

/** Help lines first: the first button also carries the delivery's key. Company can be asked for by whom an alert is about. */
export function supportButtons(alertId: string | undefined): Button[] {
  const help: Button = { verb: "help-now", subject: "all", label: t("Get help now") };
  return alertId === undefined
    ? [help]
    : [help, { verb: "company", subject: alertId, label: t("I'd like company"), look: "main" }];
}

export function crisisSupportFace({ text, about, companyFor }: CrisisSupportCard): Face {
  const more = about === "advice" ? [t(REPORT_TO_DISCORD)] : [];
  return {
    title: t(SUPPORT_TITLES[about]),
    body: [escapeText(text), ...more].join("\n\n"),
    buttons: supportButtons(companyFor),
  };
}
