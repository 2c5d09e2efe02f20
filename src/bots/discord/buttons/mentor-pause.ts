import { pauseMentoring } from "#core/peers/mentors/change-mentoring.ts";
import { myMentoring } from "#core/peers/mentors/my-mentoring.ts";
import { mentoringFace } from "../cards/mentoring.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

export const mentorPause = {
  verb: "mentor-pause",
  reply: "update",
  changes: true,
  access: "mentor.keep",
  async run({ core, handling, actor, subjectId }) {
    await pauseMentoring(handling, { actor, paused: subjectId === "on" });
    return show(mentoringFace(await myMentoring(core, { actor })));
  },
} satisfies DiscordButton;
