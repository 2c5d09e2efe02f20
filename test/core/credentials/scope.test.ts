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
    ["Crystal healer", "Finding care", undefined],
    ["Doctor of Pharmacy", "Mental health", "other-field"],
    ["Doctor of Pharmacy", "Medicines", undefined],
    ["PharmD", "Medicines", undefined],
    ["Doctor of chiropractic", "Medicines", "other-field"],
    ["Naturopathic doctor", "Symptoms", "other-field"],
    ["Nurse aide", "Symptoms", "other-field"],
    ["Veterinary nurse", "Symptoms", "other-field"],
    ["Massage therapist, PA", "Symptoms", "other-field"],
    ["Pharmacist and physician", "Mental health", "other-field"],
    ["General practitioner", "Symptoms", undefined],
    ["Psychiatrist", "Mental health", undefined],
    ["Cardiologist", "Medicines", undefined],
    ["Surgeon", "Symptoms", undefined],
    ["D.O.", "Medicines", undefined],
    ["nurse", "Symptoms", undefined],
    ["Physician", "A topic that nobody knows", "other-field"],
  ])("%s on %s: %s", (profession, topic, general) => expect(scope(profession, topic)).toBe(general));

  test("is general for somebody whose country nobody knows, and does not say that it is another one", () => {
    for (const country of [null, "ZZ"]) {
      expect(scope("Physician", "Symptoms", "Ontario", country)).toBe("country-not-said");
      expect(scope("Dietitian", "Medicines", "Ontario", country)).toBe("other-field");
    }
  });

  test("is the same for every spelling of a place", () => {
    for (const place of ["Ontario, Canada", "ON", "Province of Ontario"])
      expect(scope("Physician", "Symptoms", place)).toBeUndefined();
    expect(scope("Physician", "Symptoms", "New York State", "US")).toBeUndefined();
    expect(scope("Physician", "Symptoms", "NSW", "AU")).toBeUndefined();
  });

  test("elsewhere it is general whatever the field", () => {
    expect(scope("Physician", "Symptoms", "Ontario", "US")).toBe("elsewhere");
    expect(scope("Physician", "Symptoms", "Atlantis")).toBe("elsewhere");
  });
});
