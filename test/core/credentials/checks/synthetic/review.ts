import { type Kind, other } from "./draft.ts";
import { PHYSICIAN } from "./professions.ts";

/** People whom a careful human would look at twice. */
export const REVIEW: readonly Kind[] = [
  [
    "a short name that no list has",
    2,
    "safe",
    "review",
    (p) => {
      p.claimed.first = "Lupe";
      p.tell({ "Provider First Name": "GUADALUPE" });
      p.licensed({ first: "GUADALUPE" });
    },
  ],
  [
    "namesake is excluded, the list has no date of birth",
    1,
    "safe",
    "review",
    (p) => {
      p.claimed.born = p.born;
      p.excluded({ DOB: "00000000" });
    },
  ],
  [
    "namesake is excluded, no date of birth given",
    3,
    "safe",
    "review",
    (p) => {
      delete p.claimed.born;
      p.excluded({ DOB: other(p.born) });
    },
  ],
  [
    "on probation",
    3,
    "unsafe",
    "review",
    (p) => p.licensed({ status: p.profile === "fl-mqa" ? "PROBATION" : "ACTIVE ON PROBATION" }),
  ],
  [
    "active with a matter of discipline",
    2,
    "unsafe",
    "review",
    (p) => p.licensed({ discipline: p.profile === "fl-mqa" ? "Y" : "Yes" }),
  ],
  [
    "a status that nobody knows",
    2,
    "unsafe",
    "review",
    (p) => p.licensed({ status: "UNDER APPEAL" }),
    {
      profile: "wa-health",
    },
  ],
  [
    "own last name typed wrong",
    2,
    "safe",
    "review",
    (p) => {
      const { last } = p.claimed;
      p.claimed.last = `${last.slice(0, 3)}${last.slice(4)}`;
    },
  ],
  [
    "goes by the middle name",
    2,
    "safe",
    "review",
    (p) => {
      p.tell({ "Provider First Name": "BARTHOLOMEW", "Provider Middle Name": p.claimed.first.toUpperCase() });
      p.licensed({ first: "BARTHOLOMEW", middle: p.claimed.first.toUpperCase() });
      delete p.claimed.middle;
    },
  ],
  [
    "no NPI",
    2,
    "safe",
    "review",
    (p) => {
      delete p.claimed.npi;
      p.nppes = undefined;
    },
  ],
  [
    "stale file of the state",
    3,
    "unsafe",
    "review",
    () => {},
    { profile: "tx-medical", profession: PHYSICIAN },
  ],
  [
    "state without a file",
    2,
    "safe",
    "review",
    (p) => {
      p.claimed.state = "Nevada";
      p.license = undefined;
    },
  ],
  [
    "outside the United States",
    2,
    "safe",
    "review",
    (p) => {
      p.claimed.state = "Ontario";
    },
  ],
];
