import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { topicChoices } from "#bots/discord/choices.ts";
import { claimedProfessions } from "#core/credentials/checks/claimed.ts";
import { professionsIn } from "#core/credentials/checks/profession-words.ts";
import { PROFESSIONS } from "#core/credentials/profession-names.ts";
import { PROFESSION_LABELS, professionNamed } from "#core/credentials/professions.ts";
import { ANYONES, TOPICS } from "#core/credentials/topics.ts";

const labelOf = (typed: string) => {
  const named = professionNamed(typed);
  return named.is === "one" ? named.entry.label : named.is;
};

/** What a nurse of each of these professions may be called. */
const TITLES = ["APRN", "APN", "advanced practice registered nurse", "advanced practice nurse"];
const ADVANCED = ["Nurse practitioner", "Clinical nurse specialist", "Nurse anesthetist", "Nurse-midwife"];

describe("the list of professions", () => {
  test("fits one list of Discord, and has each label once", () => {
    expect(PROFESSION_LABELS.length).toBeLessThanOrEqual(25);
    expect(new Set(PROFESSION_LABELS).size).toBe(PROFESSION_LABELS.length);
  });

  test("speaks of the topics that people choose from, and of no others", () => {
    expect(topicChoices().map(({ value }) => value)).toEqual([...TOPICS]);
    const known: readonly string[] = topicChoices().map(({ value }) => value);
    for (const { label, topics } of PROFESSIONS)
      for (const topic of topics) expect(known, label).toContain(topic);
    for (const topic of ANYONES) expect(known).toContain(topic);
  });

  test("gives each of its words back as the one entry, in any casing", () => {
    const words = PROFESSIONS.flatMap(({ label, words }) =>
      [label, ...words].filter((word) => !TITLES.includes(word)).map((word) => ({ label, word })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...words),
        fc.boolean(),
        fc.constantFrom("", " ", "."),
        ({ label, word }, up, end) => {
          expect(labelOf(`${up ? word.toUpperCase() : word.toLowerCase()}${end}`)).toBe(label);
        },
      ),
    );
    for (const { label, word } of words) expect(labelOf(word), word).toBe(label);
  });

  test("is what the registers call it", () => {
    for (const { label, is } of PROFESSIONS) {
      expect(claimedProfessions({ first: "", last: "", profession: label })).toBe(is);
      if (is.length > 0) expect(is, label).toEqual(expect.arrayContaining([...(professionsIn(label) ?? [])]));
    }
  });
});

describe("a profession", () => {
  test.each([
    [
      "Physician",
      "GP / General practitioner / doctor / MD / M.D. / D.O. / Psychiatrist / Cardiologist / surgeon / Internist",
    ],
    [
      "Physician",
      "Family physician / Internal Medicine Physician / Physician and surgeon / Doctor of Medicine / physicians",
    ],
    [
      "Physician",
      "Consultant psychiatrist / Orthopaedic surgeon / Physician (MD) / emergency medicine physician",
    ],
    [
      "Physician assistant",
      "PA / PA-C / physician associate / Physician's assistant / Certified physician assistant",
    ],
    [
      "Nurse practitioner",
      "NP / family nurse practitioner / psychiatric nurse practitioner / certified registered nurse practitioner",
    ],
    [
      "Nurse practitioner",
      "APRN, FNP / APRN nurse practitioner / Nurse Practitioner (APRN) / advanced practice nurse practitioner",
    ],
    [
      "Nurse anesthetist",
      "CRNA / Certified registered nurse anesthetist / registered nurse anaesthetist / APRN-CRNA / certified nurse anesthetist",
    ],
    [
      "Clinical nurse specialist",
      "CNS / APRN, CNS / advanced practice registered nurse, clinical nurse specialist",
    ],
    ["Registered nurse", "RN / nurse / Registered Nurse (RN) / ICU nurse / registered nurse, BSN"],
    ["Practical nurse", "LPN / LVN / Licensed Vocational Nurse / licensed practical nurse"],
    [
      "Nurse-midwife",
      "certified nurse midwife / CNM / nurse-midwife / APRN, CNM / advanced practice nurse-midwife",
    ],
    ["Midwife", "registered midwife / Midwife"],
    [
      "Pharmacist",
      "PharmD / Pharm.D. / Doctor of Pharmacy / clinical pharmacist / Pharmacist, PharmD / hospital pharmacist",
    ],
    ["Dietitian", "dietician / registered dietitian / RDN"],
    ["Physical therapist", "Physiotherapist / PT / Doctor of Physical Therapy"],
    ["Chiropractor", "Doctor of chiropractic / Chiropractic physician"],
    ["Podiatrist", "Podiatric physician / DPM"],
    ["Dentist", "Oral surgeon / Doctor of Dental Surgery / D.D.S."],
    ["Marriage and family therapist", "Marriage & Family Therapist / LMFT"],
    ["Speech-language pathologist", "speech therapist / SLP / speech language pathologist"],
    ["Clinical social worker", "licensed clinical social worker / LCSW"],
  ])("%s has these words: %s", (label, words) => {
    for (const one of words.split(" / ")) expect(labelOf(one), one).toBe(label);
  });

  test("is not two", () => {
    for (const typed of [
      "Pharmacist and physician",
      "Pharmacist, Chief Medical Officer MD",
      "Physician (pharmacist)",
      "RN, NP",
      "Pharmacist, PA",
      "surgeon and chiropractor",
    ])
      expect(professionNamed(typed), typed).toMatchObject({ is: "several" });
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...PROFESSIONS.filter(({ label }) => !/nurse|midwife/i.test(label))), {
          minLength: 2,
          maxLength: 3,
        }),
        fc.constantFrom(", ", " / ", " (", " & ", " - "),
        (entries, sign) => {
          const labels = entries.map(({ label }) => label);
          expect(professionNamed(labels.join(sign))).toEqual({ is: "several", labels });
        },
      ),
    );
  });

  test("of a title that four have is not told before another word says which", () => {
    for (const typed of [...TITLES, "APRNs", "Advanced Practice Registered Nurse (APRN)", "A.P.R.N."])
      expect(professionNamed(typed), typed).toEqual({ is: "several", labels: ADVANCED });
    expect(professionNamed("APRN, NP, CNM")).toEqual({
      is: "several",
      labels: ["Nurse practitioner", "Nurse-midwife"],
    });
    expect(professionNamed("RN, APRN")).toEqual({ is: "several", labels: ["Registered nurse", ...ADVANCED] });
    fc.assert(
      fc.property(
        fc.constantFrom(...PROFESSIONS.filter(({ label }) => ADVANCED.includes(label))),
        fc.constantFrom(...TITLES),
        fc.constantFrom(", ", " / ", " (", " & "),
        fc.boolean(),
        ({ label }, title, sign, before) => {
          expect(labelOf(before ? `${title}${sign}${label}` : `${label}${sign}${title}`)).toBe(label);
        },
      ),
    );
  });

  test("is none where a word is not known: who learns, helps, heals animals or has stopped is something else", () => {
    for (const typed of [
      ...[
        "",
        " ",
        "Crystal healer",
        "Wizard",
        "Nurse aide",
        "Veterinary nurse",
        "Naturopathic doctor",
        "DVM",
      ],
      ...[
        "Massage therapist, PA",
        "Medical student",
        "Resident physician",
        "Pharmacy technician",
        "Retired physician",
      ],
      ...[
        "Physical therapist assistant",
        "Not a physician",
        "Doctor of public health",
        "Doctor of Philosophy",
      ],
      ...[
        "Doctor of clinical nutrition",
        "Witch doctor",
        "Veterinary surgeon",
        "Social worker",
        "Assistant physician",
      ],
      ...["Pharmacist intern", "Dental hygienist", "clinical", "health care", "constructor", "__proto__"],
    ])
      expect(labelOf(typed), typed).toBe("none");
  });

  test("that is none comes with the nearest", () => {
    expect(professionNamed("Pharmasist")).toMatchObject({ nearest: ["Pharmacist"] });
    expect(professionNamed("Pharmacist wizard")).toMatchObject({ nearest: ["Pharmacist"] });
    expect(professionNamed("Crystal healer")).toMatchObject({ nearest: [] });
  });

  test("of which there are two is checked as none of them", () => {
    const claim = { first: "Robin", last: "Vale" };
    expect(claimedProfessions({ ...claim, profession: "Physician (pharmacist)" })).toBeUndefined();
    expect(claimedProfessions({ ...claim, profession: "Practical nurse" })).toHaveLength(2);
    expect(claimedProfessions({ ...claim, profession: "APRN" })).toEqual(
      ADVANCED.map((one) => one.toLowerCase()),
    );
    expect(claimedProfessions({ ...claim, profession: "RN, APRN" })).toBeUndefined();
    expect(claimedProfessions({ ...claim, profession: "Pharmacy technician" })).toEqual([
      "pharmacy technician",
    ]);
    expect(claimedProfessions(claim)).toBeUndefined();
  });
});
