import { expect, test } from "vitest";
import { askMentorsDue } from "#core/peers/mentors/ask-due.ts";
import { approveMentor } from "#core/peers/mentors/decide-mentor.ts";
import { QUESTIONS, TOPIC_TITLES } from "#core/peers/mentors/quiz-questions.ts";
import { lookDue } from "#core/peers/pairs/look-due.ts";
import type { DiscordPerson } from "#sandbox/discord/person.ts";
import { inThread, join, screenOf, sees, teamCard } from "./patient.ts";
import { type Rig, rig, until } from "./rig.ts";

const DAY_MS = 24 * 3_600_000;

/** Chooses the right one of what the open form asks, but for some. */
async function answers(person: DiscordPerson, { wrong = 0 } = {}): Promise<void> {
  const fields = person.form?.fields ?? [];
  const chosen = fields.map(({ label, options }, at): [string, string] => {
    const asked = QUESTIONS.filter(({ topic }) => String(TOPIC_TITLES[topic]) === label);
    const right = new Set(
      asked.flatMap(({ choices }) => choices.filter((one) => one.right).map(({ text }) => `${text}`)),
    );
    const pick = options.find((option) => right.has(option.label) !== at < wrong);
    return [label, pick?.label ?? ""];
  });
  expect(chosen).toHaveLength(5);
  await person.submit(Object.fromEntries(chosen));
}

async function matched(person: DiscordPerson, whom: string): Promise<void> {
  await person.command("connect");
  await person.press("What I share");
  await person.submit({
    "What you would like to talk about": "Injections or infusions; Pain",
    "Where you are with it": "Newly diagnosed",
  });
  await person.press("When and how often");
  await person.submit({
    "How often would you like to write?": "About once a week",
    "When?": "Weekday evenings",
    "Where in the world?": "Europe or Africa",
    "Whom would you like to meet?": whom,
  });
  await sees(person, `Whom I would like to meet: ${whom}`);
  await person.press("Match me");
  await sees(person, "on; I look for somebody once a day");
}

async function become(it: Rig, owl: DiscordPerson): Promise<void> {
  await owl.command("connect");
  await owl.press("Become a mentor");
  await sees(owl, "Mentors have been here for 28 days.");
  it.clock.advance(28 * DAY_MS);
  await owl.command("connect");
  await owl.press("Become a mentor");
  await sees(owl, "You give no medical advice.");
  await owl.press("Start the questions");
  await answers(owl, { wrong: 1 });
  await sees(owl, "One answer was another one than we would give.");
  it.clock.advance(DAY_MS);
  await owl.press("Start the questions");
  await answers(owl);
  await sees(owl, "A moderator looks at it now");
}

test("somebody becomes a mentor by five questions and a moderator's yes, is offered as one, and both are asked after a week", async () => {
  await using it = await rig();
  const owl = await join(it, "owl");
  const wren = await join(it, "wren");
  await become(it, owl);
  expect(await until(() => teamCard(it, "mentor-request"))).toMatchObject({
    name: "Calm owl",
    state: "waiting",
  });
  await approveMentor(it.core, { actor: it.admin, member: "Calm owl", reason: "Welcome, *owl*." });
  await sees(owl, "You are a mentor now");
  expect(screenOf(owl)).toContain("What the moderators wrote: Welcome, *owl*.");
  await owl.command("connect");
  await owl.press("My mentoring");
  await sees(owl, "Open now: 0 of at most 2.");
  await owl.choose("In how many pairs at once?", ["At most 1 pair at once"]);
  await sees(owl, "Open now: 0 of at most 1.");
  await owl.press("Pause");
  await sees(owl, "You have paused");
  await owl.press("Go on");
  await matched(owl, "Somebody like me");
  await matched(wren, "A mentor");
  await lookDue(it.core);
  await sees(
    wren,
    "passed our short training and was approved by the moderators of this server. Not a clinician.",
  );
  expect(screenOf(wren)).not.toContain("Nobody checked who they are");
  await sees(owl, "Somebody here would like a mentor");
  await wren.press("Yes, say hello");
  await owl.press("Yes, say hello");
  await until(() => inThread(wren).includes("Hello, you two"));
  it.clock.advance(7 * DAY_MS);
  await askMentorsDue(it.core);
  await sees(owl, "Is it going well with Calm wren?");
  await wren.press("Not yet");
  await sees(owl, "A short hello to Calm wren is enough.");
  await owl.press("I have no time now", { containing: "A short hello" });
  await sees(wren, "It is not because of you.");
  await until(() => inThread(owl) === "[]");
  await owl.command("connect");
  await owl.press("My mentoring");
  await owl.press("Stop being a mentor");
  await sees(owl, "First come five short questions");
  expect(it.logged.filter(({ event }) => event.startsWith("discord."))).toEqual([]);
});
