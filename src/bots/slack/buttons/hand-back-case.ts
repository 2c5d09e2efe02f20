import { handBackCase } from "#core/moderation/cases/hand-back-case.ts";
import type { SlackButton } from "../press.ts";

export const handBackCaseButton = {
  verb: "hand-back-case",
  changes: true,
  access: "case.read",
  async run({ handling, actor, subjectId }) {
    const handedBack = await handBackCase(handling, { actor, named: subjectId });
    return {
      say: handedBack ? "Thank you. Somebody else can take it." : "It is not yours, so nothing changed.",
    };
  },
} satisfies SlackButton;
