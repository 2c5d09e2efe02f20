import { t } from "#core/language/t.ts";
import type { NoticeCard } from "#core/questions/cards.ts";
import type { Button, Face } from "../markup.ts";

type About = NoticeCard["about"];
interface Words {
  readonly title: string;
  readonly body: string;
}

const WORDS: { [W in About["what"]]: (about: Extract<About, { what: W }>) => Words } = {
  expired: () => ({
    title: t("No volunteer could answer in time"),
    body: t(
      "That says nothing about your question. You could ask again, ask other members, or take it to your pharmacist or clinic.",
    ),
  }),
  paused: () => ({
    title: t("Your conversation is paused"),
    body: t(
      "Somebody asked a moderator to look at it. You did nothing wrong by asking. We will tell you when it goes on.",
    ),
  }),
  resumed: () => ({
    title: t("Your conversation goes on"),
    body: t("A moderator looked at it. You can reply again."),
  }),
  "needs-in-person": () => ({
    title: t("This needs someone who can examine you"),
    body: t(
      'A volunteer read this and thinks it needs someone who can examine you. You could call your clinic or pharmacist and say: "I\'d like to be seen about this. How soon can someone look at it?"',
    ),
  }),
  "seen-differently": () => ({
    title: t("A colleague sees an answer differently"),
    body: t(
      "Another volunteer sees an answer to your question differently. Both stand there now, each with what was checked of them. Your own clinician can help you decide.",
    ),
  }),
  undelivered: ({ why }) => ({
    title: t("Your message did not arrive"),
    body:
      why === "unreachable"
        ? t("We could not reach the team's side. Nothing is lost: press Reply to send it again.")
        : t("The team's side did not take it. A person from our side will look."),
  }),
};

function wordsFor<W extends About["what"]>(what: W, about: Extract<About, { what: W }>): Words {
  return WORDS[what](about);
}

function buttonsFor({ questionId, about }: NoticeCard): Button[] {
  const my: Button = { verb: "my", subject: "all", label: t("My questions") };
  const again: Button = { verb: "ask-again", subject: questionId, label: t("Ask again"), look: "main" };
  if (about.what === "expired")
    return [again, { verb: "ask-peers", subject: questionId, label: t("Ask other members too") }, my];
  if (about.what === "seen-differently")
    return [{ verb: "open", subject: about.answerId, label: t("Open"), look: "main" }, my];
  if (about.what === "resumed" || about.what === "undelivered")
    return [{ verb: "reply", subject: questionId, label: t("Reply"), look: "main" }, my];
  return [my];
}

export function noticeFace(card: NoticeCard): Face {
  const { title, body } = wordsFor(card.about.what, card.about);
  return {
    title,
    body,
    footer: t("Question {number} · {community}", { number: card.number, community: card.community }),
    buttons: buttonsFor(card),
  };
}
