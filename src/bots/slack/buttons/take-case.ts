import { takeCase } from "#core/moderation/cases/take-case.ts";
import type { SlackButton } from "../press.ts";

export const takeCaseButton = {
  verb: "take-case",
  changes: true,
  access: "case.read",
  async run({ handling, actor, subjectId }) {
    const { number } = await takeCase(handling, { actor, named: subjectId });
    return {
      say: `You have case ${number} for 20 minutes. It is decided at the command line: \`curbside case show ${number}\``,
    };
  },
} satisfies SlackButton;
