import type { Profile } from "../registry-files.ts";

export interface Profession {
  readonly says: readonly string[];
  readonly code: string;
  readonly letters: Readonly<Record<Profile, string>>;
  readonly type: Readonly<Record<Profile, string>>;
}

const profession = (
  says: string,
  code: string,
  [wa, waType]: readonly [string, string],
  [fl, flType]: readonly [string, string],
): Profession => ({
  says: says.split(" / "),
  code,
  letters: { "wa-health": wa, "fl-mqa": fl, "tx-medical": "T" },
  type: { "wa-health": waType, "fl-mqa": flType, "tx-medical": "Physician" },
});

export const PHYSICIAN = profession(
  "physician / doctor / MD / Internist",
  "207R00000X",
  ["MD", "Physician And Surgeon License"],
  ["ME", "Medical Doctor"],
);
export const NURSE = profession(
  "registered nurse / RN / nurse",
  "163W00000X",
  ["RN", "Registered Nurse License"],
  ["RN", "Registered Nurse"],
);
export const PRACTITIONER = profession(
  "nurse practitioner / NP / family nurse practitioner",
  "363LF0000X",
  ["AP", "Advanced Registered Nurse Practitioner License"],
  ["APRN", "Advanced Practice Registered Nurse"],
);
export const PHARMACIST = profession(
  "pharmacist / clinical pharmacist / PharmD",
  "183500000X",
  ["PH", "Pharmacist License"],
  ["PS", "Pharmacist"],
);
export const THERAPIST = profession(
  "physical therapist / PT",
  "225100000X",
  ["PT", "Physical Therapist License"],
  ["PT", "Physical Therapist"],
);
const OTHERS = [
  profession(
    "physician assistant / PA-C",
    "363A00000X",
    ["PA", "Physician Assistant License"],
    ["PA", "Physician Assistant"],
  ),
  profession("psychologist", "103T00000X", ["PY", "Psychologist License"], ["PY", "Psychologist"]),
  profession(
    "clinical social worker / LCSW",
    "1041C0700X",
    ["LW", "Social Worker Independent Clinical License"],
    ["SW", "Clinical Social Worker"],
  ),
];
export const PROFESSIONS = [PHYSICIAN, NURSE, PRACTITIONER, PHARMACIST, THERAPIST, ...OTHERS];

export const STATE: Readonly<Record<Profile, readonly [string, string]>> = {
  "wa-health": ["WA", "Washington"],
  "fl-mqa": ["FL", "Florida"],
  "tx-medical": ["TX", "Texas"],
};
