import { t } from "#core/language/t.ts";
import { foundFor } from "../find-experiences.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";
import { searchInHand } from "../searches-in-hand.ts";

export const moreExperiences = {
  verb: "experience-more",
  reply: "private",
  changes: false,
  access: "experience.find",
  async run({ core, actor, subjectId }) {
    const search = searchInHand(subjectId, actor.memberId);
    if (search === undefined) return line(t("That search is no longer in hand. Use /experience find again."));
    return foundFor(core, { actor }, search);
  },
} satisfies DiscordButton;
