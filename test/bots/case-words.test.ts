import { expect, test } from "vitest";
import { caseWords } from "#bots/case-words.ts";
import type { CaseCard } from "#core/moderation/cases/case-card.ts";

const CARD: CaseCard = {
  kind: "case",
  caseId: "c",
  number: 7,
  about: "post",
  severity: 2,
  reports: 1,
  state: "decided",
  openedAt: new Date("2031-03-04T09:00:00Z"),
  isHeld: false,
  decided: ["ban"],
  refused: [{ platform: "discord", trouble: "forbidden:channel-permission", isDone: false }],
};

test("what a platform refused is told with what mends it; of a private case only that something is left to do", () => {
  expect(caseWords(CARD).lines.join(" ")).toContain("Discord refused: the bot may not do this");
  const hidden = caseWords({ ...CARD, about: undefined, decided: [] }).lines.join(" ");
  expect(hidden).not.toMatch(/Discord|refused|ban/);
  expect(hidden).toContain("Something is left to do: leads and admins look with `curbside case show 7`");
  const done = CARD.refused.map((one) => ({ ...one, isDone: true }));
  expect(caseWords({ ...CARD, about: undefined, decided: [], refused: done }).lines.join(" ")).not.toContain(
    "left",
  );
});
