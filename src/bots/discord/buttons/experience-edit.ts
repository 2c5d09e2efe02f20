import { mapFields } from "#core/experiences/experience-text.ts";
import { showOwn } from "#core/experiences/show-own.ts";
import { typedInHand } from "../experiences-in-hand.ts";
import { editExperienceModal } from "../forms/experience.ts";
import type { DiscordButton } from "../press.ts";

/** With what was typed while that is remembered, else with what others read. */
export const editExperienceButton = {
  verb: "experience-edit",
  reply: "form",
  changes: false,
  access: "experience.draft",
  async run({ core, actor, subjectId: experienceId }) {
    const { text } = await showOwn(core, { actor, experienceId });
    const typed = typedInHand(experienceId);
    const original = typed && mapFields((field) => typed[field].map((part) => part.text).join(""));
    return editExperienceModal(experienceId, original ?? text);
  },
} satisfies DiscordButton;
