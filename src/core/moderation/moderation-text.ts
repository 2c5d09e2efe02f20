import type { Refusals } from "#core/errors.ts";
import { type Message, msg, t } from "#core/language/t.ts";
import { type Advice, advise, type Texts } from "#core/refusal-text.ts";

const day = (date: Date): string => `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;

const APPEAL_WORDS = {
  "too-late": {
    detail: msg("The time to change this is over."),
    nextStep: msg("Ask an admin if you think that something went wrong."),
  },
  decided: {
    detail: msg("This was looked at again already."),
    nextStep: msg("The answer was final; ask an admin if something is new."),
  },
  none: {
    detail: msg("There is no decision that this code belongs to."),
    nextStep: msg("Check the code in the message that you got."),
  },
  "no-decision": {
    detail: msg("There is no decision about this account that can be looked at again."),
    nextStep: msg("If you write from another account, type the code in the message that you got."),
  },
  which: {
    detail: msg("There are several decisions about you."),
    nextStep: msg("Open it again, and choose which one you mean."),
  },
} as const satisfies Record<Refusals["appeal_closed"]["why"], Advice>;

const HOW_OVER: Readonly<Record<string, Message>> = {
  standing: msg("The decision is standing."),
  over: msg("The decision is over."),
  lapsed: msg("The decision is lapsed."),
  undone: msg("The decision is undone."),
};
const NO_LONGER = msg("The decision is no longer what it was.");

/** Words for what can be refused to members by what moderators decided, and about reports and appeals. */
export const MODERATION_TEXT: Texts<
  "silenced" | "barred" | "own_report" | "ours" | "form_over" | "appeal_closed" | "decision_over"
> = {
  silenced: ({ until }) => ({
    title: t("Your writing here is paused"),
    detail: t(
      "You can write again after {until}. Until then you can read, take back what you asked, and appeal.",
      { until: day(until) },
    ),
    nextStep: t("If you might be in danger now, use /help-now or call your local emergency number."),
  }),
  barred: () => ({
    title: t("This community is closed to you"),
    detail: t("Its moderators decided so."),
    nextStep: t(
      "You can ask for another look: a different person decides. From this account you need no code. In danger, call your local emergency number.",
    ),
  }),
  own_report: () => ({
    title: t("This is your own"),
    detail: t("You cannot report yourself or what you wrote."),
    nextStep: t("You can edit or delete it. If you might be in danger now, use /help-now."),
  }),
  ours: () => ({
    title: t("This is Curbside itself"),
    detail: t("It is a program, and there are no words of a person in this."),
    nextStep: t("To report an answer, press Report under it. If something else is wrong, tell a moderator."),
  }),
  form_over: () => ({
    title: t("This form was open for too long"),
    detail: t("What it was about is not at hand any more, so nothing was reported."),
    nextStep: t("Open the menu on the message again."),
  }),
  appeal_closed: ({ why }) => ({ title: t("Cannot be changed now"), ...advise(APPEAL_WORDS[why]) }),
  decision_over: ({ state }) => ({
    title: t("Not standing any more"),
    detail: t(HOW_OVER[state] ?? NO_LONGER),
    nextStep: t("Look at the case again."),
  }),
};
