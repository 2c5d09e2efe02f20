import { spawnSync } from "node:child_process";
import { basename, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BLOCKED_NAMES } from "#cli/choices.ts";
import { complete } from "#cli/completion/complete.ts";
import { runProgram } from "#cli/program.ts";
import { GROUPS, SURFACE } from "#cli/surface.ts";
import { mayStop, PUSHED_KINDS } from "#core/screening/policies/pushed-rules.ts";

/** The words at the cursor of a line as it would be typed; the cursor stands at its end. */
const at = (line: string) => complete(line.split(" "));
const wordsAt = (line: string) => at(line).candidates.map(({ word }) => word);

const namesOf = (words: string) => words.split(" ").filter((word) => !/^[<[]/.test(word));

/** What the program itself says of a command. */
async function helpOf(words: string): Promise<{ exit: number; text: string }> {
  let text = "";
  const exit = await runProgram([...namesOf(words), "--help"], {
    env: {},
    stdout: (part) => {
      text += part;
    },
    stderr: () => {},
    ask: undefined,
    colours: false,
  });
  return { exit, text };
}

describe("completing", () => {
  test("knows every command by its words, one after the other, with what it does", () => {
    for (const { words, summary } of SURFACE) {
      const names = namesOf(words);
      const says = (typed: readonly string[], last: string) =>
        complete([...typed, last]).candidates.find(({ word }) => word === last)?.says;
      const [first = "", second] = names;
      expect([words, says([], first)]).toEqual([words, second === undefined ? summary : GROUPS[first]]);
      if (second !== undefined) expect([words, says([first], second)]).toEqual([words, summary]);
    }
    expect(wordsAt("ca")).toEqual(["case"]);
    expect(wordsAt("case de")).toEqual(["decide"]);
    expect(wordsAt("nothing ")).toEqual([]);
  });

  test("offers each command the options that the program takes, and no others", async () => {
    for (const { words } of SURFACE) {
      const { exit, text } = await helpOf(words);
      const taken = [...text.matchAll(/^ {2}(?:-h, )?(--[a-z-]+)/gm)].map(([, flag]) => flag);
      expect([words, exit, taken.toSorted()]).toEqual([
        words,
        0,
        complete([...namesOf(words), "-"])
          .candidates.map(({ word }) => word)
          .toSorted(),
      ]);
    }
  });

  test("offers the words of an option or an argument where they are fixed, each once", () => {
    expect(wordsAt("community link --purpose ")).toEqual([
      "ask",
      "intake",
      "moderation",
      "crisis",
      "library",
      "peers",
    ]);
    expect(wordsAt("community link --platform discord --side p")).toEqual(["patients", "providers"]);
    expect(wordsAt("case decide 12 --action=re")).toEqual(["redact", "remove"]);
    expect(wordsAt("case decide 12 --action = re")).toEqual(["redact", "remove"]);
    expect(wordsAt("case decide 12 --action =")).toHaveLength(9);
    expect(wordsAt("init --treats-these-patients ")).toEqual(["yes", "no"]);
    expect(wordsAt("registry import n")).toEqual(["nppes", "nucc"]);
    expect(wordsAt("completion ")).toEqual(["bash", "zsh", "fish"]);
    expect(wordsAt("member role --give moderator Warm --g")).toEqual([]);
    expect(wordsAt("member role --give moderator Warm --j")).toEqual(["--json"]);
    expect(BLOCKED_NAMES).toEqual([...PUSHED_KINDS.filter(mayStop), "none"]);
  });

  test("goes on behind a comma where several can be named, without those that are there", () => {
    expect(at("start --only gateway,")).toEqual({
      candidates: ["http", "worker", "sender"].map((role) => ({ word: `gateway,${role}`, says: "" })),
      files: false,
      goesOn: true,
    });
    expect(wordsAt("start --only=gateway,w")).toEqual(["gateway,worker"]);
  });

  test("asks for the name of a file where one is meant, and nowhere else", () => {
    const files = [
      "init --discord-token-file ",
      "badge verify --keys=b",
      "badge revocations --out ",
      "demo --scenario a.yaml b",
      "db restore ",
      "registry import nppes ",
      "policy lint a.yaml ",
      "policy lint -- -",
      "rules --all d",
    ];
    for (const line of files)
      expect([line, at(line)]).toEqual([line, { candidates: [], files: true, goesOn: false }]);
    const none = [
      "rules a.yaml ",
      "member show ",
      "badge verify ",
      "case note 12 --text ",
      "db status ",
      "case ",
    ];
    for (const line of none) expect([line, at(line).files]).toEqual([line, false]);
  });

  test("whatever was typed, offers what goes on with it and only that", () => {
    const vocabulary = [
      ...SURFACE.flatMap(({ words, options = [] }) => [
        ...words.split(" "),
        ...options.map(([flags]) => flags.split(" ")[0] ?? ""),
      ]),
      ...["=", "--", "-", "--role=", "", "12", "gateway,", "--json"],
    ];
    const word = fc.oneof(fc.constantFrom(...vocabulary), fc.string());
    const command = fc.constantFrom(...SURFACE).map(({ words }) => namesOf(words));
    const line = fc
      .tuple(fc.oneof(command, fc.constant([])), fc.array(word, { maxLength: 6 }))
      .map(([names, more]) => [...names, ...more]);
    fc.assert(
      fc.property(line, (typed) => {
        const { candidates, files } = complete(typed);
        const part = typed.at(-1) ?? "";
        const value = part.startsWith("--") && part.includes("=") ? part.slice(part.indexOf("=") + 1) : part;
        for (const { word: offered } of candidates) {
          expect(offered).not.toMatch(/[\s:]/);
          expect(value === "=" || offered.startsWith(value)).toBe(true);
        }
        expect(new Set(candidates.map((one) => one.word)).size).toBe(candidates.length);
        expect(files && candidates.length > 0).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test("loads the table of commands and nothing else: no database, no settings, no library", () => {
    const answer = join(import.meta.dirname, "../../../src/cli/completion/answer.ts");
    const watch = `
      import { registerHooks } from "node:module";
      const loaded = [];
      registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
      await import(${JSON.stringify(answer)});
      process.stderr.write(JSON.stringify(loaded));`;
    const argv = ["--conditions=source", "--input-type=module", "-e", watch, "--", "one", "case", "li"];
    const { stdout, stderr } = spawnSync(process.execPath, argv, { encoding: "utf8" });
    expect(stdout).toBe("list\tWhat was reported and waits, the gravest first\n");
    const loaded: string[] = JSON.parse(stderr);
    expect(loaded.map((url) => basename(url))).toEqual([
      "answer.ts",
      "complete.ts",
      "surface.ts",
      "choices.ts",
    ]);
  });
});
