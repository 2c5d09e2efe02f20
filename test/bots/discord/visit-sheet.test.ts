import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { elementsOf, HOSTILE } from "../../support/html.ts";
import { answered, ask, join, screenOf, sees, teamCard } from "./patient.ts";
import { type Rig, rig, until } from "./rig.ts";

const FILE = "visit-sheet.html";

async function addNote(person: Awaited<ReturnType<typeof join>>, text: string, under = "My notes") {
  await person.command("visit-sheet");
  await person.press("Add a note");
  await person.submit({ "Your note": text, "Where it stands on the sheet": under });
  await sees(person, "it will stand on your next visit sheet");
}

async function makes(person: Awaited<ReturnType<typeof join>>): Promise<string> {
  await person.command("visit-sheet");
  await person.press("Make my sheet");
  await sees(person, `(file: ${FILE}`);
  return person.open(FILE);
}

/** All bytes of the database, and of what it has not yet taken in. */
async function bytesOf({ core }: Rig): Promise<string> {
  const file = core.config.databaseUrl.replace("file:", "");
  const parts = await Promise.all(
    [file, `${file}-wal`].map((one) => readFile(one, "latin1").catch(() => "")),
  );
  return parts.join("");
}

/** The newest message with these words, to press a forged button under. */
const messageWith = (person: Awaited<ReturnType<typeof join>>, words: string) =>
  person
    .screen()
    .flatMap(({ messages }) => messages)
    .findLast(({ text }) => text.includes(words))?.ref ?? "";

describe("a visit sheet on Discord", () => {
  test("comes as a file for whoever pressed alone, with what was sent and answered, and is kept nowhere", async () => {
    await using it = await rig();
    const [robin, sam] = [await join(it), await join(it, "sam")];
    await answered(it, robin);
    await addNote(sam, "The note of somebody else");
    await addNote(robin, "Can I still drive?", "Questions for my clinician");
    const page = await makes(robin);
    for (const words of [
      "General information from volunteers; not a medical record.",
      "Why am I so tired? Call me on [phone number]",
      "Rest and drink water.",
      "Pharmacist (United Kingdom), checked on",
      "Ask about iron.",
      "Can I still drive?",
      "My name",
    ])
      expect(page).toContain(words);
    for (const words of ["7946", "Calm robin", "robin", robin.id, "somebody else"])
      expect(page).not.toContain(words);
    expect(() => sam.open(FILE)).toThrow("does not see a file");
    expect(await bytesOf(it)).not.toContain("not a medical record");
    expect(JSON.stringify(it.logged)).not.toContain("drive");
    expect(it.discord.messages(robin.dm()).flatMap(({ files }) => files)).toEqual([]);
  });

  test("has only the questions that were chosen, and never one of somebody else", async () => {
    await using it = await rig();
    const [robin, sam] = [await join(it), await join(it, "sam")];
    await answered(it, robin);
    await ask(sam, "What is in my teapot?");
    await sam.press("Send this card");
    const theirs = await until(() =>
      [...it.team.cards.values()].find(
        (card) => card.kind === "triage" && card.text?.question.includes("teapot") && card,
      ),
    );
    it.team.cards.clear();
    const second = await answered(it, robin);
    await robin.command("visit-sheet");
    await sees(robin, "question 1, 3");
    await robin.press("Choose questions");
    expect(robin.form?.fields[0]?.value.split("; ")).toHaveLength(2);
    await robin.submit({ "On the sheet": second });
    await sees(robin, `(file: ${FILE}`);
    expect([robin.open(FILE).includes("Question 1"), robin.open(FILE).includes("Question 3")]).toEqual([
      false,
      true,
    ]);
    const id = "questionId" in theirs ? theirs.questionId : "";
    const component = { type: 4, id: 2, custom_id: "questions", value: `${second},${id}` };
    await robin.forge(messageWith(robin, "A sheet for your visit"), {
      custom_id: "choose-for-sheet:year",
      components: [{ type: 18, id: 1, component }],
    });
    await sees(robin, "There is no such question here.");
    expect(screenOf(robin)).not.toContain("teapot");
  });

  test("shows hostile notes as texts, and deletes the own ones alone", async () => {
    await using it = await rig();
    const [robin, sam] = [await join(it), await join(it, "sam")];
    for (const text of HOSTILE.slice(0, 5)) await addNote(robin, text);
    await addNote(sam, "The note of somebody else");
    const elements = elementsOf(await makes(robin));
    expect(elements.filter(({ name }) => ["script", "img", "svg", "a"].includes(name))).toEqual([]);
    expect(elements.some(({ text }) => text === HOSTILE[0])).toBe(true);
    const { id: theirs } = await it.core.db.visitNote.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
    await robin.command("visit-sheet");
    await robin.press("My notes");
    await robin.forge(messageWith(robin, "Only you can read these"), {
      custom_id: "delete-note:chosen",
      component_type: 3,
      values: [theirs],
    });
    await sees(robin, "There is no such note here.");
    const [first] = await it.core.db.visitNote.findMany({ orderBy: { createdAt: "asc" } });
    await robin.choose("Delete a note", [first?.id ?? ""]);
    await until(async () => (await it.core.db.visitNote.count()) === 5);
    expect(await makes(robin)).not.toContain("&lt;script&gt;");
  });

  test("shows help first to somebody who writes a note about dying", async () => {
    await using it = await rig();
    const robin = await join(it);
    await robin.command("visit-sheet");
    await robin.press("Add a note");
    await robin.submit({
      "Your note": "I want to kill myself tonight",
      "Where it stands on the sheet": "note",
    });
    await sees(robin, "116 123");
    expect(await until(() => teamCard(it, "crisis"))).toBeDefined();
    expect(JSON.stringify([...it.team.cards.values()])).not.toContain("kill myself");
  });
});
