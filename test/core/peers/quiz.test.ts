import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mentorQuizModal } from "#bots/discord/forms/mentor-quiz.ts";
import { inLanguage, LANGUAGES } from "#core/language/language.ts";
import { MENTOR_STATES, statesAllowing, TRANSITIONS } from "#core/peers/mentors/mentor.ts";
import { drawQuiz, wrongOf } from "#core/peers/mentors/quiz.ts";
import { QUESTIONS, QUIZ_TOPICS } from "#core/peers/mentors/quiz-questions.ts";
import { TOUCHES } from "#core/peers/mentors/touch.ts";

const members = fc.record({ memberId: fc.uuid(), tries: fc.nat(1000) });

describe("the questions for mentors", () => {
  test("have one right choice each, no id twice, and at least two for each topic", () => {
    expect(new Set(QUESTIONS.map(({ id }) => id)).size).toBe(QUESTIONS.length);
    for (const { id, choices } of QUESTIONS) {
      expect([id, choices.filter(({ right }) => right).length]).toEqual([id, 1]);
      expect(new Set(choices.map((choice) => choice.id)).size).toBe(choices.length);
    }
    for (const topic of QUIZ_TOPICS)
      expect(QUESTIONS.filter((question) => question.topic === topic).length).toBeGreaterThan(1);
  });

  test("fit a form of Discord in every language, whichever are drawn", () => {
    for (const language of LANGUAGES)
      for (let tries = 0; tries < 20; tries += 1)
        inLanguage(language, () => {
          const form = mentorQuizModal({ tries, questions: drawQuiz({ memberId: randomUUID(), tries }) });
          expect(form.title.length).toBeLessThanOrEqual(45);
          const fields = form.components as unknown as {
            label: string;
            description: string;
            component: { options: { label: string; value: string; default?: true }[] };
          }[];
          for (const { label, description, component } of fields) {
            expect(label.length, label).toBeLessThanOrEqual(45);
            expect(description.length, description).toBeLessThanOrEqual(100);
            for (const option of component.options) {
              expect(option.label.length, option.label).toBeLessThanOrEqual(100);
              expect(option.default).toBeUndefined();
            }
          }
        });
  });

  test("are drawn one of each topic, the same for the same try; any answers but the right ones are wrong", () => {
    fc.assert(
      fc.property(members, fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }), (of, picks) => {
        const drawn = drawQuiz(of);
        expect(drawn).toEqual(drawQuiz(of));
        expect(drawn.map(({ topic }) => topic).sort()).toEqual([...QUIZ_TOPICS].sort());
        const chosen = drawn.map(({ id, choices }, at) => [id, choices[picks[at] ?? 0]] as const);
        const answers = Object.fromEntries(chosen.map(([id, choice]) => [id, choice?.id ?? ""]));
        const wrong = chosen.filter(([, choice]) => choice?.right !== true).map(([id]) => id);
        expect(wrongOf(drawn, answers)?.map(({ id }) => id)).toEqual(wrong);
        const [first] = drawn;
        expect(wrongOf(drawn, { ...answers, [first?.id ?? ""]: "made-up" })).toBeUndefined();
      }),
    );
    const orders = Array.from({ length: 30 }, (_, tries) => drawQuiz({ memberId: "m", tries }));
    expect(new Set(orders.map((drawn) => drawn.map(({ id }) => id).join())).size).toBeGreaterThan(20);
    expect(new Set(orders.flatMap((drawn) => drawn.map(({ id }) => id))).size).toBe(QUESTIONS.length);
  });

  test("nobody is a mentor but by a pass and then a yes, and every check comes to rest", () => {
    for (const state of MENTOR_STATES)
      for (const [event, next] of Object.entries(TRANSITIONS[state])) {
        if (next === "active") expect([state, event]).toEqual(["waiting", "approve"]);
        if (next === "waiting") expect(event).toBe("pass");
      }
    expect(statesAllowing("end")).toEqual(["waiting", "active"]);
    for (const moves of Object.values(TOUCHES))
      expect("yes" in moves ? moves.yes : "settled").toBe("settled");
  });
});
