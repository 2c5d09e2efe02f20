import { t, tn } from "#core/language/t.ts";
import { CAPS } from "#core/peers/mentors/mentor.ts";
import { notYetWords } from "#core/peers/mentors/mentors-text.ts";
import type { MyMentoring } from "#core/peers/mentors/my-mentoring.ts";
import { type Choice, escapeText, type Face } from "../markup.ts";

const subject = "own";

function aboutMentors(): string[] {
  return [
    t(
      "A mentor is somebody who has been through it and is there for one person, or a few, who are in it now.",
    ),
    [
      t("• You say what you went through. You give no medical advice."),
      t("• If somebody may be in danger, you point to help at once and tell the moderators."),
      t("• No money, no gifts, and no contact outside of your thread."),
      t("• What they tell you stays with you."),
      t("• You can pause or stop at any time, without a reason."),
    ].join("\n"),
    t("First come five short questions, and all answers must be right. Then a moderator says yes or no."),
  ];
}

function capChoice({ cap }: MyMentoring): Choice {
  return {
    verb: "mentor-cap",
    hint: t("In how many pairs at once?"),
    options: CAPS.map((one) => ({
      value: String(one),
      label: tn(one, "At most 1 pair at once", "At most {n} pairs at once"),
    })),
    chosen: [String(cap)],
  };
}

function activeFace(mine: MyMentoring): Face {
  const { open, cap, isPaused } = mine;
  return {
    title: t("You are a mentor"),
    body: [
      t("Open now: {open} of at most {cap}.", { open, cap }),
      isPaused
        ? t("You have paused: nobody new is offered to you. Your pairs go on.")
        : t("You are offered to people who would like a mentor, while matching is on in /connect."),
      t("You are never alone with it: the moderators are there for you, too."),
    ].join("\n\n"),
    choice: capChoice(mine),
    buttons: [
      isPaused
        ? { verb: "mentor-pause", subject: "off", label: t("Go on"), look: "main" }
        : { verb: "mentor-pause", subject: "on", label: t("Pause##mentor") },
      { verb: "mentor-stop", subject, label: t("Stop being a mentor"), look: "danger" },
    ],
  };
}

/** How it stands for a member, for them alone. */
export function mentoringFace(mine: MyMentoring): Face {
  const { state, notYet, reason } = mine;
  if (state === "active") return activeFace(mine);
  const written =
    reason === "" ? [] : [t("What the moderators wrote: {reason}", { reason: escapeText(reason) })];
  const stop = { verb: "mentor-stop", subject, label: t("I no longer want to") } as const;
  const start = { verb: "mentor-quiz", subject, label: t("Start the questions"), look: "main" } as const;
  return {
    title: t("Become a mentor"),
    body: [...aboutMentors(), ...(notYet === undefined ? [] : [notYetWords(notYet)]), ...written].join(
      "\n\n",
    ),
    buttons: notYet === undefined ? [start] : state === "waiting" ? [stop] : [],
  };
}
