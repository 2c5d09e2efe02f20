import { describe, expect, test } from "vitest";
import { faceOf } from "#bots/slack/cards/cards.ts";
import { triageFace } from "#bots/slack/cards/triage.ts";
import { contentOf } from "#bots/slack/markup.ts";
import { HOSTILE, SAMPLE_CARDS, SAMPLES } from "../discord/sample-cards.ts";

describe("every card", () => {
  for (const card of SAMPLE_CARDS)
    test(`of kind ${card.kind} mentions nobody, links nowhere and fits Slack`, () => {
      const { text, blocks } = contentOf(faceOf(card));
      expect(text).not.toMatch(/<[@#!]/);
      expect(blocks.length).toBeLessThanOrEqual(50);
      for (const [, written = ""] of JSON.stringify(blocks).matchAll(
        /"type":"mrkdwn","text":"((?:[^"\\]|\\.)*)"/g,
      ))
        expect(written.replace(/<!date\^[^>]*>/g, "")).not.toMatch(/<[^>]*>/);
    });

  test("shows what a patient wrote letter by letter", () => {
    const blocks = JSON.stringify(contentOf(faceOf(SAMPLES.triage)).blocks);
    expect(blocks).toContain(`"type":"plain_text","text":${JSON.stringify(HOSTILE)}`);
  });

  test("keeps what was written out of the notification", () => {
    for (const card of SAMPLE_CARDS) expect(contentOf(faceOf(card)).text).not.toContain("everyone");
  });
});

describe("the team's card", () => {
  const labels = (status: (typeof SAMPLES.triage)["status"], more = {}) =>
    faceOf({ ...SAMPLES.triage, status, ...more }).buttons.map(({ label }) => label);

  test("offers what each state allows", () => {
    expect(labels("waiting")).toEqual([
      "Answer",
      "Ask back",
      "I may know this person",
      "Needs in-person care",
      "Report",
    ]);
    expect(labels("claimed")).toContain("Release");
    expect(labels("held")).toEqual(["Look at the answer", "I may know this person", "Report"]);
    expect(labels("answered")).toContain("Send to patient");
    for (const over of ["taken-back", "expired", "closed"] as const) expect(labels(over)).toEqual([]);
    expect(labels("waiting", { paused: true })).toEqual([]);
  });

  test("does not ask whoever wrote an answer to look at it, on their own page", () => {
    const held = { ...SAMPLES.triage, status: "held", holder: "Ana" } as const;
    const verbs = (viewer: string) => triageFace(held, viewer).buttons.map(({ verb }) => verb);
    expect(verbs("Ana")).not.toContain("look");
    expect(verbs("Ben")).toContain("look");
  });

  test("says nothing of the text once it was taken back", () => {
    const { blocks } = contentOf(faceOf({ ...SAMPLES.triage, status: "taken-back", text: undefined }));
    expect(JSON.stringify(blocks)).toContain("The text was removed.");
  });

  test("never shows an answer without its credential line", () => {
    const nameless = { ...SAMPLES.answer.credential, profession: "" };
    expect(() => faceOf({ ...SAMPLES.answer, credential: nameless })).toThrow("credential");
  });
});

describe("a card about moderation", () => {
  const shown = (card: Parameters<typeof faceOf>[0]) => JSON.stringify(contentOf(faceOf(card)).blocks);
  const labels = (more: Partial<typeof SAMPLES.case>) =>
    faceOf({ ...SAMPLES.case, ...more }).buttons.map(({ label }) => label);

  test("lets a case that is open be taken and handed back, and one about a credential neither", () => {
    expect(labels({})).toEqual(["Take"]);
    expect(labels({ isHeld: true })).toEqual(["Hand back", "Take"]);
    expect(labels({ state: "decided", decided: ["warn"] })).toEqual([]);
    expect(labels({ about: "credential" })).toEqual([]);
  });

  test("says what a platform refused and what to do, in words of the platform that did", () => {
    const refusal = (platform: string, trouble: string, isDone = false) =>
      shown({
        ...SAMPLES.case,
        state: "decided",
        decided: ["ban"],
        refused: [{ platform, trouble, isDone }],
      });
    const discord = refusal("discord", "forbidden:channel-permission");
    expect(discord).toContain("Discord refused: the bot may not do this to that person. Move its role above");
    expect(discord).toContain("`curbside case show 12`");
    expect(refusal("slack", "forbidden:not_in_channel")).toContain("Invite it there");
    expect(refusal("slack", "gone")).toContain("`curbside doctor` may say why (gone)");
    expect(refusal("discord", "gone", true)).toContain("Discord refused at first. It is done there now.");
  });

  test("says what Slack cannot do, to the moderators and to whom it is about", () => {
    const decided = { ...SAMPLES.case, state: "decided", decided: ["ban"] };
    expect(shown(decided)).toContain("Only an owner of the workspace can deactivate the account");
    expect(shown({ ...decided, decided: ["warn"] })).not.toContain("an owner");
    const removal = { ...SAMPLES.decision, action: "remove" } as const;
    expect(shown(removal)).toContain("Your account in this workspace stays");
    for (const state of ["over", "lapsed", "undone"] as const) {
      expect(shown({ ...removal, state })).toContain("You can join public channels again yourself");
      expect(shown({ ...removal, state })).toContain("somebody there has to invite you");
    }
    expect(shown({ ...SAMPLES.decision, state: "undone" })).not.toContain("public channels");
  });
});
