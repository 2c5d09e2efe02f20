import { answerParts, requestWords, sourceWords } from "#bots/library-words.ts";
import { t } from "#core/language/t.ts";
import type { KeepRequestCard } from "#core/library/cards.ts";
import { type Button, escapeText, type Face } from "../markup.ts";

function buttonsFor({ entryId, state, agreed }: KeepRequestCard): Button[] {
  const takeOut: Button = { verb: "take-out", subject: entryId, label: t("Take it out of the library") };
  if (state === "proposed" && !agreed)
    return [
      { verb: "keep-yes", subject: entryId, label: t("Yes, keep it"), look: "main" },
      { verb: "keep-no", subject: entryId, label: t("No, thank you") },
    ];
  if (state === "proposed" || state === "agreed")
    return [{ verb: "take-out", subject: entryId, label: t("I changed my mind") }];
  return state === "kept" || state === "stale" ? [takeOut] : [];
}

/** The exact text that others would read, below a line that says so. */
function textOf({ text }: KeepRequestCard): string[] {
  if (text === undefined) return [];
  const parts = answerParts(text.answer).map(({ heading, text: words }) =>
    heading === undefined ? escapeText(words) : `**${heading}**\n${escapeText(words)}`,
  );
  return [
    t("**What others would read**"),
    `**${escapeText(text.question)}**`,
    ...parts,
    escapeText(sourceWords(text)),
  ];
}

export function openKeepRequestFace(card: KeepRequestCard): Face {
  const { title, says } = requestWords(card);
  return {
    title: t("{title}: question {number}", { title, number: card.number }),
    body: [says, ...textOf(card)].join("\n\n"),
    footer: card.community,
    buttons: buttonsFor(card),
  };
}

/** A member who asked for quiet gets no word of the text, not even in a push line. */
export function keepRequestFace(card: KeepRequestCard): Face {
  if (!card.quiet || card.text === undefined) return openKeepRequestFace(card);
  return {
    title: t("Somebody asks you something"),
    body: t("It is about one of your questions. Press Open to read it. Only you will see it."),
    buttons: [{ verb: "open-keep", subject: card.entryId, label: t("Open"), look: "main" }],
  };
}
