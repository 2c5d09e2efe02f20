import { expect, test } from "vitest";
import type { Actor } from "#core/access.ts";
import { answerQuestion } from "#core/questions/answer-question.ts";
import { claimQuestion } from "#core/questions/claim-question.ts";
import { draftQuestion } from "#core/questions/draft-question.ts";
import { RELATIONS } from "#core/questions/for-whom.ts";
import { sendQuestion } from "#core/questions/send-question.ts";
import { takeBack } from "#core/questions/take-back.ts";
import { addNote } from "#core/visit-sheet/add-note.ts";
import { deleteNote } from "#core/visit-sheet/delete-note.ts";
import { listNotes } from "#core/visit-sheet/list-notes.ts";
import { makeSheet } from "#core/visit-sheet/make-sheet.ts";
import { sheetChoices } from "#core/visit-sheet/sheet-choices.ts";
import { sheetHtml } from "#core/visit-sheet/sheet-html.ts";
import { MOST_NOTES } from "#core/visit-sheet/visit-note.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { ANSWER, ASKED, openPractice, type Practice, questionAt } from "../questions/asked.ts";
import { addCommunity, auditOf, codeOf, HOUR_MS, joinAs } from "../small-town.ts";

const MONTH_MS = 31 * 24 * HOUR_MS;

const note = ({ core }: Practice, actor: Actor, text: string, kind: "note" | "ask" = "note") =>
  addNote(core, { actor, kind, text });

/** Otter asks about a teapot, and is answered. */
async function answeredFor({ core, ana }: Practice, actor: Actor): Promise<string> {
  const asked = { ...ASKED, text: "Is my teapot safe?", tried: "" };
  const { questionId } = await draftQuestion(core, { actor, ...asked });
  await sendQuestion(core, { actor, questionId });
  await claimQuestion(core, { actor: ana, questionId });
  await answerQuestion(core, { actor: ana, questionId, text: ANSWER });
  return questionId;
}

describeOnBoth("a visit sheet", ({ openNew }) => {
  test("has what was sent and answered, with the credential of that day, and nothing that was typed or of others", async () => {
    const practice = await openPractice(await openNew());
    const { core, clock, heron, town } = practice;
    await questionAt(practice, "answered");
    const otter = await joinAs(town, "Loud Otter");
    const theirs = await answeredFor(practice, otter);
    await note(practice, heron, "Bring the blue folder.");
    await note(practice, heron, "Can I drive?", "ask");
    await note(practice, otter, "Ask about the kettle.", "ask");
    const sheet = await makeSheet(core, { actor: heron, of: { period: "year" } });
    expect(sheet).toMatchObject({
      community: "Sunny Side",
      madeAt: clock.now(),
      questions: [
        {
          number: 1,
          topic: "Medicines",
          forWhom: "self",
          texts: [
            { by: "me", kind: "question", text: { tried: "Rest and a walk" } },
            {
              by: "volunteer",
              card: {
                answer: ANSWER,
                credential: {
                  profession: "Pharmacist",
                  jurisdiction: "United Kingdom",
                  checkedAt: expect.any(Date),
                },
              },
            },
          ],
        },
      ],
      toAsk: [
        { text: "Can I drive?", from: undefined },
        { text: ANSWER.clinician, from: 1 },
      ],
      notes: [{ text: "Bring the blue folder." }],
    });
    const page = sheetHtml(sheet);
    expect(page).toContain("[e-mail address]");
    for (const never of ["heron@example.org", "Quiet Heron", "teapot", "kettle", theirs])
      expect(page).not.toContain(never);
    const chosen = { questionIds: [theirs] };
    expect(await codeOf(makeSheet(core, { actor: heron, of: chosen }))).toBe("not_found");
    const elsewhere = await addCommunity(core, clock, { name: "Lantern", actor: town.admin });
    const double = await joinAs(elsewhere, "Quiet Heron");
    expect(await makeSheet(core, { actor: double, of: { period: "ever" } })).toMatchObject({
      questions: [],
      notes: [],
    });
  });

  test("goes as far back as was chosen, and has nothing of what was taken back", async () => {
    const practice = await openPractice(await openNew());
    const { core, clock, heron } = practice;
    await questionAt(practice, "answered");
    clock.advance(6 * MONTH_MS);
    const numbers = async (period: "quarter" | "year" | "ever") =>
      (await sheetChoices(core, { actor: heron, period })).answered.map(({ number }) => number);
    expect([await numbers("quarter"), await numbers("year")]).toEqual([[], [1]]);
    clock.advance(7 * MONTH_MS);
    expect([await numbers("year"), await numbers("ever")]).toEqual([[], [1]]);
    const { id: questionId } = await core.db.question.findFirstOrThrow();
    await takeBack(core, { actor: heron, questionId });
    expect(await numbers("ever")).toEqual([]);
    expect(await sheetChoices(core, { actor: heron, period: "ever" })).toMatchObject({ unanswered: [] });
    const sheet = await makeSheet(core, { actor: heron, of: { questionIds: [questionId] } });
    expect(sheet.questions).toMatchObject([{ number: 1, texts: [] }]);
  });

  test("has what nobody answered only where that was chosen, and no draft", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron, ask } = practice;
    await questionAt(practice, "answered");
    const expired = await questionAt(practice, "expired");
    await ask();
    const choices = await sheetChoices(core, { actor: heron, period: "year" });
    expect(choices).toMatchObject({ answered: [{ number: 1 }], unanswered: [{ number: 2 }] });
    const byDefault = await makeSheet(core, { actor: heron, of: { period: "year" } });
    expect(byDefault.questions.map(({ number }) => number)).toEqual([1]);
    const chosen = await makeSheet(core, { actor: heron, of: { questionIds: [expired] } });
    expect(sheetHtml(chosen)).toContain("No volunteer has answered this.");
    expect(sheetHtml(byDefault)).not.toContain("No volunteer has answered this.");
    expect(chosen.questions).toMatchObject([{ number: 2, texts: [{ by: "me", kind: "question" }] }]);
  });

  test("keeps notes sealed for their writer alone, 25 at the most, and deletes them without a trace", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron, town } = practice;
    await note(practice, heron, "A secret about marmalade");
    const [first] = await listNotes(core, { actor: heron });
    const noteId = first?.noteId ?? "";
    const { textSealed } = await core.db.visitNote.findUniqueOrThrow({ where: { id: noteId } });
    expect(Buffer.from(textSealed).includes("marmalade")).toBe(false);
    const otter = await joinAs(town, "Loud Otter");
    expect(await codeOf(deleteNote(core, { actor: otter, noteId }))).toBe("not_found");
    for (let at = 1; at < MOST_NOTES - 1; at += 1) await note(practice, heron, `Note ${at}`);
    const both = await Promise.all(["one", "other"].map((text) => codeOf(note(practice, heron, text))));
    expect(both.sort()).toEqual(["notes_full", "ok"]);
    expect(await codeOf(note(practice, heron, "x".repeat(501)))).toBe("too_long");
    await deleteNote(core, { actor: heron, noteId });
    expect(await codeOf(deleteNote(core, { actor: heron, noteId }))).toBe("not_found");
    expect(await core.db.visitNote.count()).toBe(MOST_NOTES - 1);
    expect(await auditOf(town, noteId)).toEqual(["note.added", "note.deleted"]);
    expect(
      JSON.stringify([core.logged, await core.db.auditEntry.findMany({ select: { detail: true } })]),
    ).not.toContain("marmalade");
  });

  test("hears somebody who writes a note about dying, also where it is not kept", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron } = practice;
    const { alert } = await note(practice, heron, "I want to kill myself tonight.");
    expect(alert?.text).toContain("116 123");
    expect(await core.db.crisisAlert.count()).toBe(1);
    for (let at = 1; at < MOST_NOTES; at += 1) await note(practice, heron, `Note ${at}`);
    const refused = note(practice, heron, "I want to kill myself tonight.");
    await expect(refused).rejects.toMatchObject({ code: "notes_full", help: { text: alert?.text } });
  });

  test("says for whom a question was; a relation stands only where it is for somebody else", async () => {
    const practice = await openPractice(await openNew());
    const { core, heron } = practice;
    for (const forWhom of ["self", ...RELATIONS] as const)
      await draftQuestion(core, { actor: heron, ...ASKED, forWhom });
    const rows = await core.db.question.findMany({ orderBy: { number: "asc" } });
    expect(rows.map(({ forWhom, relation }) => `${forWhom} ${relation}`)).toEqual([
      "self null",
      ...RELATIONS.map((relation) => `other ${relation}`),
    ]);
    const [self] = rows;
    const wrong = core.db.question.update({ where: { id: self?.id ?? "" }, data: { relation: "parent" } });
    await expect(wrong).rejects.toThrow();
    const unknown = { where: { id: rows[1]?.id ?? "" }, data: { relation: "enemy" } };
    await expect(core.db.question.update(unknown)).rejects.toThrow();
  });
});
