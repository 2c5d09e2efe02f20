import { describe, expect, test } from "vitest";
import { buildStage, type DemoStage } from "#cli/demo/build-stage.ts";
import { actAs } from "#sandbox/people.ts";
import type { Scenario } from "#sandbox/scenario.ts";

const SCENARIO: Scenario = {
  title: "hostile texts",
  community: "Harbour",
  country: "US",
  people: {
    maya: { platform: "discord", role: "patient" },
    ana: { platform: "slack", role: "provider" },
  },
  steps: [],
};

/** Each is a question that somebody could type or paste; "end" shows that it came through whole. */
const TEXTS: Readonly<Record<string, string>> = {
  "mentions of everybody": "@everyone @here <@1234> <!channel> <!here> <#C1> <@U1> why does it hurt? end",
  "a text turned around": "\u202Eevil\u202C why \u2066does\u2069 it \u200Fhurt? end",
  "letters without their other half": "why \uD83D does \uDE00 it hurt? end",
  "emoji and families": `${"👩‍👩‍👧‍👦🏳️‍🌈".repeat(60)} why? end`,
  "letters under a heap of marks": `wh${"\u0301".repeat(300)}y does it hurt? end`,
  "controls and separators": "why\u0000\u0007\u2028does\u2029it\u200B\u200Bhurt? end",
  "markup that would break out": "*_~`>>> # **why** ||hidden|| [a](https://x.example) &lt;b&gt; ```end",
  "the most that the form takes": `${"why does it hurt ".repeat(116)}end`,
};

async function untilSeen(stage: DemoStage, what: string, look: () => boolean): Promise<void> {
  const deadline = Date.now() + 15_000;
  while (!look()) {
    if (Date.now() > deadline) throw new Error(`not seen: ${what}`);
    await stage.screens.changed(50);
  }
}

/** The checker may ask why a text should be sent as it is: then it is told. */
async function answerWith(stage: DemoStage, text: string): Promise<void> {
  await actAs(stage, { as: "ana", do: "answer", text });
  const ana = stage.cast.get("ana");
  if (ana?.platform !== "slack" || ana.person.form === undefined) return;
  await ana.person.submit({ "Why it should be sent as it is": "It quotes the patient." });
}

/** Everybody whom a message really notified, on either platform. */
function pinged(stage: DemoStage): unknown[] {
  const places = [...stage.cast.values()].flatMap((cast) => cast.places);
  const inSlack = places
    .flatMap(({ intakeChannelId, crisisChannelId }) => [intakeChannelId, crisisChannelId])
    .flatMap((channelId) => stage.slack.messages(channelId))
    .filter(({ pinged: who }) => who.channel || who.here || who.users.length + who.groups.length > 0);
  const maya = stage.cast.get("maya");
  const dm = maya?.platform === "discord" ? stage.discord.messages(maya.person.dm()) : [];
  return [...inSlack, ...dm.filter(({ pinged: who }) => who === "everyone" || who.length > 0)];
}

describe("a hostile text (fault 46)", () => {
  for (const [name, text] of Object.entries(TEXTS))
    test(`${name}: crosses as words, and an answer of the same words comes back; nobody is pinged`, async () => {
      await using stage = await buildStage(SCENARIO, { speed: 1, onSeen: () => {} });
      await actAs(stage, { as: "maya", do: "ask", text });
      await actAs(stage, { as: "maya", do: "send" });
      const intake = stage.cast.get("ana")?.places[0]?.intakeChannelId ?? "";
      const cards = () => stage.slack.messages(intake).filter(({ thread_ts }) => thread_ts === undefined);
      await untilSeen(stage, name, () => JSON.stringify(cards()).includes("end"));
      expect(cards()).toHaveLength(1);
      await answerWith(stage, text.slice(-700));
      const maya = stage.cast.get("maya");
      if (maya?.platform !== "discord") throw new Error("maya is on Discord");
      await untilSeen(stage, `${name} in the answer`, () =>
        stage.discord
          .messages(maya.person.dm())
          .some(({ embeds }) => JSON.stringify(embeds).includes("An answer")),
      );
      expect(pinged(stage)).toEqual([]);
      const crossed = JSON.stringify(cards());
      expect(crossed.isWellFormed()).toBe(true);
      expect(crossed).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200F\u2028\u2029]|\\u0000/);
    }, 60_000);

  test("of nothing that can be seen is refused in words, and so is an answer of none", async () => {
    await using stage = await buildStage(SCENARIO, { speed: 1, onSeen: () => {} });
    await actAs(stage, { as: "maya", do: "ask", text: "\u200B\u200B \u2063", refused: "is empty" });
    const intake = stage.cast.get("ana")?.places[0]?.intakeChannelId ?? "";
    expect(stage.slack.messages(intake)).toEqual([]);
    await actAs(stage, { as: "maya", do: "ask", text: "Why does it hurt?" });
    await actAs(stage, { as: "maya", do: "send" });
    await actAs(stage, { as: "ana", do: "answer", text: "\u200B", refused: "is empty" });
    const ana = stage.cast.get("ana");
    // The form is still there, to be filled.
    expect(ana?.platform === "slack" && ana.person.form !== undefined).toBe(true);
  }, 60_000);
});
