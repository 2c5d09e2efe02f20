import { takenWords } from "#bots/alert-words.ts";
import { takeAlert } from "#core/moderation/take-alert.ts";
import { escapeText, line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const takeAlertButton = {
  verb: "take-alert",
  reply: "private",
  changes: true,
  access: "crisis.take",
  async run({ handling, actor, subjectId }) {
    const { whys, memberIsTold } = await takeAlert(handling, { actor, alertId: subjectId });
    return line(takenWords({ memberIsTold, whys: whys.map(escapeText) }));
  },
} satisfies DiscordButton;
