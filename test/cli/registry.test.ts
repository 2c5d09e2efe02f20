import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { progressLine } from "#cli/import-progress.ts";
import { progressOn } from "#cli/progress.ts";
import { nppesRows } from "../../scripts/registries/nppes-rows.ts";
import { leieFile, NPPES_HEADER } from "../core/credentials/registries/files.ts";

const MAIN = ["--conditions=source", "src/cli/main.ts"];

function newHome() {
  const home = mkdtempSync(join(tmpdir(), "curbside-registry-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const env = { ...process.env, CURBSIDE_HOME: home, NO_COLOR: "1" };
  const curbside = (argv: readonly string[], input?: Buffer) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...MAIN, "registry", ...argv], {
      input,
      encoding: "utf8",
      env,
    });
    return { exit: status, stdout, stderr };
  };
  const file = (name: string, content: string | Buffer) => {
    writeFileSync(join(home, name), content);
    return join(home, name);
  };
  return { home, env, curbside, file };
}

/** Rows with all that makes NPPES hard to read, of people who do not exist. */
function synthetic(rows: number): Buffer {
  const header = `"${NPPES_HEADER.join('","')}"`;
  return Buffer.from(`${[header, ...nppesRows({ rows, seed: 7 })].join("\n")}\n`, "latin1");
}

describe("curbside registry", () => {
  test("imports without a database and without signing in, and tells what is there", () => {
    const { home, curbside, file } = newHome();
    const path = file("npidata_pfile_20050523-20260208.csv", synthetic(2000));
    const imported = curbside(["import", "nppes", path, "--accept-smaller"]);
    expect(imported).toMatchObject({ exit: 0, stderr: "" });
    expect(imported.stdout).toMatch(
      /^NPPES of 2026-02-08 is in use: 2,000 rows, in [\d.]+ s \([\d,]+ rows\/s\)\.$/m,
    );
    expect(readdirSync(join(home, "registries"))).toEqual(["nppes.sqlite"]);
    expect(existsSync(join(home, "curbside.db"))).toBe(false);
    const again = curbside(["import", "nppes", path, "--json"]);
    expect(JSON.parse(again.stdout)).toMatchObject({
      registry: "nppes",
      kind: "full",
      rows: 2000,
      rejected: 0,
      total: 2000,
      before: { asOf: "2026-02-08", total: 2000 },
    });
    const { exit, stdout } = curbside(["status"]);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^NPPES: of 2026-02-08, whole until \d+ days ago, 2,000 rows/m);
    expect(stdout).toContain("LEIE: none was imported; what it would say is unknown");
    expect(JSON.parse(curbside(["status", "--json"]).stdout).registries).toHaveLength(4);
  });

  test("reads standard input, and asks for the day that no name says", () => {
    const { curbside } = newHome();
    const input = synthetic(50);
    const undated = curbside(["import", "nppes", "-"], input);
    expect(undated.exit).toBe(3);
    expect(undated.stderr).toContain("Add --as-of YYYY-MM-DD");
    expect(
      curbside(["import", "nppes", "-", "--as-of", "2026-02-08", "--accept-smaller"], input),
    ).toMatchObject({ exit: 0 });
    const week = ["import", "nppes", "-", "--as-of", "2026-02-15", "--kind", "weekly", "--json"];
    expect(JSON.parse(curbside(week, synthetic(3)).stdout)).toMatchObject({ kind: "weekly", rows: 3 });
  });

  test("says what is wrong, with the exit code of each", () => {
    const { curbside, file } = newHome();
    const list = file("UPDATED.csv", leieFile([{ LASTNAME: "VALE" }]));
    const wrong = [
      [["import", "faces", list], 2, "nppes, nucc, leie, license"],
      [["import", "license", list], 2, "--profile"],
      [["import", "leie", list, "--profile", "wa-health"], 2, "--profile goes with license"],
      [["import", "nppes", list, "--kind", "daily"], 2, "full, weekly, deactivated"],
      [["import", "nppes", "nowhere.csv"], 4, "no such file"],
      [["import", "license", list, "--profile", "xx"], 4, "no such profile"],
      [["import", "leie", list, "--as-of", "2026-02-10"], 3, "1 rows where 60,000"],
      [["import", "nppes", list, "--as-of", "2026-02-10"], 3, "Entity Type Code"],
      [["import", "nppes", file("empty.csv", ""), "--as-of", "2026-02-10"], 3, "Nothing was changed"],
    ] as const;
    for (const [argv, exit, says] of wrong) {
      const found = curbside(argv);
      expect(found).toMatchObject({ exit, stdout: "" });
      expect(found.stderr).toContain(says);
      expect(found.stderr).not.toContain("reference");
    }
    const json = curbside(["import", "nppes", "nowhere.csv", "--json"]);
    expect(JSON.parse(json.stdout)).toEqual({ code: "not_found", details: { what: "file" } });
  });

  test("Ctrl-C leaves the old registry in use and no part of the new one", async () => {
    const { home, env, curbside, file } = newHome();
    const folder = join(home, "registries");
    curbside([
      "import",
      "nppes",
      file("npidata_pfile_20050523-20260111.csv", synthetic(100)),
      "--accept-smaller",
    ]);
    const child = spawn(
      process.execPath,
      [...MAIN, "registry", "import", "nppes", "-", "--as-of", "2026-02-08"],
      {
        env,
        stdio: ["pipe", "pipe", "pipe"],
      },
    );
    onTestFinished(() => void child.kill("SIGKILL"));
    child.stdin.on("error", () => {});
    // The file goes on: it is stopped in the middle of its rows.
    child.stdin.write(synthetic(20_000));
    while (!readdirSync(folder).some((name) => name.endsWith(".new"))) await setTimeout(10);
    // All that came was read: it waits for more.
    await setTimeout(1500);
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill("SIGINT");
    expect(await ended).toBe(130);
    expect(readdirSync(folder)).toEqual(["nppes.sqlite"]);
    expect(JSON.parse(curbside(["status", "--json"]).stdout).registries[0].source).toMatchObject({
      asOf: "2026-01-11",
      total: 100,
    });
  }, 30_000);
});

describe("progress", () => {
  test("has rows, share, rate and time left where the size is known", () => {
    const half = { doing: "reading", rows: 400_000, bytes: 500, size: 1000 } as const;
    expect(progressLine(half, 2)).toBe("Reading: 400,000 rows, 50 %, 200,000 rows/s, 2 s left");
    expect(progressLine({ ...half, size: undefined }, 2)).toBe("Reading: 400,000 rows, 200,000 rows/s");
    expect(progressLine({ ...half, bytes: 20 }, 60)).toContain("49 min left");
    expect(progressLine({ ...half, doing: "ordering" }, 2)).toBe("Putting in order: 400,000 rows");
  });

  test("is one line that is written over, at most ten times a second", () => {
    let now = 0;
    let shown = "";
    const progress = progressOn(
      (text) => {
        shown += text;
      },
      { lineOf: progressLine, now: () => now },
    );
    for (; now < 1000; now += 10) progress.show({ doing: "reading", rows: now, bytes: now, size: 1000 });
    expect(shown.split("\r").length - 1).toBe(10);
    expect(shown).not.toContain("\n");
    progress.clear();
    expect(shown.endsWith("\r")).toBe(true);
  });
});
