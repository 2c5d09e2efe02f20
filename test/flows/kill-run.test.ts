import { describe, expect, test } from "vitest";
import { ENGINES, newDatabase } from "../support/databases.ts";
import { killRun } from "./kill-run/kill-run.ts";

/** A short form of `npm run kill-run`, which shows the same with hundreds of texts. */
const TEXTS = 24;
const KILLS = 4;

describe("the program, killed at random while both platforms fail now and then", () => {
  for (const engine of ENGINES)
    test(`loses nothing, says nothing twice and keeps the order (${engine})`, async () => {
      const seed = Date.now() % 1_000_000;
      const said: string[] = [];
      const report = await killRun({
        texts: TEXTS,
        kills: KILLS,
        speed: 10,
        seed,
        say: (line) => said.push(line),
        ...(engine === "sqlite" ? {} : { postgresUrl: await newDatabase("postgresql") }),
      }).catch((cause: unknown) => {
        // With what was left over: else nobody can find out why.
        throw new Error(said.join("\n"), { cause });
      });
      expect(report, said.join("\n")).toMatchObject({ lost: [], twice: [], misordered: [], texts: TEXTS });
      expect(Object.values(report.kills).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(
        KILLS,
      );
    }, 240_000);
});
