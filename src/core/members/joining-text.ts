import { type Message, msg } from "#core/language/t.ts";
/** The version of the text that a member agreed to; a change of meaning is a new version, and they are asked again. */
export const CONSENT_VERSION = "2026-11";

export interface JoiningScreen {
  readonly title: Message;
  readonly text: Message;
}

/** Three short screens before anybody joins: what this is, who can see, your name here. */
export const JOINING_SCREENS: readonly JoiningScreen[] = [
  {
    title: msg("What this is"),
    text: msg(
      "This is a community, not a clinic. Volunteers with checked credentials share general information. Nobody here is your own doctor.\n\nIf you might be in danger now, call your local emergency number (911 / 999 / 112). This is not watched around the clock.",
    ),
  },
  {
    title: msg("Who can see"),
    text: msg(
      "You see each card before it is sent, and only that card crosses. It goes to verified volunteers in the provider team's own chat.\n\nNames, places, phone numbers, e-mail addresses, links and exact dates are taken out. No program finds all of them, so please look once more yourself. You can take a question back; someone may already have read it.",
    ),
  },
  {
    title: msg("Your name here"),
    text: msg(
      "You choose a name for this community. Providers see that name, never your account's name, picture or server. You can change all of this later in /privacy.\n\nThis community is for people of 18 or over.",
    ),
  },
];
