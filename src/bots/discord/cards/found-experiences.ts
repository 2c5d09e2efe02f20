import {
  AMBER_WORDS,
  countLine,
  FEW_ARE_HIDDEN,
  NOBODY_CHECKED,
  NOTHING_FOUND,
} from "#bots/experience-words.ts";
import { ambersIn } from "#core/experiences/ambers.ts";
import type { ExperienceCard, FoundExperiences } from "#core/experiences/find-experiences.ts";
import { t } from "#core/language/t.ts";
import { type Button, type Content, escapeText, type Face, line, show } from "../markup.ts";
import { supportButtons } from "./crisis-support.ts";
import { experienceBody } from "./experience.ts";

/** Discord takes no more in all the embeds of one message, titles and footers too. */
const ROOM = 4800;
const MOST_BUTTONS = 5;

const NEW = (): Button => ({ verb: "experience-new", subject: "new", label: t("Share an experience") });

/** As many as one message has room for; the others come with More. */
export function cardsWithRoom(cards: readonly ExperienceCard[]): readonly ExperienceCard[] {
  let used = 0;
  return cards.filter((card, at) => {
    used += experienceBody(card).length;
    return at === 0 || used <= ROOM;
  });
}

function buttonsFor(cards: readonly ExperienceCard[], more: string | undefined): Button[] {
  const numbered = cards.map((card, at) => ({ card, at: at + 1 }));
  const reports = numbered
    .filter(({ card }) => !card.isOwn)
    .map(({ card, at }) => ({
      verb: "experience-report",
      subject: card.experienceId,
      label: t("Report {at}", { at }),
    }));
  const never = ambersIn(cards.flatMap(({ labels }) => labels))
    .slice(0, MOST_BUTTONS)
    .map((label, at) => ({
      verb: "never-show",
      subject: label,
      label: t("Never show me: {label}", { label: t(AMBER_WORDS[label]) }),
      ...(at === 0 ? ({ apart: true } as const) : {}),
    }));
  const next: Button[] =
    more === undefined ? [] : [{ verb: "experience-more", subject: more, label: t("More"), look: "main" }];
  return [...next, ...reports, NEW(), ...never];
}

function headFace({ counts }: FoundExperiences, buttons: readonly Button[]): Face {
  const lines = counts.flatMap((count) => countLine(count, escapeText(count.about)) ?? []);
  return {
    title: t("What members shared"),
    body: [t(NOBODY_CHECKED), ...(lines.length === 0 ? [t(FEW_ARE_HIDDEN)] : lines)].join("\n\n"),
    buttons,
  };
}

/** What was found, with help first where the words sound like danger. `more` names the search that goes on. */
export function foundContent(
  found: FoundExperiences,
  { cards, more }: { cards: readonly ExperienceCard[]; more: string | undefined },
): Content {
  const { alert } = found;
  const help = alert === undefined ? [] : supportButtons(alert.alertId);
  const content =
    cards.length === 0
      ? line(t(NOTHING_FOUND), [...help, NEW()])
      : show(
          headFace(found, [...buttonsFor(cards, more), ...help]),
          ...cards.map((card, at) => ({ title: `${at + 1}`, body: experienceBody(card), buttons: [] })),
        );
  if (alert === undefined) return content;
  const words = line(escapeText(alert.text)).content;
  return { ...content, content: content.content === "" ? words : `${words}\n\n${content.content}` };
}
