import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { completionScript } from "#cli/completion/scripts.ts";

const MAIN = ["--conditions=source", join(import.meta.dirname, "../../../src/cli/main.ts")];

const folder = mkdtempSync(join(tmpdir(), "curbside-completion-"));
/** The real command line; CURBSIDE_HOME is a folder that nobody made, and nobody must. */
const env = { ...process.env, CURBSIDE_HOME: join(folder, "home") };

const curbside = (...argv: readonly string[]) =>
  spawnSync(process.execPath, [...MAIN, ...argv], { encoding: "utf8", env });

const isHere = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

beforeAll(() => {
  for (const shell of ["bash", "zsh", "fish"])
    writeFileSync(join(folder, `curbside.${shell}`), curbside("completion", shell).stdout);
  mkdirSync(join(folder, "here"));
  for (const name of ["draft one.yaml", "draft-two.yaml", "other.txt"])
    writeFileSync(join(folder, "here", name), "");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function shell(program: string, argv: readonly string[]): string[] {
  const cwd = join(folder, "here");
  const { stdout, stderr, status } = spawnSync(program, argv, { encoding: "utf8", env, cwd });
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  return stdout.split("\n").filter((line) => line !== "");
}

const literal = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

/** What bash would offer behind these words, the last of which is being typed. */
function inBash(words: readonly string[], script = join(folder, "curbside.bash")): string[] {
  const typed = ["curbside", ...words].map(literal).join(" ");
  return shell("bash", [
    "--norc",
    "-c",
    `set -u; source ${literal(script)}; complete -p curbside >/dev/null
    COMP_WORDS=(${typed}); COMP_CWORD=${words.length}
    _curbside curbside "\${COMP_WORDS[COMP_CWORD]}" "\${COMP_WORDS[COMP_CWORD-1]}"
    printf '%s\\n' "\${COMPREPLY[@]+"\${COMPREPLY[@]}"}"`,
  ]);
}

/** The same in zsh: its own functions are replaced by ones that print what they are given. */
function inZsh(words: readonly string[], script = join(folder, "curbside.zsh")): string[] {
  const typed = ["curbside", ...words].map((word) => literal(literal(word))).join(" ");
  return shell("zsh", [
    "-f",
    "-c",
    `compdef() { [[ "$*" == "_curbside curbside" ]] }
    compset() { : }
    _files() { print -- FILES }
    _describe() { print -rl -- "\${(@P)2}" }
    source ${literal(script)}
    words=(${typed}); CURRENT=${words.length + 1}
    _curbside`,
  ]);
}

/** The same in fish, which completes a line on demand. */
function inFish(words: readonly string[], script = join(folder, "curbside.fish")): string[] {
  const line = ["curbside", ...words].map((word) => (/\s/.test(word) ? `'${word}'` : word)).join(" ");
  return shell("fish", ["--no-config", "-c", `source ${literal(script)}; complete -C "${line}"`]);
}

/** Asserts what every shell does alike. */
function describeShell(
  name: "bash" | "zsh" | "fish",
  offered: (words: readonly string[], script?: string) => string[],
) {
  // Where there are meanings, they stand behind a tab or a colon.
  const words = (typed: readonly string[]) => offered(typed).map((line) => line.replace(/[\t:].*$/, ""));

  describe.skipIf(!isHere(name))(`in ${name}`, () => {
    test("commands, the verbs of a noun, options and their words are completed", () => {
      expect(words(["cas"])).toEqual(["case"]);
      expect(words(["appeal", ""]).toSorted()).toEqual(
        ["list", "show", "ask", "uphold", "overturn", "file", "reply"].toSorted(),
      );
      expect(words(["case", "decide", "12", "--act"])).toEqual(["--action"]);
      expect(words(["case", "decide", "12", "--action", "re"])).toEqual(["redact", "remove"]);
      expect(words(["member", "role", "Warm Finch", "--give", "mod"])).toEqual(["moderator"]);
      expect(words(["start", "--only", "gateway,s"])).toEqual(["gateway,sender"]);
      expect(words(["nothing", ""])).toEqual([]);
      expect(words(["member", "show", "W"])).toEqual([]);
    });

    test("the program is found wherever it lies, and what was typed is never run", () => {
      const place = join(folder, `it's "here" $HOME \\ ${name}`);
      mkdirSync(place);
      const program = join(place, "program");
      writeFileSync(program, `#!/bin/sh\nfor word; do printf '<%s>\\n' "$word"; done\n`);
      chmodSync(program, 0o700);
      const script = join(place, "script");
      writeFileSync(script, completionScript(name, [program, "a b"]));
      const typed =
        name === "fish" ? ["case", ""] : ["case", "$(touch ran)", "`touch ran`", "; touch ran", "x"];
      expect(offered(typed, script).toSorted()).toEqual(
        ["a b", ...typed].map((word) => `<${word}>`).toSorted(),
      );
    });
  });
}

describeShell("bash", inBash);
describeShell("zsh", inZsh);
describeShell("fish", inFish);

describe("in bash alone", () => {
  test("a value behind = is completed, whether bash takes the word apart or not", () => {
    expect(inBash(["case", "decide", "--action", "=", "di"])).toEqual(["dismiss"]);
    expect(inBash(["case", "decide", "--action", "="])).toHaveLength(9);
    expect(inBash(["case", "decide", "--action=di"])).toEqual(["--action=dismiss"]);
  });

  test("files are completed where one is meant, with what is odd in their names", () => {
    expect(inBash(["rules", "draft"]).toSorted()).toEqual(["draft one.yaml", "draft-two.yaml"]);
    expect(inBash(["badge", "verify", "--keys=draft-"])).toEqual(["--keys=draft-two.yaml"]);
    expect(inBash(["case", "show", "draft"])).toEqual([]);
  });
});

describe.skipIf(!isHere("zsh"))("in zsh alone", () => {
  test("files are left to zsh, and what stands behind = is completed", () => {
    expect(inZsh(["rules", ""])).toEqual(["FILES"]);
    expect(inZsh(["case", "decide", "--action=di"])).toEqual(["dismiss"]);
    expect(inZsh(["cas"])).toEqual(["case:What was reported, and what is decided on it"]);
  });
});

describe.skipIf(!isHere("fish"))("in fish alone", () => {
  test("what stands behind = is completed, and meanings are shown", () => {
    expect(inFish(["case", "decide", "--action=di"])).toEqual(["--action=dismiss"]);
    expect(inFish(["cas"])).toEqual(["case\tWhat was reported, and what is decided on it"]);
  });
});

test("nothing is made or opened by it, and a shell that is not known is refused", () => {
  expect(shell("ls", [folder])).not.toContain("home");
  const { status, stderr } = curbside("completion", "tcsh");
  expect([status, stderr]).toEqual([2, expect.stringContaining("bash, zsh, fish")]);
  expect(curbside("completion").status).toBe(2);
});
