import { describe, expect, test } from "vitest";
import { openAnswerFace } from "#bots/discord/cards/answer.ts";
import { faceOf } from "#bots/discord/cards/cards.ts";
import { helpNowFace } from "#bots/discord/cards/help-now.ts";
import { draftContent, previewFace } from "#bots/discord/cards/preview.ts";
import { countryChoices } from "#bots/discord/choices.ts";
import { draftInHand } from "#bots/discord/drafts-in-hand.ts";
import { type Button, contentOf, partsOf, show } from "#bots/discord/markup.ts";
import type { GeneralOnly } from "#core/credentials/scope.ts";
import type { CrisisCard } from "#core/moderation/crisis-card.ts";
import type { AnswerText, ShownOpinion } from "#core/questions/cards.ts";
import type { Draft } from "#core/questions/draft.ts";
import { shippedCrisisLines } from "#core/screening/load-crisis-lines.ts";
import { HOSTILE, opinion, SAMPLE_CARDS, SAMPLES } from "./sample-cards.ts";

const ID = "01900000-0000-7000-8000-000000000001";
const KEY = "k".repeat(25);
const labels = (buttons: readonly Button[]) => buttons.map(({ label }) => label);

describe("every card", () => {
  for (const card of SAMPLE_CARDS)
    test(`${card.kind} fits Discord, carries its key and mentions nobody`, () => {
      const content = contentOf(faceOf(card), 0, KEY);
      const json = JSON.stringify(content);
      expect(partsOf(faceOf(card).body).length).toBe(1);
      expect(json).toContain(KEY);
      expect(json).not.toContain("@everyone");
      expect(json).not.toMatch(/(?<!\\)<@/);
      expect(json).not.toContain("](http");
      const [embed] = content.embeds;
      expect(embed?.title?.length).toBeLessThanOrEqual(256);
      expect(embed?.description?.length).toBeLessThanOrEqual(4096);
    });
});

describe("what colleagues think of an answer", () => {
  const showing = (...opinions: ShownOpinion[]) => faceOf({ ...SAMPLES.answer, opinions });

  test("stands below it, each with whose word it is and a way to check that", () => {
    const face = showing(opinion("agree", ""), opinion("add", "Tea helps.", "Occupational therapist"));
    expect(face.body).toContain("Another pharmacist agrees (verified, GB, checked 4 Mar).");
    expect(face.body).toContain("An occupational therapist adds (verified, GB, checked 4 Mar):\nTea helps.");
    expect(face.body).not.toContain("differently");
    expect(labels(face.buttons).slice(6)).toEqual([
      "Check credentials: Pharmacist, GB",
      "Check credentials: Occupational therapist, GB",
      "Report: Occupational therapist, GB",
    ]);
  });

  test("never says who is right where they differ", () => {
    const two =
      "Two volunteers see this differently. Both are shown; your own clinician can help you decide.";
    expect(showing(opinion("differ", "It may be new."), opinion("agree", "")).body).toContain(two);
    const more = showing(opinion("differ", "It may be new."), opinion("differ", "It may be old.")).body;
    expect(more).toContain("Volunteers see this differently. All of them are shown;");
    expect(more).not.toContain(two);
  });

  test("keeps a name, capitals and a licence's limits, and says what the moderators hid", () => {
    const named = opinion("differ", "No.", "RN");
    const credential = { ...named.credential, name: "Robin Vale", general: "elsewhere" } as const;
    const { body } = showing({ ...named, credential }, { ...opinion("differ", "Hidden."), hidden: true });
    expect(body).toContain(
      "Robin Vale, RN, sees it differently (verified, GB, checked 4 Mar):\nNo.\nLicensed in GB",
    );
    expect(body).toContain("Another pharmacist (verified, GB, checked 4 Mar):\nHidden.");
    expect(body).toContain("Two volunteers see this differently.");
  });

  test("fits one private message, however long all of it is", () => {
    const long = "x".repeat(800);
    const answer = { often: long, can: long, urgent: long, clinician: long };
    const opinions = [
      ...[opinion("add", long, "Nurse"), opinion("differ", long, "Nurse")],
      ...[1, 2, 3].map(() => opinion("agree", "", "Nurse")),
    ];
    const { embeds, components } = show(openAnswerFace({ ...SAMPLES.answer, answer, opinions }));
    const length = embeds.reduce(
      (sum, { title = "", description = "", footer }) =>
        sum + title.length + description.length + (footer?.text.length ?? 0),
      0,
    );
    expect(length).toBeLessThanOrEqual(6000);
    expect(components.length).toBeLessThanOrEqual(5);
  });

  test("is not there for who asked for quiet before they press Open", () => {
    const quiet = faceOf({ ...SAMPLES.answer, quiet: true, opinions: [opinion("add", "Tea helps.")] });
    expect(JSON.stringify(quiet)).not.toContain("Tea helps.");
  });
});

describe("an answer", () => {
  test("has the credential line with its date, and every way to respond", () => {
    const face = faceOf({ ...SAMPLES.answer, opinions: [] });
    expect(face.body).toContain(
      "General information from a Pharmacist (verified), GB, checked 4 Mar. It can't replace",
    );
    expect(labels(face.buttons)).toEqual([
      "Reply",
      "Helped",
      "Still unclear",
      "Check credentials",
      "Report",
      "Take back",
    ]);
  });

  test("says the year of a check that is not of its own year, and the name where the provider shows it", () => {
    const credential = { ...SAMPLES.answer.credential, name: "Robin Vale" };
    const later = faceOf({ ...SAMPLES.answer, credential, sentAt: new Date("2027-01-02T10:00:00Z") });
    expect(later.body).toContain("from Robin Vale, Pharmacist (verified), GB, checked 4 Mar 2026.");
  });

  test("says why it stays general where the licence does not cover the question", () => {
    const says = (general: GeneralOnly) =>
      faceOf({ ...SAMPLES.answer, credential: { ...SAMPLES.answer.credential, general } }).body;
    expect(says("elsewhere")).toContain("Licensed in GB, which is not where you are");
    expect(says("country-not-said")).toContain("Licensed in GB. You have not said where you live, so");
    expect(says("country-not-said")).not.toContain("not where you are");
    expect(says("other-field")).toContain("outside of their own field");
  });

  test("keeps which message it was, for who checks its credentials later", () => {
    const check = contentOf(faceOf(SAMPLES.answer), 0, KEY);
    expect(JSON.stringify(check)).toContain(`"credential:${ID}/${ID}"`);
  });

  test("leaves out the fields that were not filled in", () => {
    const { body } = faceOf(SAMPLES.answer);
    expect(body).toContain("**What people usually can do**\nRest.");
    expect(body).not.toContain("Get seen now if");
  });

  test("shows no word of the text to a member who asked for quiet", () => {
    const face = faceOf({ ...SAMPLES.answer, quiet: true });
    expect(face.title).toBe("You have a reply");
    expect(JSON.stringify(face)).not.toContain("Rest.");
    expect(labels(face.buttons)).toEqual(["Open"]);
  });

  test("without a credential line is a bug, not a card", () => {
    const credential = { ...SAMPLES.answer.credential, profession: "" };
    expect(() => faceOf({ ...SAMPLES.answer, credential })).toThrow();
  });

  test("of the greatest length, all of it markup, is split and not cut", () => {
    const fields: (keyof AnswerText)[] = ["often", "can", "urgent", "clinician"];
    const answer = Object.fromEntries(fields.map((f) => [f, "*".repeat(800)])) as unknown as AnswerText;
    const face = faceOf({ ...SAMPLES.answer, answer, opinions: [] });
    const parts = partsOf(face.body).map((_, part) => contentOf(face, part, KEY));
    expect(parts.length).toBe(2);
    const shown = JSON.stringify(parts);
    expect(shown.match(/(?<=\\)\*/g)?.length).toBe(3200);
  });
});

describe("a crisis card", () => {
  const crisis = (part: Partial<CrisisCard>) => faceOf({ ...SAMPLES.crisis, ...part });
  test("says what came to it: company, and how many are worried, and never who", () => {
    expect(crisis({ worried: 2 }).body).toContain("They would like company");
    expect(crisis({ worried: 2 }).body).toContain("2 other members are worried about them.");
    const worry = crisis({ level: "worry", worried: 1, wantsCompanyAt: undefined });
    expect(worry.body).toContain("A member is worried about **Calm Harbor**");
    expect(worry.body).not.toContain("other member");
    const stranger = crisis({ level: "worry", worried: 2, pseudonym: undefined, accountId: "42" });
    expect(stranger.body).toContain("A member is worried about <@42>");
    expect(stranger.body).toContain("Another member is worried about them.");
    expect(crisis({ level: "company", again: true }).title).toBe("Still nobody: A member would like company");
  });

  test("offers I'm on it until somebody is", () => {
    expect(labels(crisis({}).buttons)).toEqual(["I'm on it"]);
    const taken = crisis({ takenBy: "Mo", takenAt: new Date("2026-03-04T10:02:00Z") });
    expect(taken.buttons).toEqual([]);
    expect(taken.body).toContain("Mo is on it");
  });
});

describe("a taken-back receipt", () => {
  test("says what was removed where, and what was not", () => {
    expect(faceOf(SAMPLES["taken-back"]).body).toContain("Slack, channel: 1 message, removed");
    expect(faceOf(SAMPLES["taken-back"]).body).toContain(
      "Discord, direct messages: 2 messages, could not be removed",
    );
  });
});

const DRAFT: Draft = {
  questionId: ID,
  messageId: ID,
  edition: 1,
  kind: "question",
  number: 214,
  preview: {
    question: [
      { text: "Call me on ", removed: false },
      { text: "555 0100", removed: true, placeholder: "[phone number]" },
      { text: ` ${HOSTILE}`, removed: false },
    ],
    tried: [{ text: "Tea", removed: false }],
  },
  crossing: { question: `Call me on [phone number] ${HOSTILE}`, tried: "Tea" },
  pseudonym: "Calm Harbor",
  topic: "Medicines",
  forWhom: "self",
  ageBand: "30-44",
  verdict: "clear",
  fullyScreened: true,
  lookedAt: false,
};

describe("a preview", () => {
  test("strikes out what will not cross, and lists it", () => {
    const face = previewFace(DRAFT);
    expect(face.body).toContain("~~555 0100~~");
    expect(face.body).toContain("**Removed to protect you:** phone number");
    expect(labels(face.buttons)).toEqual(["Send this card", "Edit", "Cancel"]);
  });

  test("says so when nothing was removed", () => {
    const clean = { ...DRAFT, preview: { question: [{ text: "Hello", removed: false }], tried: [] } };
    expect(previewFace(clean).body).toContain("Nothing was removed.");
  });

  test("of a text that shows danger has the help first, and Send all the same", () => {
    const content = draftContent({ ...DRAFT, alert: { alertId: ID, text: "call or text 988" } });
    expect(content.content).toContain("988");
    expect(JSON.stringify(content.components)).toContain("Send this card");
  });

  test("is kept in hand, so that Edit opens what was typed", () => {
    draftContent(DRAFT);
    expect(draftInHand(ID)).toEqual({ question: `Call me on 555 0100 ${HOSTILE}`, tried: "Tea" });
  });
});

describe("get help now", () => {
  test("of many own countries shows what fits one message, and offers these first", () => {
    const lines = Array.from({ length: 8 }, () => ({ name: "n".repeat(80), contact: "call 123" }));
    const own = { emergencyNumber: "123", source: "https://example.org", reviewed: "2031-01-01", lines };
    const countries = new Map(
      ["KE", "TZ", "UG", "RW", "GH", "NG"].map((country) => [country, { ...own, country }]),
    );
    const book = {
      ...shippedCrisisLines(),
      countries: new Map([...countries, ...shippedCrisisLines().countries]),
    };
    const all = show(helpNowFace(book, undefined));
    expect(JSON.stringify(all.embeds).length).toBeLessThanOrEqual(6000);
    expect(JSON.stringify(all)).toContain("Kenya");
    expect(
      countryChoices(book)
        .map(({ value }) => value)
        .slice(0, 2),
    ).toEqual(["KE", "TZ"]);
    expect(countryChoices(book)).toHaveLength(25);
  });

  test("shows one country's lines, or all of them within one message", () => {
    expect(helpNowFace(shippedCrisisLines(), "GB").body).toContain("999");
    const all = show(helpNowFace(shippedCrisisLines(), undefined));
    const length = all.embeds.reduce(
      (sum, { title = "", description = "" }) => sum + title.length + description.length,
      0,
    );
    expect(length).toBeLessThanOrEqual(6000);
    expect(JSON.stringify(all)).toContain("988");
    expect(JSON.stringify(all)).toContain("findahelpline.com");
  });
});
