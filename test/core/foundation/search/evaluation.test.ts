import { expect, test } from "vitest";
import { askAll, askedQuestions, figuresOf, indexAnswers } from "../../../../scripts/search/evaluation.ts";
import { describeOnBoth } from "../../../support/databases.ts";
import { openTestCore } from "../../../support/test-core.ts";

const share = ({ of, right }: { of: number; right: number }) => right / of;

describeOnBoth("of questions asked in other words", ({ openNew }) => {
  test("most find their answer among the first three, and where there is none mostly nothing is shown", async () => {
    const core = openTestCore(await openNew());
    await indexAnswers(core);
    const { found, quiet } = figuresOf(await askAll(core));
    expect(found.of).toBeGreaterThanOrEqual(150);
    expect(quiet.of).toBeGreaterThanOrEqual(100);
    expect(share(found)).toBeGreaterThanOrEqual(0.85);
    expect(share(quiet)).toBeGreaterThanOrEqual(0.8);
  });
});

test("half of the questions without an answer are near misses, on the topics of those with one", () => {
  const without = askedQuestions().filter(({ answer }) => answer === undefined);
  expect(without.filter(({ how }) => how === "near").length).toBeGreaterThanOrEqual(without.length / 2);
});
