import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { LICENSE_FILES, taxonomy } from "../core/credentials/checks/registry-files.ts";
import { type Fields, leieFile, nppesFile } from "../core/credentials/registries/files.ts";

const MAIN = ["--conditions=source", "src/cli/main.ts"];
/** The program reads the real clock. */
const TODAY = new Date().toISOString().slice(0, 10);
const SOON = `${Number(TODAY.slice(0, 4)) + 2}-01-31`;

const NPPES: Fields = {
  NPI: "1234567893",
  "Entity Type Code": "1",
  "Provider Last Name (Legal Name)": "VALE",
  "Provider First Name": "ROBIN",
  ...taxonomy(1, "183500000X", "PH60123456", "WA", "Y"),
};
const EXCLUDED: Fields = { LASTNAME: "VALE", FIRSTNAME: "ROBIN", DOB: "19610402" };
const NUCC =
  "Code,Grouping,Classification,Specialization,Display Name,Section\n183500000X,Pharmacy Service Providers,Pharmacist,,Pharmacist,Individual\n";

function newHome() {
  const home = mkdtempSync(join(tmpdir(), "curbside-check-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const env = { ...process.env, CURBSIDE_HOME: home, NO_COLOR: "1" };
  const curbside = (...argv: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [...MAIN, ...argv], {
      encoding: "utf8",
      env,
    });
    return { exit: status, stdout, stderr };
  };
  const imported = (registry: string, name: string, content: string, ...more: readonly string[]) => {
    writeFileSync(join(home, name), content);
    const argv = ["registry", "import", registry, join(home, name), "--as-of", TODAY, "--accept-smaller"];
    expect(curbside(...argv, ...more)).toMatchObject({ exit: 0 });
  };
  return { curbside, imported };
}

function withRegistries() {
  const home = newHome();
  home.imported("nppes", "npidata_pfile.csv", nppesFile([NPPES]), "--kind", "full");
  home.imported("nucc", "nucc.csv", NUCC);
  home.imported("leie", "UPDATED.csv", leieFile([EXCLUDED]));
  const line = {
    number: "PH60123456",
    last: "VALE",
    first: "ROBIN",
    type: "Pharmacist License",
    expires: SOON,
  };
  home.imported("license", "wa.csv", LICENSE_FILES["wa-health"]([line]), "--profile", "wa-health");
  return home;
}

const CLAIM =
  "credential check --npi 1234567893 --first Robin --last Vale --state WA --license PH60123456 --profession pharmacist".split(
    " ",
  );

describe("curbside credential check", () => {
  test("proposes with reasons, needs no database, and ends well whatever it proposes", () => {
    const { curbside } = withRegistries();
    const approved = curbside(...CLAIM, "--dob", "1980-03-31");
    expect(approved).toMatchObject({ exit: 0, stderr: "" });
    expect(approved.stdout).toContain("The registers: nothing speaks against it.");
    expect(approved.stdout).toContain(
      "State licence file: fits. The licence is there: the name fits, and it is active",
    );
    expect(approved.stdout).toContain("Washington State Department of Health, of ");
    expect(approved.stdout).toContain("    last name: same (VALE)");
    expect(approved.stdout).toContain(`Licence until: ${SOON}`);

    const hit = curbside(...CLAIM, "--dob", "1961-04-02", "--json");
    expect(hit).toMatchObject({ exit: 0, stderr: "" });
    const report = JSON.parse(hit.stdout);
    expect(Object.keys(report)).toEqual(["outcome", "reasons", "checks", "profession", "expiresAt"]);
    expect(report).toMatchObject({ outcome: "refuse", profession: "pharmacist", expiresAt: SOON });
    expect(report.checks.map(({ source, result }: Record<string, string>) => [source, result])).toEqual([
      ["npi", "match"],
      ["nppes", "match"],
      ["taxonomy", "match"],
      ["license", "match"],
      ["exclusions", "hit"],
    ]);
    expect(hit.stdout).not.toMatch(/1961-?04-?02/);
    expect(curbside(...CLAIM).stdout).toContain("The registers: a person must look");
  }, 60_000);

  test("without registries knows nothing, and says so", () => {
    const { curbside } = newHome();
    const { exit, stdout } = curbside(...CLAIM);
    expect(exit).toBe(0);
    expect(stdout).toContain("The registers: a person must look");
    expect(stdout.match(/: unknown\./g)).toHaveLength(4);
  });

  test("asks for what is missing, and is refused where nobody can be asked", () => {
    const { curbside } = newHome();
    expect(curbside("credential", "check", "--first", "Robin", "--json")).toMatchObject({ exit: 2 });
    const missing = curbside("credential", "check", "--first", "Robin");
    expect(missing.exit).toBe(2);
    expect(missing.stderr).toContain("--last is missing");
    expect(curbside(...CLAIM, "--dob", "31/03/1980")).toMatchObject({ exit: 2 });
    expect(curbside(...CLAIM, "--dob", "1980-02-31")).toMatchObject({ exit: 2 });
    expect(curbside("credential", "check", "--help").stdout).toContain("compared in memory only");
  }, 30_000);
});
