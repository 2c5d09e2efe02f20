import { checkWords } from "#bots/mentor-words.ts";
import { t } from "#core/language/t.ts";
import type { TouchAnswer } from "#core/peers/mentors/answer-touch.ts";
import type { MentorCheckCard } from "#core/peers/mentors/cards.ts";
import { type Button, escapeText, type Face } from "../markup.ts";

function buttonsFor({ pairId, you, asks }: MentorCheckCard): Button[] {
  const answer = (said: TouchAnswer, label: string, look?: "main"): Button => ({
    ...{ verb: "mentor-touch", subject: `${pairId}/${said}`, label },
    ...(look === undefined ? {} : { look }),
  });
  if (asks === "done") return [];
  if (you === "mentor")
    return [
      ...(asks === "word" ? [] : [answer("yes", t("We are in touch"), "main")]),
      answer("no-time", t("I have no time now")),
    ];
  if (asks === "other")
    return [answer("another", t("Look for another mentor"), "main"), answer("yes", t("We are in touch"))];
  return [answer("yes", t("Yes##button"), "main"), answer("not-yet", t("Not yet"))];
}

export function mentorCheckFace(card: MentorCheckCard): Face {
  const { title, body } = checkWords(card, `**${escapeText(card.name)}**`);
  return { title, body: body.join("\n\n"), footer: card.community, buttons: buttonsFor(card) };
}
