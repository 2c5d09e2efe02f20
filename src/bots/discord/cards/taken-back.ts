import type { TakenBackCard, TakenBackPlace } from "#core/questions/cards.ts";
import type { Face } from "../markup.ts";

const PLACES = { dm: "direct messages", thread: "thread", channel: "channel" } as const;
const STATES = {
  removed: "removed",
  waiting: "being removed now",
  failed: "could not be removed; a person will look",
} as const;

function placeLine({ platform, place, count, state }: TakenBackPlace): string {
  const name = platform.charAt(0).toUpperCase() + platform.slice(1);
  return `• ${name}, ${PLACES[place]}: ${count} ${count === 1 ? "message" : "messages"}, ${STATES[state]}`;
}

/** A receipt of what was removed where, and what could not be. */
export function takenBackFace({ number, community, removed }: TakenBackCard): Face {
  return {
    title: `Question ${number} was taken back`,
    body: [
      ...(removed.length === 0 ? ["There was no copy to remove."] : removed.map(placeLine)),
      "Someone may already have read it.",
    ].join("\n"),
    footer: community,
    buttons: [{ verb: "my", subject: "all", label: "My questions" }],
  };
}
