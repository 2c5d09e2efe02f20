import { describe, expect, test } from "vitest";
import { type CheckReport, checkClaim } from "#core/credentials/checks/check-claim.ts";
import { NOW } from "../registries/files.ts";
import { registriesOf } from "./registry-files.ts";
import type { SyntheticProvider } from "./synthetic/draft.ts";
import { twoHundredProviders } from "./synthetic-providers.ts";

type Judged = SyntheticProvider & { readonly report: CheckReport };

const OUTCOMES = ["approve", "review", "refuse"] as const;

/** How many of each went where, and who did not go where a careful human would have sent them. */
function table(judged: readonly Judged[], wrong: readonly Judged[]): string {
  const row = (name: string, of: readonly Judged[]) =>
    `${name.padEnd(24)}${OUTCOMES.map((outcome) => String(of.filter(({ report }) => report.outcome === outcome).length).padStart(9)).join("")}`;
  const groups = (["clear", "review", "refuse"] as const).flatMap((human) =>
    (["safe", "unsafe"] as const).flatMap((truth) => {
      const of = judged.filter((one) => one.carefulHuman === human && one.truth === truth);
      return of.length === 0 ? [] : [row(`${truth}, human: ${human}`, of)];
    }),
  );
  return [
    "",
    `${"".padEnd(24)}${OUTCOMES.map((outcome) => outcome.padStart(9)).join("")}`,
    ...groups,
    ...wrong.map(
      ({ kind, claimed, report }) =>
        `  ${kind}: ${claimed.first} ${claimed.last} -> ${report.outcome}: ${report.reasons.join(" | ")}`,
    ),
  ].join("\n");
}

async function judgeAll(change: { leie?: string; nppes?: string } = {}): Promise<Judged[]> {
  const { providers, world } = twoHundredProviders();
  using registries = await registriesOf({ ...world, asOf: { ...world.asOf, ...change } });
  return providers.map((one) => ({ ...one, report: checkClaim(registries, one.claimed, { now: NOW }) }));
}

describe("two hundred providers", () => {
  test("are the same in every run, and most of them are hard", () => {
    const { providers } = twoHundredProviders();
    expect(providers).toHaveLength(200);
    expect(twoHundredProviders()).toEqual(twoHundredProviders());
    expect(providers.filter(({ kind }) => kind === "active").length).toBeLessThan(40);
    expect(providers.filter(({ truth }) => truth === "unsafe").length).toBeGreaterThan(60);
  });

  test("nobody unsafe is proposed for approval, and hardly anybody whom a careful human would clear is held up", async () => {
    const judged = await judgeAll();
    const unsafe = judged.filter(({ truth, report }) => truth === "unsafe" && report.outcome === "approve");
    const clear = judged.filter(({ carefulHuman }) => carefulHuman === "clear");
    const heldUp = clear.filter(({ report }) => report.outcome !== "approve");
    const figures = table(judged, [...unsafe, ...heldUp]);
    if (process.env.SHOW_TABLE !== undefined) process.stdout.write(`${figures}\n`);
    expect(unsafe, figures).toEqual([]);
    expect(heldUp.length / clear.length, figures).toBeLessThanOrEqual(0.05);
    // Whom a human would refuse outright is at least put before one.
    const refused = judged.filter(({ carefulHuman }) => carefulHuman === "refuse");
    const seen = refused.filter(({ report }) => report.outcome === "refuse");
    expect(seen.length / refused.length, table(judged, refused)).toBeGreaterThanOrEqual(0.98);
    // No honest person is refused by a machine's proposal.
    const wronged = judged.filter(({ truth, report }) => truth === "safe" && report.outcome === "refuse");
    expect(wronged, table(judged, wronged)).toEqual([]);
  });

  test("with an old list of exclusions, or an old NPPES, nobody is proposed for approval", async () => {
    for (const change of [{ leie: "2026-01-10" }, { nppes: "2026-01-10" }]) {
      const approved = (await judgeAll(change)).filter(({ report }) => report.outcome === "approve");
      expect(approved, table(approved, approved)).toEqual([]);
    }
  });

  test("no report holds a date of birth", async () => {
    for (const { claimed, report } of await judgeAll()) {
      const said = JSON.stringify(report);
      for (const day of [claimed.born, claimed.born?.replaceAll("-", "")])
        if (day !== undefined) expect(said).not.toContain(day);
    }
  });
});
