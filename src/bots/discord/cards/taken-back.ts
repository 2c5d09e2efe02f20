import { msg, t, tn } from "#core/language/t.ts";
import type { TakenBackCard, TakenBackPlace } from "#core/questions/cards.ts";
import type { Face } from "../markup.ts";

const PLACES = { dm: msg("direct messages"), thread: msg("thread"), channel: msg("channel") } as const;
const STATES = {
  removed: msg("removed"),
  waiting: msg("being removed now"),
  failed: msg("could not be removed; a person will look"),
} as const;

function placeLine({ platform, place, count, state }: TakenBackPlace): string {
  const name = platform.charAt(0).toUpperCase() + platform.slice(1);
  const messages = tn(count, "{n} message", "{n} messages");
  return `• ${name}, ${t(PLACES[place])}: ${messages}, ${t(STATES[state])}`;
}

/** A receipt of what was removed where, and what could not be. */
export function takenBackFace({ number, community, removed }: TakenBackCard): Face {
  return {
    title: t("Question {number} was taken back", { number }),
    body: [
      ...(removed.length === 0 ? [t("There was no copy to remove.")] : removed.map(placeLine)),
      t("Someone may already have read it."),
    ].join("\n"),
    footer: community,
    buttons: [{ verb: "my", subject: "all", label: t("My questions") }],
  };
}
