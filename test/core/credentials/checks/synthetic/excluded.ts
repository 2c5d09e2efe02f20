import type { Kind } from "./draft.ts";

/** People who are excluded. */
export const EXCLUDED: readonly Kind[] = [
  [
    "excluded under a former name in NPPES, no date of birth given",
    1,
    "unsafe",
    "review",
    (p) => {
      delete p.claimed.born;
      p.tell({ "Provider Other Last Name": "HALVERDEEN", "Provider Other Last Name Type Code": "1" });
      p.excluded({ LASTNAME: "HALVERDEEN" });
    },
  ],
  [
    "excluded, misspelt in the list, no date of birth given",
    1,
    "unsafe",
    "review",
    (p) => {
      delete p.claimed.born;
      const { last } = p.claimed;
      p.excluded({ LASTNAME: `${last}${last.at(-1)}`.toUpperCase() });
    },
  ],
  [
    "excluded, one digit of the birth wrong",
    1,
    "unsafe",
    "review",
    (p) => {
      p.claimed.born = "1971-04-09";
      p.excluded({ DOB: "19710408" });
    },
  ],
  [
    "excluded by half of a double name",
    1,
    "unsafe",
    "refuse",
    (p) => {
      p.claimed.born = p.born;
      p.excluded();
      p.claimed.last = `Oakes-${p.claimed.last}`;
      p.written(p.claimed.last.toUpperCase());
    },
  ],
  [
    "excluded with two first names",
    1,
    "unsafe",
    "refuse",
    (p) => {
      p.claimed.born = p.born;
      p.excluded({ FIRSTNAME: `${p.claimed.first.toUpperCase()} ANN` });
    },
  ],
  [
    "excluded by a nickname under a name that nobody told",
    1,
    "unsafe",
    "review",
    (p) => {
      p.claimed.first = "Margaret";
      p.claimed.born = p.born;
      p.tell({ "Provider First Name": "MARGARET" });
      p.licensed({ first: "MARGARET" });
      p.excluded({ FIRSTNAME: "PEGGY", LASTNAME: "UNTOLDENSON" });
    },
  ],
  [
    "excluded by NPI",
    2,
    "unsafe",
    "refuse",
    (p) => p.excluded({ NPI: p.claimed.npi ?? "", LASTNAME: "QUITEANOTHER", DOB: "00000000" }),
  ],
  [
    "excluded by name and birth",
    3,
    "unsafe",
    "refuse",
    (p) => {
      p.claimed.born = p.born;
      p.excluded();
    },
  ],
  [
    "excluded under a former name in NPPES",
    1,
    "unsafe",
    "refuse",
    (p) => {
      p.claimed.born = p.born;
      p.tell({ "Provider Other Last Name": "HALVERDEEN", "Provider Other Last Name Type Code": "1" });
      p.excluded({ LASTNAME: "HALVERDEEN" });
    },
  ],
  [
    "excluded under a former name that nobody told",
    2,
    "unsafe",
    "review",
    (p) => {
      p.claimed.born = p.born;
      p.excluded({ LASTNAME: "UNTOLDENSON" });
    },
  ],
  [
    "excluded, name cut in the list",
    2,
    "unsafe",
    "refuse",
    (p) => {
      const long = p.pick(["Wolfeschlegelsteinhausen-Bergerdorff", "Featherstonehaughington-Cholmondeley"]);
      p.claimed.last = long;
      p.claimed.born = p.born;
      p.written(long.toUpperCase());
      p.excluded();
    },
  ],
  [
    "excluded, second name cut in the list",
    2,
    "unsafe",
    "refuse",
    (p) => {
      p.claimed.last = "Riveradale";
      p.claimed.born = p.born;
      p.written("RIVERADALE");
      p.excluded({ LASTNAME: "CHRISTOPHERSON-RIVER" });
    },
  ],
  [
    "excluded by a nickname",
    2,
    "unsafe",
    "refuse",
    (p) => {
      p.claimed.first = "Robert";
      p.claimed.born = p.born;
      p.tell({ "Provider First Name": "ROBERT" });
      p.licensed({ first: "ROBERT" });
      p.excluded({ FIRSTNAME: "BOB" });
    },
  ],
  [
    "excluded with names in each other's place",
    1,
    "unsafe",
    "refuse",
    (p) => {
      p.claimed.born = p.born;
      p.excluded({ LASTNAME: p.claimed.first.toUpperCase(), FIRSTNAME: p.claimed.last.toUpperCase() });
    },
  ],
  [
    "excluded, misspelt in the list",
    1,
    "unsafe",
    "refuse",
    (p) => {
      p.claimed.born = p.born;
      const { last } = p.claimed;
      p.excluded({ LASTNAME: `${last}${last.at(-1)}`.toUpperCase() });
    },
  ],
  [
    "excluded, day and month turned",
    2,
    "unsafe",
    "review",
    (p) => {
      p.claimed.born = "1971-04-09";
      p.excluded({ DOB: "19710904" });
    },
  ],
  [
    "excluded, no date of birth given",
    3,
    "unsafe",
    "review",
    (p) => {
      delete p.claimed.born;
      p.excluded();
    },
  ],
  [
    "excluded with a waiver",
    1,
    "unsafe",
    "refuse",
    (p) => {
      p.claimed.born = p.born;
      p.excluded({ WAIVERDATE: "20230101", WVRSTATE: "WA" });
    },
  ],
];
