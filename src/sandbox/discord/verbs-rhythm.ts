import { type Act, placeOf, soon } from "../doing.ts";
import type { ScenarioVerb } from "../scenario.ts";
import type { DiscordPerson } from "./person.ts";

/** What comes by itself once a week, and questions that members let each other read. */
export const RHYTHM_VERBS = {
  async "choose-digest"(doing) {
    const { person } = doing.cast;
    await person.command("privacy", {}, { channelId: placeOf(doing).askChannelId });
    await soon(() => person.press("Weekly digest"));
    await soon(() => person.press("Send me a weekly digest"));
  },
  "show-digest": ({ cast }) => soon(() => cast.person.press("Show")),
  "open-item": ({ cast, step }) => soon(() => cast.person.press(`Open ${step.target ?? "1"}`)),
  "stop-digest": ({ cast }) => soon(() => cast.person.press("Stop these")),
  "ask-peers": async ({ cast }) => {
    await soon(() => cast.person.press("Ask other members too"));
    await soon(() => cast.person.press("Let others here read this question"));
  },
  questions: (doing) =>
    doing.cast.person.command("questions", {}, { channelId: placeOf(doing).askChannelId }),
} satisfies Partial<Record<ScenarioVerb, Act<DiscordPerson>>>;
