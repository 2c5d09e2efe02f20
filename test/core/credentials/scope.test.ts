import { describe, expect, test } from "vitest";
import { generalOnly } from "#core/credentials/scope.ts";

describe("what a licence covers", () => {
  const scope = (profession: string, topic: string, place = "Ontario", country: string | null = "CA") =>
    generalOnly({ profession, jurisdiction: place }, { topic, country });

  test.each([
    ["Pharmacist", "Medicines", undefined],
    ["Pharmacist", "Mental health", "other-field"],
    ["Pharmacist", "Living with a condition", undefined],
    ["Pharmacy technician", "Medicines", "other-field"],
    ["Dietitian", "Food and movement", undefined],
    ["Dietitian", "Medicines", "other-field"],
    ["Registered nurse", "Symptoms", undefined],
    ["Nurse practitioner", "Tests and results", undefined],
    ["Psychologist", "Mental health", undefined],
    ["Psychologist", "Pregnancy and children", "other-field"],
    ["Physician", "Mental health", undefined],
    ["Physician assistant", "Symptoms", undefined],
    ["Medical student", "Symptoms", "other-field"],
    ["Resident physician", "Symptoms", "other-field"],
    ["Occupational therapy assistant", "Food and movement", "other-field"],
    ["Crystal healer", "Symptoms", "other-field"],
  ])("%s on %s: %s", (profession, topic, general) => expect(scope(profession, topic)).toBe(general));

  test("elsewhere it is general whatever the field, also when nobody knows where", () => {
    expect(scope("Physician", "Symptoms", "Ontario", "US")).toBe("elsewhere");
    expect(scope("Physician", "Symptoms", "Ontario", null)).toBe("elsewhere");
    expect(scope("Physician", "Symptoms", "Atlantis")).toBe("elsewhere");
  });
});
