import { type Message, msg, t } from "#core/language/t.ts";
import { answerTouch, type TouchAnswer, touchAnswerOf } from "#core/peers/mentors/answer-touch.ts";
import { line } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

const SAID: Readonly<Record<TouchAnswer, Message>> = {
  yes: msg("Good to hear. I ask again in some weeks."),
  "not-yet": msg(
    "Thank you for saying so. If it stays that way, I ask you in a week whether you would like another mentor.",
  ),
  "no-time": msg(
    "Thank you for saying so. Your pair ends, and they are told that it is not because of them. In /connect you can pause, so that nobody new is offered to you.",
  ),
  another: msg(
    "You are taken out of the thread, and I look for another mentor for you while matching is on. In /connect you see whether it is.",
  ),
};

/** Subject: `<pairId>/<answer>`. */
export const mentorTouch = {
  verb: "mentor-touch",
  reply: "private",
  changes: true,
  access: "peers.answer",
  async run({ handling, actor, subjectId }) {
    const [pairId = "", said = ""] = subjectId.split("/");
    const answer = touchAnswerOf(said);
    await answerTouch(handling, { actor, pairId, answer });
    return line(t(SAID[answer]));
  },
} satisfies DiscordButton;
