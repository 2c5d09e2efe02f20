import { type Act, type Doing, otherOf, placeOf, soon } from "../doing.ts";
import type { ScenarioVerb } from "../scenario.ts";
import type { DiscordPerson } from "./person.ts";

/** Chooses what to be found by, as the step says, and switches matching on. */
async function connect(doing: Doing<DiscordPerson>): Promise<void> {
  const { cast, step } = doing;
  const { person } = cast;
  const { share = "Pain; Sleep", stage, pace = "About once a week", meet } = step.fields ?? {};
  await person.command("connect", {}, { channelId: placeOf(doing).askChannelId });
  await soon(() => person.press("What I share"));
  await person.submit({
    "What you would like to talk about": share,
    ...(stage === undefined ? {} : { "Where you are with it": stage }),
  });
  await soon(() => person.press("When and how often", { containing: share.replaceAll("; ", " · ") }));
  await person.submit({
    "How often would you like to write?": pace,
    "When?": "Weekday evenings",
    "Where in the world?": "The Americas",
    ...(meet === undefined ? {} : { "Whom would you like to meet?": meet }),
  });
  await soon(() => person.press("Match me", { containing: pace }));
}

/** The first entry of the newest list with this hint. */
async function chooseFirst(person: DiscordPerson, hint: string): Promise<void> {
  const texts = person.screen().flatMap(({ messages }) => messages.map(({ text }) => text));
  const list = texts.findLast((text) => text.includes(`(${hint}: `))?.split(`(${hint}: `)[1];
  const first = list?.split(/ \/ |\)$/)[0];
  if (first === undefined) throw new Error(`${person.name} does not see "${hint}"`);
  await person.choose(hint, [first]);
}

/** By the menu on somebody, or in the thread of two. */
async function block(doing: Doing<DiscordPerson>): Promise<void> {
  const { person } = doing.cast;
  const at = { channelId: placeOf(doing).askChannelId };
  if (doing.step.target === undefined) await soon(() => person.press("Block"));
  else await person.userMenu("Block", otherOf(doing).id, at);
  await soon(() => person.press("Yes, block"));
}

/** Takes the questions, and chooses of each what the step's text has. */
async function becomeMentor(doing: Doing<DiscordPerson>): Promise<void> {
  const { person } = doing.cast;
  const known = (doing.step.text ?? "").split("; ");
  await person.command("connect", {}, { channelId: placeOf(doing).askChannelId });
  await soon(() => person.press("Become a mentor"));
  await soon(() => person.press("Start the questions"));
  const fields = (person.form?.fields ?? []).map(({ label, options }) => {
    const option = options.find((one) => known.includes(one.label));
    if (option === undefined) throw new Error(`the step has no answer to "${label}"`);
    return [label, option.label];
  });
  await person.submit(Object.fromEntries(fields));
}

/** How members find each other, and what follows from it. */
export const PEER_VERBS: Partial<Record<ScenarioVerb, Act<DiscordPerson>>> = {
  connect,
  accept: ({ cast }) => soon(() => cast.person.press("Yes, say hello")),
  "not-now": ({ cast }) => soon(() => cast.person.press("Not now")),
  "leave-pair": ({ cast }) => soon(() => cast.person.press("Leave quietly")),
  "become-mentor": becomeMentor,
  "answer-check": ({ cast, step }) => soon(() => cast.person.press(step.text ?? "Yes")),
  "add-friend": ({ cast }) => soon(() => cast.person.press("Add as friend")),
  async "remove-friend"(doing) {
    const { person } = doing.cast;
    await person.command("friends", {}, { channelId: placeOf(doing).askChannelId });
    await soon(() => chooseFirst(person, "Remove a friend"));
  },
  async update(doing) {
    const { cast, step } = doing;
    await cast.person.command("update", {}, { channelId: placeOf(doing).askChannelId });
    await cast.person.submit({ "How are you?": step.text ?? "" });
  },
  "send-update": ({ cast }) => soon(() => cast.person.press("Send to my friends")),
  support: ({ cast, step }) => soon(() => cast.person.press(step.text ?? "Thinking of you")),
  "mute-answers": ({ cast }) => soon(() => cast.person.press("Mute answers")),
  block,
  async unblock(doing) {
    const { person } = doing.cast;
    await person.command("blocks", {}, { channelId: placeOf(doing).askChannelId });
    await soon(() => chooseFirst(person, "Unblock"));
  },
};
