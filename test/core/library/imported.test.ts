import { describe, expect, test } from "vitest";
import { importEntries } from "#core/library/imported/import-entries.ts";
import { readFaq } from "#core/library/imported/read-faq.ts";
import type { FaqFormat } from "#core/library/imported/read-rows.ts";
import { readAnswer } from "#core/library/read-answer.ts";
import { turnStale } from "#core/library/turn-stale.ts";
import { describeOnBoth } from "../../support/databases.ts";
import { codeOf, HOUR_MS, invite, joinAs, smallTown } from "../small-town.ts";

const now = new Date("2031-03-04T09:00:00Z");
const SOURCE = "https://health.example.org/faq";

const ONE = {
  question: "How do I store eye drops?",
  answer: "Most belong in a cool, dry place.\nLook at the pack.",
  topic: "medicines",
  source: SOURCE,
  "reviewed by": "Their pharmacy team",
  reviewed: "2031-01-10",
  "review-by": "2032-01-10",
};

const AS: Readonly<Record<FaqFormat, string>> = {
  json: JSON.stringify([ONE]),
  yaml: `- question: "How do I store eye drops?"
  answer: |
    Most belong in a cool, dry place.
    Look at the pack.
  topic: Medicines
  source: ${SOURCE}
  reviewed by: Their pharmacy team
  reviewed: 2031-01-10
  review by: 2032-01-10
`,
  csv: `Question,Answer,Topic,Source URL,Reviewed by,Reviewed,Review by
How do I store eye drops?,"Most belong in a cool, dry place.
Look at the pack.",Medicines,${SOURCE},Their pharmacy team,2031-01-10,2032-01-10
`,
  md: `# What people ask us

## How do I store eye drops?
- **Topic:** Medicines
- Source: ${SOURCE}
Reviewed by: Their pharmacy team
Reviewed on: 2031-01-10
Review by: 2032-01-10

Most belong in a cool, dry place.
Look at the pack.
`,
};

describe("a file of answers from elsewhere", () => {
  for (const format of ["json", "yaml", "csv", "md"] as const)
    test(`reads the same from ${format}`, () => {
      const { entries, wrong } = readFaq(AS[format], { format, now });
      expect(wrong).toEqual([]);
      expect(entries).toMatchObject([
        {
          ...{ question: ONE.question, answer: ONE.answer, topic: "Medicines", source: SOURCE },
          ...{ reviewedBy: "Their pharmacy team", reviewBy: new Date("2032-01-10T00:00:00Z") },
        },
      ]);
    });

  test("names every line that is wrong, and what is", () => {
    const csv = `question,answer,topic,source,reviewed by,reviewed,review by
,Rest.,Medicines,${SOURCE},Them,2031-01-10,2032-01-10
Why?,Rest.,Weather,ftp://x,Them,2031-13-10,2031-01-01
Why?,"Rest, often."
Why so?,Rest.,Medicines,${SOURCE},,2032-01-10,2040-01-01
`;
    expect(readFaq(csv, { format: "csv", now }).wrong.map(({ line, what }) => `${line} ${what}`)).toEqual([
      "2 question is missing",
      expect.stringMatching(/^3 topic must be one of Medicines/),
      "3 source must be the page's address, such as https://example.org/faq",
      "3 reviewed must be a day such as 2027-03-31",
      "3 review by is past already",
      "4 has 2 columns where the first line has 7",
      "5 reviewed must not be in the future",
      "5 review by must be within 24 months",
      "5 reviewed by is missing",
    ]);
    expect(readFaq("question: 'x", { format: "yaml", now }).wrong).toHaveLength(1);
    expect(readFaq("a: b", { format: "yaml", now }).wrong).toEqual([
      { line: 1, what: "must be a list of answers" },
    ]);
  });
});

describeOnBoth("answers from elsewhere", (database) => {
  test("are brought in once, under their page and no credential, when somebody may and means it", async () => {
    const town = await smallTown(await database.openNew());
    const { core, admin, clock } = town;
    const bring = (actor = admin, forReal = true) =>
      importEntries(core, { actor, text: AS.json, format: "json", forReal });
    const mo = await invite(town, "Mo Moderator", "moderator");
    expect(await codeOf(bring(mo))).toBe("not_allowed");
    expect(await bring(admin, false)).toMatchObject({ isDone: false, known: [], entries: [{ line: 1 }] });
    expect(await core.db.libraryEntry.count()).toBe(0);
    expect(await bring()).toMatchObject({ isDone: true, known: [] });
    expect(await bring()).toMatchObject({ known: [1] });
    const [entry] = await core.db.libraryEntry.findMany();
    expect(entry).toMatchObject({ state: "kept", questionId: null, reviewerId: null });
    expect(Buffer.from(entry?.textSealed ?? []).toString("utf8")).not.toContain("eye drops");
    const heron = await joinAs(town, "Quiet Heron");
    const answer = await readAnswer(core, { actor: heron, entryId: entry?.id ?? "" });
    expect(answer).toMatchObject({
      ...{ answer: ONE.answer, reviewerRole: undefined, since: undefined },
      source: { imported: { from: SOURCE, by: "Their pharmacy team" } },
    });
    expect(JSON.stringify(answer)).not.toContain("credential");
    clock.advance(400 * 24 * HOUR_MS);
    expect(await turnStale(core)).toBe(1);
  });
});
