import { decisionWords } from "#bots/moderation-words.ts";
import type { DecisionCard } from "#core/moderation/decisions/cards.ts";
import { type Button, escapeText, type Face, type Piece } from "../markup.ts";

const TAKES_OUT: ReadonlySet<DecisionCard["action"]> = new Set(["remove", "ban"]);

/** What it means here, where an app can take somebody out of a channel, but can neither shut them out nor bring them back. */
function channelPieces({ action, state }: DecisionCard): Piece[] {
  if (!TAKES_OUT.has(action)) return [];
  return [
    {
      small:
        state === "standing"
          ? "In Slack this is about Curbside's channels: we take you out of them. Your account in this workspace stays as it is."
          : "Nobody is put back into a channel by this. You can join public channels again yourself; into a private one somebody there has to invite you.",
    },
  ];
}

export function decisionFace(card: DecisionCard): Face {
  const { title, lines, canAppeal } = decisionWords(card);
  const [first = "", ...rest] = lines;
  const removed = card.removedWords.map((words) => `“${escapeText(words)}”`).join(", ");
  const appeal: Button = { verb: "appeal", subject: card.decisionId, label: "I disagree" };
  return {
    title,
    pieces: [
      { ours: escapeText(first) },
      { theirs: card.reason },
      ...(removed === "" ? [] : [{ ours: `We removed: ${removed}` }]),
      ...rest.map((line) => ({ ours: escapeText(line) })),
      ...channelPieces(card),
      { small: escapeText(card.community) },
    ],
    buttons: canAppeal ? [appeal] : [],
  };
}
