import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  next,
  QUESTION_STATUSES,
  type QuestionEvent,
  statusesAllowing,
  statusesRefusing,
} from "#core/questions/question.ts";

const EVENTS = [
  "send",
  "cancel",
  "claim",
  "release",
  "lapse",
  "ask-back",
  "reply",
  "answer",
  "hold",
  "pass",
  "send-back",
  "lapse-look",
  "follow-up",
  "still-unclear",
  "expire",
  "close",
  "reopen",
  "take-back",
] as const satisfies readonly QuestionEvent[];

describe("the life of a question", () => {
  for (const event of EVENTS)
    test(`"${event}" is allowed or refused in every status, never both`, () => {
      const all = [...statusesAllowing(event), ...statusesRefusing(event)].sort();
      expect(all).toEqual([...QUESTION_STATUSES].sort());
      expect(statusesAllowing(event).length).toBeGreaterThan(0);
    });

  test("whatever happens, nothing leads out of taken back and cancelled", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS)), (events) => {
        let status: (typeof QUESTION_STATUSES)[number] = "draft";
        for (const event of events) {
          const after = next(status, event);
          if (status === "taken-back" || status === "cancelled") expect(after).toBeUndefined();
          status = after ?? status;
        }
      }),
    );
  });

  test("whatever was sent can be taken back until it was", () => {
    for (const status of statusesRefusing("take-back"))
      expect(["draft", "taken-back", "cancelled"]).toContain(status);
  });
});
