import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ModerationHome } from "./moderation-home.ts";

const FAQ = `- question: How do I store eye drops?
  answer: Most belong in a cool, dry place.
  topic: Medicines
  source: https://health.example.org/faq
  reviewed by: Their pharmacy team
  reviewed: 2026-01-10
  review by: 2026-03-20
`;

describe("the library at the command line", () => {
  const home = new ModerationHome();
  let folder = "";
  beforeAll(async () => {
    await home.setUp();
    folder = await mkdtemp(join(tmpdir(), "curbside-faq-"));
  });
  afterAll(async () => {
    await home[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });
  const curbside = (argv: readonly string[], who = "ada") => home.curbside(argv, { who });

  test("tries a file first, names what is wrong, and brings in what is right with --yes", async () => {
    const [good, bad] = [join(folder, "faq.yaml"), join(folder, "bad.yaml")];
    await writeFile(good, FAQ);
    await writeFile(bad, FAQ.replace("Medicines", "Weather"));
    const wrong = await curbside(["library", "import", bad, "--yes"]);
    expect(wrong.exit).toBe(3);
    expect(wrong.stdout).toContain("line 1: topic must be one of Medicines, ");
    const tried = await curbside(["library", "import", good]);
    expect(tried.stdout).toContain("How do I store eye drops?");
    expect(tried.stdout).toContain("Nothing was brought in yet: add --yes for these 1.");
    expect(await home.json(["library", "list"], { who: "mo" })).toEqual([]);
    expect((await curbside(["library", "import", good, "--yes"])).stdout).toContain("1 brought in.");
    expect((await curbside(["library", "import", good, "--yes"])).stdout).toContain("line 1: here already");
    expect((await curbside(["library", "import", good], "mo")).exit).toBe(3);
    expect((await curbside(["library", "import", join(folder, "none.txt")])).exit).toBe(2);
  });

  test("lists, shows and retires an answer, and says what is due", async () => {
    expect((await curbside(["library", "list"], "mo")).stdout).toContain("How do I store eye drops?");
    expect((await curbside(["library", "due"], "mo")).stdout).toContain("review by 20 Mar 2026");
    const shown = await curbside(["library", "show", "1"], "mo");
    expect(shown.stdout).toContain(
      "From https://health.example.org/faq, looked at there by Their pharmacy team",
    );
    expect(shown.stdout).not.toContain("verified");
    expect((await curbside(["library", "show", "nine"])).exit).toBe(2);
    expect((await curbside(["library", "show", "9"])).exit).toBe(4);
    expect((await curbside(["library", "keep", "1", "--words", "Why?"], "mo")).exit).toBe(4);
    expect((await curbside(["library", "merge", "1", "1"], "mo")).exit).toBe(3);
    expect((await curbside(["library", "retire", "1"], "mo")).stdout).toContain("Nobody finds answer 1");
    expect(await home.json(["library", "show", "1"], { who: "mo" })).toMatchObject({
      ...{ state: "retired", text: null },
    });
  });
});
