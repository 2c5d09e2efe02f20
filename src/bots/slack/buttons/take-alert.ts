import { takenWords } from "#bots/alert-words.ts";
import { takeAlert } from "#core/moderation/take-alert.ts";
import { escapeText } from "../markup.ts";
import type { SlackButton } from "../press.ts";

export const takeAlertButton = {
  verb: "take-alert",
  changes: true,
  access: "crisis.take",
  async run({ handling, actor, subjectId }) {
    const { whys, memberIsTold } = await takeAlert(handling, { actor, alertId: subjectId });
    return { say: takenWords({ memberIsTold, whys: whys.map(escapeText) }) };
  },
} satisfies SlackButton;
