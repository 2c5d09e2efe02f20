import { expect, test } from "vitest";
import { giveOpinion } from "#core/questions/second-opinion/give-opinion.ts";
import { decide } from "./moderated.ts";
import { answered, join, screenOf, sees } from "./patient.ts";
import { rig, until } from "./rig.ts";

test("a colleague's words stand on the answer's own card, can be checked and reported, and are hidden there", async () => {
  await using it = await rig();
  const robin = await join(it);
  const questionId = await answered(it, robin);
  const { id: answerId } = await it.core.db.message.findFirstOrThrow({
    where: { questionId, kind: "answer" },
  });
  const actor = await it.colleague("Ben");
  const text = "A walk at noon helps many people.";
  await giveOpinion(it.core, { actor, answerId, version: 1, stance: "differ", text });
  await sees(robin, "Another pharmacist sees it differently");
  await sees(robin, "your own clinician can help you decide");
  expect(screenOf(robin).split("Rest and drink water.")).toHaveLength(2);
  await robin.press("Check credentials: Pharmacist, United Kingdom");
  await sees(robin, "Credentials of Ben");
  await robin.press("Report: Pharmacist, United Kingdom");
  await robin.submit({ "What is wrong?": "It is unkind." });
  await sees(robin, "Thank you");
  const { subjectId, number } = await it.core.db.case.findFirstOrThrow();
  expect(subjectId).not.toBe(answerId);
  await decide(it, String(number), { action: "hide" });
  await until(() => !screenOf(robin).includes("A walk at noon"));
  await sees(robin, "The moderators of this community hid this text.");
  expect(screenOf(robin)).toContain("Rest and drink water.");
  expect(it.logged.filter(({ event }) => event.startsWith("discord."))).toEqual([]);
});
