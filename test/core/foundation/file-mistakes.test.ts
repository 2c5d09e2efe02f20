import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readProfile } from "#core/credentials/registries/license/profile.ts";
import { rulesWith } from "#core/moderation/load-rules.ts";
import { loadCrisisLines } from "#core/screening/load-crisis-lines.ts";
import { readPolicyFile } from "#core/screening/policies/policy-file.ts";

const READERS: Readonly<Record<string, (source: string) => unknown>> = {
  "a file of policies": (source) => readPolicyFile("house.yaml", source),
  "rules.yaml": (source) => rulesWith("rules.yaml", source),
  "crisis-lines.yaml": (source) => {
    const folder = mkdtempSync(join(tmpdir(), "curbside-lines-"));
    try {
      const file = join(folder, "crisis-lines.yaml");
      writeFileSync(file, source);
      return loadCrisisLines(file);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  "a profile of licences": (source) => readProfile("tx.yaml", "tx", source),
};

/** What a person might leave in a file, half written. */
const WRONG = {
  "an open bracket": "- {",
  "a quote that never ends": '- id: "kind\n',
  "a tab": "- id: kind\n\tnumber: 3\n",
  "a name that stands twice": "about: a\nabout: b\n",
  "a word alone": "hello",
  "a number in a list": "- 3",
  "a name that is not known": "- colour: red\n- country: GB\n  colour: red\n",
  "lists and words in the wrong places":
    "about: [1]\nrules:\n  - id: x\n    kind: rude\n    match: 3\n    mustMatch: one\n    score: 7\nstatus: no\ncolumns: no\n",
};

/** Every text in an error, whatever the error calls its parts. */
const textsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];

describe("a mistake in a file that an admin writes", () => {
  for (const [what, read] of Object.entries(READERS))
    test(`of ${what} is told in our words, and never in those of a library`, () => {
      for (const source of Object.values(WRONG)) {
        let error: unknown;
        try {
          read(source);
        } catch (thrown) {
          error = thrown;
        }
        const said = textsIn(error).join("\n");
        expect(said).not.toBe("");
        expect(said).not.toMatch(
          /Invalid (input|option|key)|expected|received|Unrecognized|undefined|Flow |Map keys|indented|at line|Too (small|big)|"quote/,
        );
      }
    });

  test("says what must be there and which words are possible", () => {
    const problems = () => readPolicyFile("house.yaml", "rules:\n  - id: house.x\n    kind: rude\n");
    try {
      problems();
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        problems: expect.arrayContaining([
          { file: "house.yaml", where: "about", problem: "must be there" },
          {
            file: "house.yaml",
            where: "house.x severity",
            problem: "must be there: low, medium, high or critical",
          },
          { file: "house.yaml", where: "house.x mustNotMatch", problem: "must be there" },
          {
            file: "house.yaml",
            where: "house.x kind",
            problem:
              "must be concern, crisis, emergency, method, impersonation, sales, harassment, advice or community",
          },
        ]),
      });
    }
  });
});
