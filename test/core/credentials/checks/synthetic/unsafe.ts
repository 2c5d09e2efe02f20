import { taxonomy } from "../registry-files.ts";
import type { Kind } from "./draft.ts";
import { STRANGE_FIRST } from "./names.ts";
import { PHARMACIST, PHYSICIAN, PRACTITIONER, STATE, THERAPIST } from "./professions.ts";

/** People whose licence, NPI or profession is not what they claim. */
export const UNSAFE: readonly Kind[] = [
  [
    "a namesake's licence, no middle name claimed",
    1,
    "unsafe",
    "review",
    (p) => {
      delete p.claimed.middle;
      p.tell({ "Provider Middle Name": "QUILL" });
      p.licensed({ middle: "ETHELRED" });
    },
  ],
  [
    "the father's licence, no suffix claimed",
    1,
    "unsafe",
    "review",
    (p) => {
      p.tell({ "Provider Name Suffix Text": "JR" });
      p.licensed({ last: `${p.license?.last} SR` });
    },
  ],
  [
    "a second row of the licence says suspended",
    1,
    "unsafe",
    "refuse",
    (p) => {
      if (p.license !== undefined)
        p.more.push({ profile: p.profile, line: { ...p.license, status: "SUSPENDED" } });
    },
  ],
  [
    "own licence expired, a namesake has the same digits",
    1,
    "unsafe",
    "review",
    (p) => {
      const digits = p.claimed.license?.replace(/\D/g, "") ?? "";
      p.claimed.license = digits;
      if (p.license !== undefined)
        p.more.push({
          profile: "fl-mqa",
          line: { ...p.license, number: `OS${digits}`, type: "Osteopathic Physician" },
        });
      p.licensed({ status: "EXPIRED" });
    },
    { profile: "fl-mqa", profession: PHYSICIAN },
  ],
  [
    "naturopath who claims to be a physician",
    1,
    "unsafe",
    "refuse",
    (p) => p.licensed({ type: "Naturopathic Physician License" }),
    { profession: PHYSICIAN },
  ],
  [
    "pharmacist intern",
    1,
    "unsafe",
    "refuse",
    (p) => p.licensed({ type: "Pharmacist Intern License" }),
    {
      profession: PHARMACIST,
    },
  ],
  [
    "no word for the status",
    1,
    "unsafe",
    "review",
    (p) => p.licensed({ status: " " }),
    { profile: "wa-health" },
  ],
  [
    "expired by its status",
    2,
    "unsafe",
    "refuse",
    (p) => p.licensed({ status: "EXPIRED", expires: "2024-01-31" }),
  ],
  [
    "expired yesterday, still called active",
    3,
    "unsafe",
    "refuse",
    (p) => p.licensed({ expires: "2026-02-28" }),
  ],
  ["suspended", 2, "unsafe", "refuse", (p) => p.licensed({ status: "SUSPENDED" })],
  ["revoked", 2, "unsafe", "refuse", (p) => p.licensed({ status: "REVOKED" })],
  ["inactive", 2, "unsafe", "refuse", (p) => p.licensed({ status: "INACTIVE" })],
  [
    "deactivated NPI",
    2,
    "unsafe",
    "refuse",
    (p) => {
      p.nppes = { NPI: p.claimed.npi ?? "", "NPI Deactivation Date": "01/05/2025" };
    },
  ],
  ["NPI of an organisation", 2, "unsafe", "refuse", (p) => p.tell({ "Entity Type Code": "2" })],
  [
    "somebody else's NPI",
    2,
    "unsafe",
    "refuse",
    (p) => p.tell({ "Provider Last Name (Legal Name)": "STRANGEWAYS", "Provider First Name": "OTTOLINE" }),
  ],
  [
    "no such NPI",
    1,
    "unsafe",
    "review",
    (p) => {
      p.nppes = undefined;
    },
  ],
  [
    "NPI typed wrong",
    2,
    "unsafe",
    "refuse",
    (p) => {
      p.claimed.npi = `${p.claimed.npi?.slice(0, 9)}${(Number(p.claimed.npi?.slice(9)) + 1) % 10}`;
    },
  ],
  [
    "somebody else's licence",
    2,
    "unsafe",
    "refuse",
    (p) => p.licensed({ last: "STRANGEWAYS", first: "YVO", middle: "" }),
  ],
  [
    "a relative's licence",
    2,
    "unsafe",
    "refuse",
    (p) => p.licensed({ first: p.pick(STRANGE_FIRST).toUpperCase() }),
  ],
  [
    "the father's licence",
    2,
    "unsafe",
    "review",
    (p) => {
      p.claimed.last = `${p.claimed.last} Jr.`;
      p.licensed({ last: `${p.license?.last} SR` });
    },
  ],
  [
    "licence of somebody with nearly the same name",
    2,
    "unsafe",
    "review",
    (p) => p.licensed({ last: `${p.license?.last.slice(0, -1)}T${p.license?.last.slice(-1)}` }),
  ],
  [
    "a namesake's licence",
    2,
    "unsafe",
    "review",
    (p) => {
      const letters = STATE[p.profile][0];
      p.told(taxonomy(1, p.profession.code, `${p.profession.letters[p.profile]}999001`, letters, "Y"));
    },
  ],
  [
    "a namesake's licence, with another middle name",
    1,
    "unsafe",
    "review",
    (p) => {
      p.claimed.middle = "Marlowe";
      p.licensed({ middle: "ETHELRED" });
    },
  ],
  [
    "wrong number",
    2,
    "unsafe",
    "review",
    (p) => {
      p.claimed.license = `${p.profession.letters[p.profile]}88800${p.at}`;
      p.told(taxonomy(1, p.profession.code, "", "", "Y"));
    },
  ],
  [
    "wrong state",
    3,
    "unsafe",
    "review",
    (p) => {
      p.claimed.state = p.profile === "fl-mqa" ? "WA" : "FL";
      p.told(taxonomy(1, p.profession.code, "", "", "Y"));
    },
  ],
  [
    "resident who claims to be a physician",
    2,
    "unsafe",
    "refuse",
    (p) => {
      p.told(taxonomy(1, "390200000X", "", "", "Y"));
      p.licensed({ type: "Registered Resident/Intern/Fellow" });
    },
    { profession: PHYSICIAN },
  ],
  [
    "resident who calls himself a physician in NPPES too",
    1,
    "unsafe",
    "refuse",
    (p) => p.licensed({ type: "Physician And Surgeon Residency License" }),
    { profession: PHYSICIAN },
  ],
  [
    "technician who claims to be a pharmacist",
    2,
    "unsafe",
    "refuse",
    (p) => {
      p.told(taxonomy(1, "183700000X", "", "", "Y"));
      p.licensed({ type: "Pharmacy Technician License" });
    },
    { profession: PHARMACIST },
  ],
  [
    "technician who calls himself a pharmacist in NPPES too",
    2,
    "unsafe",
    "refuse",
    (p) => p.licensed({ type: "Registered Pharmacy Technician" }),
    { profession: PHARMACIST },
  ],
  [
    "therapist's assistant",
    1,
    "unsafe",
    "refuse",
    (p) => p.licensed({ type: "Physical Therapist Assistant" }),
    {
      profession: THERAPIST,
    },
  ],
  [
    "nurse who claims to be a practitioner",
    2,
    "unsafe",
    "refuse",
    (p) => p.licensed({ type: "Registered Nurse" }),
    {
      profession: PRACTITIONER,
    },
  ],
  [
    "pharmacist's licence, claims to be a physician",
    1,
    "unsafe",
    "refuse",
    (p) => p.licensed({ type: "Pharmacist" }),
    {
      profession: PHYSICIAN,
    },
  ],
];
