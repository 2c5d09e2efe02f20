import type { Refusals } from "#core/errors.ts";
import type { Texts } from "#core/refusal-text.ts";

const CANNOT: Readonly<Record<Refusals["cannot_watch"]["why"], readonly [detail: string, nextStep: string]>> =
  {
    closed: [
      "This channel carries what patients must not see: questions for the team, reports, or alerts.",
      "Watch a channel where members talk with each other.",
    ],
    "no-space": [
      "No server is linked here for patients in which a channel can be watched, or not this one.",
      "Link the server first: curbside community link --platform PLATFORM --space ID --side patients.",
    ],
    "which-space": ["Patients here have several servers.", "Say in which one the channel is: --space ID."],
  };

/** What a channel that is read refuses. */
export const WATCH_TEXT: Texts<"cannot_watch" | "is_watched"> = {
  cannot_watch: ({ why }) => {
    const [detail, nextStep] = CANNOT[why];
    return { title: "Cannot be watched", detail, nextStep };
  },
  is_watched: () => ({
    title: "This channel is watched",
    detail: "Members talk there, and every message is looked at.",
    nextStep:
      "Link another channel for this purpose. Or end the watching: curbside community unwatch CHANNEL_ID; its notice is changed, and then it can be linked.",
  }),
};
