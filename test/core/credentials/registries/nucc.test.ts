import { describe, expect, test } from "vitest";
import { importNucc, nuccRelease } from "#core/credentials/registries/nucc/import-nucc.ts";
import { professionOf } from "#core/credentials/registries/nucc/profession-of.ts";
import { openRegistries } from "#core/credentials/registries/open-registries.ts";
import { csv, NOW, workFolder } from "./files.ts";

const PHYSICIANS = "Allopathic & Osteopathic Physicians";
const entry = (code: string, grouping: string) => ({
  code,
  grouping,
  classification: "",
  specialization: "",
  display: "",
  section: "",
});

describe("the profession that a taxonomy stands for", () => {
  test.each([
    ["207R00000X", PHYSICIANS, "physician"],
    ["207Q00000X", PHYSICIANS, "physician"],
    ["2084P0800X", PHYSICIANS, "physician"],
    ["390200000X", "Student, Health Care", "resident or student"],
    ["363A00000X", "Physician Assistants & Advanced Practice Nursing Providers", "physician assistant"],
    ["363AM0700X", "", "physician assistant"],
    ["363LF0000X", "", "nurse practitioner"],
    ["364SP0808X", "", "clinical nurse specialist"],
    ["367500000X", "", "nurse anesthetist"],
    ["367A00000X", "", "nurse-midwife"],
    ["163WC0200X", "Nursing Service Providers", "registered nurse"],
    ["164W00000X", "", "licensed practical nurse"],
    ["164X00000X", "", "licensed vocational nurse"],
    ["183500000X", "", "pharmacist"],
    ["1835P0018X", "", "pharmacist"],
    ["183700000X", "", "pharmacy technician"],
    ["2251X0800X", "", "physical therapist"],
    ["225200000X", "", "physical therapist assistant"],
    ["225X00000X", "", "occupational therapist"],
    ["103T00000X", "", "psychologist"],
    ["103TC0700X", "", "psychologist"],
    ["103G00000X", "", "psychologist"],
    ["103K00000X", "", "behavior analyst"],
    ["1041C0700X", "", "clinical social worker"],
    ["104100000X", "", undefined],
    ["101YM0800X", "", "counselor"],
    ["106H00000X", "", "marriage and family therapist"],
    ["122300000X", "", "dentist"],
    ["152W00000X", "", "optometrist"],
    ["213E00000X", "", "podiatrist"],
    ["111N00000X", "", "chiropractor"],
    ["133V00000X", "", "dietitian"],
    ["235Z00000X", "", "speech-language pathologist"],
    ["175M00000X", "", "lay midwife"],
    ["367H00000X", "", undefined],
    ["174400000X", "Other Service Providers", undefined],
    ["193200000X", "Group", undefined],
    ["193400000X", "Group", undefined],
  ])("%s of %j: %s", (code, grouping, profession) => {
    expect(professionOf(code, entry(code, grouping))).toBe(profession);
  });

  test("nobody is a physician without the line that says so, or by the line of another code", () => {
    expect(professionOf("207R00000X", undefined)).toBeUndefined();
    expect(professionOf("207R00000X", entry("207Q00000X", PHYSICIANS))).toBeUndefined();
    expect(professionOf("390200000X", entry("390200000X", PHYSICIANS))).toBe("resident or student");
  });
});

test("the file of the taxonomy is imported without its definitions, and read by code", async () => {
  const work = workFolder();
  const header = [
    "Code",
    "Grouping",
    "Classification",
    "Specialization",
    "Definition",
    "Notes",
    "Display Name",
    "Section",
  ];
  const rows = [
    header,
    [
      "207R00000X",
      PHYSICIANS,
      "Internal Medicine",
      "",
      "Long,\ntext",
      "",
      "Internal Medicine Physician",
      "Individual",
    ],
    ["not a code", "x", "x", "", "", "", "", ""],
  ];
  const path = work.file("nucc_taxonomy_251.csv", csv(rows, "\r\n"));
  const counts = await importNucc({ folder: work.folder, path, now: NOW, acceptSmaller: true });
  expect(counts).toMatchObject({ rows: 1, rejected: 1, asOf: "2025-07-01" });
  const registries = openRegistries(work.folder);
  const found = registries.nuccEntry("207R00000X")?.found;
  expect(found).toEqual({
    code: "207R00000X",
    grouping: PHYSICIANS,
    classification: "Internal Medicine",
    specialization: "",
    display: "Internal Medicine Physician",
    section: "Individual",
  });
  expect(professionOf("207R00000X", found)).toBe("physician");
  expect(registries.nuccEntry("000000000X")).toMatchObject({ found: undefined });
  expect(nuccRelease("nucc_taxonomy_260.csv")).toBe("2026-01-01");
});
