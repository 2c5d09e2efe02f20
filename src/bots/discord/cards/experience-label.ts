import { experienceLabelWords } from "#bots/experience-words.ts";
import type { ExperienceLabelCard } from "#core/experiences/label-card.ts";
import { t } from "#core/language/t.ts";
import type { Face } from "../markup.ts";

export function experienceLabelFace(card: ExperienceLabelCard): Face {
  const { title, lines } = experienceLabelWords(card);
  return {
    title,
    body: lines.join("\n\n"),
    footer: card.community,
    buttons: [{ verb: "my-experiences", subject: "all", label: t("My experiences") }],
  };
}
