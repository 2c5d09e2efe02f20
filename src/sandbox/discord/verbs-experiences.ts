import { type Act, type Doing, placeOf, soon } from "../doing.ts";
import type { ScenarioVerb } from "../scenario.ts";
import type { DiscordPerson } from "./person.ts";

const CHOSEN = [
  ["Whose experience is it?", "whose", "My own"],
  ["How did it go?", "outcome", "It helped some"],
  ["How soon could you tell?", "noticed", "Within weeks"],
] as const;

const USES: Readonly<Record<string, string>> = {
  community: "This community may read it: no",
  providers: "Verified providers may read it: no",
  library: "The library may quote it: no",
};

const several = (text: string): string[] => text.split(",").map((one) => one.trim());

/** Filled in, chosen, and agreed to; the card is on the screen. */
async function write(doing: Doing<DiscordPerson>): Promise<void> {
  const { cast, step } = doing;
  const { person } = cast;
  const { about = "Walking", labels, uses = "community", ...fields } = step.fields ?? {};
  await person.command("experience share", {}, { channelId: placeOf(doing).askChannelId });
  await person.submit({
    About: about,
    "What happened": step.text ?? "",
    ...(fields.helped === undefined ? {} : { "What helped": fields.helped }),
    ...(fields.friend === undefined ? {} : { "What I'd tell a friend": fields.friend }),
    ...(fields.since === undefined ? {} : { "Since when": fields.since }),
  });
  await soon(() => person.choose("Topic", [step.topic ?? "Food and movement"]));
  for (const [hint, field, usual] of CHOSEN) await soon(() => person.choose(hint, [fields[field] ?? usual]));
  await soon(() => person.press("Next"));
  if (labels !== undefined)
    await soon(() => person.choose("A label before it, so that readers can choose", several(labels)));
  for (const use of uses === "" ? [] : several(uses)) await soon(() => person.press(USES[use] ?? use));
}

async function openNewest(doing: Doing<DiscordPerson>): Promise<void> {
  const { person } = doing.cast;
  await person.command("experience mine", {}, { channelId: placeOf(doing).askChannelId });
  await soon(() => person.chooseFirst("Open one to change or withdraw it"));
}

/** What a scripted person can do with experiences: each presses what is on the screen. */
export const EXPERIENCE_VERBS = {
  "write-experience": write,
  share: ({ cast }) => soon(() => cast.person.press("Share this")),
  "find-experience": (doing) =>
    doing.cast.person.command(
      "experience find",
      {
        words: doing.step.text ?? "",
        ...(doing.step.topic === undefined ? {} : { topic: doing.step.topic }),
      },
      { channelId: placeOf(doing).askChannelId },
    ),
  async "report-experience"({ cast, step }) {
    await soon(() => cast.person.press("Report 1"));
    await cast.person.submit({ "What is wrong?": step.reason ?? "Please look at this." });
  },
  async "withdraw-experience"(doing) {
    await openNewest(doing);
    await soon(() => doing.cast.person.press("Withdraw"));
  },
  "never-show": ({ cast, step }) => soon(() => cast.person.press(`Never show me: ${step.target ?? ""}`)),
} satisfies Partial<Record<ScenarioVerb, Act<DiscordPerson>>>;
