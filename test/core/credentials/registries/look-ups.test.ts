import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importNppes } from "#core/credentials/registries/nppes/import-nppes.ts";
import { openRegistries } from "#core/credentials/registries/open-registries.ts";
import { registryStatus } from "#core/credentials/registries/registry-status.ts";
import { npiOf } from "../../../../scripts/registries/nppes-rows.ts";
import { NOW, nppesFile, workFolder } from "./files.ts";

const NPI = npiOf(100_000_001);
const named = (last: string) =>
  nppesFile([{ NPI, "Entity Type Code": "1", "Provider Last Name (Legal Name)": last }]);

describe("look-ups", () => {
  test("in a registry that is missing or that cannot be read give nothing at all, not an empty answer", () => {
    const { folder, root } = workFolder();
    const registries = openRegistries(folder);
    const all = () => [
      registries.findNppes(NPI),
      registries.findNppesByLicense("TX", "1"),
      registries.findLicenses("TX", "1"),
      registries.exclusionsFor({ names: ["VALE"] }),
      registries.nuccEntry("207R00000X"),
    ];
    expect(all()).toEqual(Array(5).fill(undefined));
    for (const name of ["nppes", "nucc", "leie", "license-tx"])
      writeFileSync(join(root, `${name}.sqlite`), "no database");
    const damaged = openRegistries(root);
    expect(damaged.findNppes(NPI)).toBeUndefined();
    expect(damaged.findLicenses("TX", "1")).toBeUndefined();
    expect(registryStatus(root, NOW).map(({ state }) => state)).toEqual(Array(4).fill("unreadable"));
  });

  test("notice that a registry was replaced", async () => {
    const { folder, file } = workFolder();
    using registries = openRegistries(folder);
    expect(registries.findNppes(NPI)).toBeUndefined();
    const load = (day: string, last: string) =>
      importNppes({
        folder,
        path: file(`npidata_pfile_20050523-${day}.csv`, named(last)),
        now: NOW,
        acceptSmaller: true,
      });
    await load("20260111", "VALE");
    expect(registries.findNppes(NPI)).toMatchObject({
      source: { asOf: "2026-01-11" },
      found: { last: "VALE" },
    });
    await load("20260208", "OAK");
    expect(registries.findNppes(NPI)).toMatchObject({
      source: { asOf: "2026-02-08" },
      found: { last: "OAK" },
    });
    expect(registries.findNppes("1234567893")).toMatchObject({ found: undefined });
  });
});

describe("the state of the registries", () => {
  test("is fresh up to 45 days and stale after", async () => {
    const { folder, file } = workFolder();
    await importNppes({
      folder,
      path: file("npidata_pfile_20050523-20260115.csv", named("VALE")),
      now: NOW,
      acceptSmaller: true,
    });
    const [nppes, ...others] = registryStatus(folder, NOW);
    expect(nppes).toMatchObject({ state: "fresh", ageDays: 45, source: { rows: 1, rejected: 0 } });
    expect(others.map(({ state }) => state)).toEqual(["missing", "missing", "missing"]);
    expect(registryStatus(folder, new Date("2026-03-02T12:00:00Z"))[0]).toMatchObject({
      state: "stale",
      ageDays: 46,
    });
  });
});

describe("an import", () => {
  test("sweeps away what a killed one left, and waits for none that runs", async () => {
    const { folder, file } = workFolder();
    const path = file("npidata_pfile_20050523-20260208.csv", named("VALE"));
    await importNppes({ folder, path, now: NOW, acceptSmaller: true });
    for (const left of ["new", "new-journal"])
      writeFileSync(join(folder, `.nppes.sqlite.4194303.${left}`), "left");
    await importNppes({ folder, path, now: NOW, acceptSmaller: true });
    expect(readdirSync(folder)).toEqual(["nppes.sqlite"]);
    writeFileSync(join(folder, `.nppes.sqlite.${process.ppid}.new`), "in work");
    await expect(importNppes({ folder, path, now: NOW, acceptSmaller: true })).rejects.toMatchObject({
      code: "import_running",
      details: { process: process.ppid },
    });
  });

  test("that is stopped leaves the old registry and nothing beside it", async () => {
    const { folder, file } = workFolder();
    await importNppes({
      folder,
      path: file("npidata_pfile_20050523-20260111.csv", named("VALE")),
      now: NOW,
      acceptSmaller: true,
    });
    const path = file("npidata_pfile_20050523-20260208.csv", named("OAK"));
    for (const doing of ["reading", "ordering", "checking"]) {
      const stop = new AbortController();
      const onProgress = (progress: { doing: string }) => {
        if (progress.doing !== doing) return;
        expect(readdirSync(folder).filter((name) => name.endsWith("-journal"))).toEqual([]);
        stop.abort();
      };
      const asked = { folder, path, now: NOW, acceptSmaller: true, signal: stop.signal, onProgress };
      await expect(importNppes(asked)).rejects.toMatchObject({ name: "AbortError" });
      expect(readdirSync(folder)).toEqual(["nppes.sqlite"]);
    }
    expect(openRegistries(folder).findNppes(NPI)?.found?.last).toBe("VALE");
  });
});
