import { experienceModal } from "../forms/experience.ts";
import type { DiscordButton } from "../press.ts";

export const newExperience = {
  verb: "experience-new",
  reply: "form",
  changes: false,
  access: "experience.draft",
  run: async ({ subjectId }) => experienceModal(subjectId),
} satisfies DiscordButton;
