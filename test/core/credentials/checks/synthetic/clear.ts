import { taxonomy } from "../registry-files.ts";
import { type Kind, other } from "./draft.ts";
import { NICK, STRANGE_FIRST } from "./names.ts";
import { PHARMACIST, PHYSICIAN, PRACTITIONER, STATE } from "./professions.ts";

/** People whom a careful human would clear. */
export const CLEAR: readonly Kind[] = [
  [
    "NPPES still has the number of an older licence",
    2,
    "safe",
    "clear",
    (p) => p.told(taxonomy(1, p.profession.code, "RN60000017", STATE[p.profile][0], "Y")),
    { profession: PRACTITIONER },
  ],
  [
    "an umlaut, written out elsewhere",
    1,
    "safe",
    "clear",
    (p) => {
      p.claimed.last = "Mühlenbrück";
      p.written("MUEHLENBRUECK");
    },
  ],
  [
    "a name in two words, or one",
    1,
    "safe",
    "clear",
    (p) => {
      p.claimed.last = "McTavershall";
      p.written("MC TAVERSHALL");
    },
  ],
  [
    "first and middle name the other way round",
    1,
    "safe",
    "clear",
    (p) => {
      p.claimed.first = "Thi Hoa";
      delete p.claimed.middle;
      p.tell({ "Provider First Name": "HOA", "Provider Middle Name": "THI" });
      p.licensed({ first: "HOA", middle: "THI" });
    },
  ],
  [
    "an initial in front of the name that is used",
    1,
    "safe",
    "clear",
    (p) => {
      p.claimed.first = "J. Rowland";
      delete p.claimed.middle;
      p.tell({ "Provider First Name": "JAMES", "Provider Middle Name": "ROWLAND" });
      p.licensed({ first: "JAMES", middle: "ROWLAND" });
    },
  ],
  [
    "a nickname in quotes",
    1,
    "safe",
    "clear",
    (p) => {
      p.claimed.first = 'William "Bill"';
      p.tell({ "Provider First Name": "WILLIAM" });
      p.licensed({ first: "WILLIAM" });
    },
  ],
  [
    "the initial in the column of the first name",
    1,
    "safe",
    "clear",
    (p) => {
      p.claimed.middle = "Quill";
      p.tell({ "Provider First Name": `${p.claimed.first.toUpperCase()} Q`, "Provider Middle Name": "" });
      p.licensed({ first: `${p.claimed.first.toUpperCase()} Q.`, middle: "" });
    },
  ],
  ["active", 17, "safe", "clear", () => {}],
  [
    "typed untidily",
    3,
    "safe",
    "clear",
    (p) => {
      p.claimed.first = `Dr. ${p.claimed.first.toLowerCase()}`;
      p.claimed.last = ` ${p.claimed.last.toLowerCase()}, MD `;
      p.claimed.npi = ` ${p.claimed.npi?.slice(0, 5)}-${p.claimed.npi?.slice(5)} `;
      p.claimed.license = p.claimed.license?.toLowerCase().replace(/^([a-z]+)/, "$1. ") ?? "";
    },
  ],
  [
    "licence under a former name that NPPES knows",
    3,
    "safe",
    "clear",
    (p) => {
      p.tell({ "Provider Other Last Name": "OSTERVAUX", "Provider Other Last Name Type Code": "1" });
      p.licensed({ last: "OSTERVAUX" });
    },
  ],
  [
    "licence under a former name that they told",
    3,
    "safe",
    "clear",
    (p) => {
      p.claimed.formerLast = ["Lindenhof"];
      p.licensed({ last: "LINDENHOF" });
    },
  ],
  [
    "NPPES under a former name that they told",
    2,
    "safe",
    "clear",
    (p) => {
      p.claimed.formerLast = ["Eschenbach"];
      p.tell({ "Provider Last Name (Legal Name)": "ESCHENBACH" });
    },
  ],
  [
    "double name, one half on the licence",
    2,
    "safe",
    "clear",
    (p) => {
      const { last } = p.claimed;
      p.claimed.last = `${last}-Tremayne`;
      p.written(`${last.toUpperCase()}-TREMAYNE`, p.pick([last.toUpperCase(), "TREMAYNE"]));
    },
  ],
  [
    "double name, written in other ways",
    2,
    "safe",
    "clear",
    (p) => {
      const { last } = p.claimed;
      p.claimed.last = `${last}-Oakes`;
      p.written(`${last.toUpperCase()} OAKES`, `${last.toUpperCase()}OAKES`);
    },
  ],
  [
    "accents",
    3,
    "safe",
    "clear",
    (p) => {
      const [typed, plain] = p.pick([
        ["Núñez-Brañas", "NUNEZ BRANAS"],
        ["Łukaszyński", "LUKASZYNSKI"],
        ["Bjørnstad", "BJORNSTAD"],
        ["Čapekova", "CAPEKOVA"],
      ] as const);
      p.claimed.last = typed;
      p.claimed.first = "José";
      p.written(plain);
      p.tell({ "Provider First Name": "JOSE" });
      p.licensed({ first: "JOSE" });
    },
  ],
  [
    "apostrophe",
    2,
    "safe",
    "clear",
    (p) => {
      p.claimed.last = "O’Garrickson";
      p.written("OGARRICKSON", "O GARRICKSON");
    },
  ],
  [
    "nickname",
    5,
    "safe",
    "clear",
    (p) => {
      const full = p.pick(Object.keys(NICK));
      p.claimed.first = NICK[full] ?? full;
      p.tell({ "Provider First Name": full.toUpperCase() });
      p.licensed({ first: full.toUpperCase() });
    },
  ],
  [
    "names in each other's place",
    3,
    "safe",
    "clear",
    (p) => {
      const { first, last } = p.claimed;
      p.claimed.first = last;
      p.claimed.last = first;
    },
  ],
  [
    "only an initial on the licence",
    3,
    "safe",
    "clear",
    (p) => p.licensed({ first: p.claimed.first.charAt(0) }),
  ],
  [
    "small words",
    3,
    "safe",
    "clear",
    (p) => {
      const [typed, nppes, license] = p.pick([
        ["de la Brunwald", "DELABRUNWALD", "DE LA BRUNWALD"],
        ["Van Hornby", "VANHORNBY", "VAN HORNBY"],
        ["St. Averill", "SAINT AVERILL", "ST AVERILL"],
        ["von der Lindau", "LINDAU", "VON DER LINDAU"],
      ] as const);
      p.claimed.last = typed;
      p.written(nppes, license);
    },
  ],
  [
    "Jr. on both sides",
    2,
    "safe",
    "clear",
    (p) => {
      p.claimed.last = `${p.claimed.last}, Jr.`;
      p.tell({ "Provider Name Suffix Text": "JR." });
    },
  ],
  [
    "two first names",
    2,
    "safe",
    "clear",
    (p) => {
      p.claimed.first = "Anne-Marie";
      delete p.claimed.middle;
      p.tell({ "Provider First Name": "ANNE", "Provider Middle Name": "MARIE" });
      p.licensed({ first: "ANNEMARIE", middle: "" });
    },
  ],
  [
    "namesake is excluded, born on another day",
    6,
    "safe",
    "clear",
    (p) => {
      p.claimed.born = p.born;
      p.excluded({ DOB: other(p.born) });
    },
  ],
  [
    "relative is excluded",
    3,
    "safe",
    "clear",
    (p) => {
      delete p.claimed.born;
      p.excluded({ FIRSTNAME: p.pick(STRANGE_FIRST).toUpperCase(), DOB: other(p.born) });
    },
  ],
  [
    "a business of that name is excluded",
    2,
    "safe",
    "clear",
    (p) =>
      p.excluded({
        LASTNAME: "",
        FIRSTNAME: "",
        BUSNAME: `${p.claimed.last.toUpperCase()} CARE INC`,
        DOB: "00000000",
      }),
  ],
  [
    "number without its letters, which others have too",
    3,
    "safe",
    "clear",
    (p) => {
      const digits = p.claimed.license?.replace(/\D/g, "") ?? "";
      p.claimed.license = digits;
      for (const letters of ["OS", "DN", "CH"])
        p.more.push({
          profile: "fl-mqa",
          line: {
            number: `${letters}${digits}`,
            last: "STRANGEWAYS",
            first: "ULRIC",
            type: "Dentist",
            status: "REVOKED",
          },
        });
    },
    { profile: "fl-mqa" },
  ],
  [
    "RN and APRN of one number",
    2,
    "safe",
    "clear",
    (p) => {
      const digits = p.claimed.license?.replace(/\D/g, "") ?? "";
      p.claimed.license = digits;
      p.told(taxonomy(1, p.profession.code, "", "", "Y"));
      if (p.license !== undefined)
        p.more.push({
          profile: "fl-mqa",
          line: { ...p.license, number: `RN${digits}`, type: "Registered Nurse" },
        });
    },
    { profile: "fl-mqa", profession: PRACTITIONER },
  ],
  [
    "physician who was a resident",
    2,
    "safe",
    "clear",
    (p) => p.told(taxonomy(1, "390200000X"), taxonomy(2, "207R00000X", "", "", "Y")),
    { profession: PHYSICIAN },
  ],
  [
    "several primary taxonomies of one profession",
    2,
    "safe",
    "clear",
    (p) => p.told(taxonomy(1, "207Q00000X", "", "", "Y"), taxonomy(2, "207R00000X", "", "", "Y")),
    { profession: PHYSICIAN },
  ],
  [
    "taxonomy that says nothing",
    3,
    "safe",
    "clear",
    (p) => p.told(taxonomy(1, "174400000X", "", "", "Y")),
    {
      profession: PHARMACIST,
    },
  ],
  [
    "moved from another state",
    2,
    "safe",
    "clear",
    (p) => {
      p.told(taxonomy(1, p.profession.code, "032024", "GA", "Y"));
      p.tell({ "Provider Business Practice Location Address State Name": "GA" });
    },
  ],
  ["last day is today", 2, "safe", "clear", (p) => p.licensed({ expires: "2026-03-01" })],
  [
    "married name beside the maiden one",
    2,
    "safe",
    "clear",
    (p) => {
      const maiden = "Wolfenden";
      p.claimed.middle = maiden;
      p.tell({ "Provider Middle Name": "W" });
      p.licensed({ middle: "", last: `${maiden.toUpperCase()} ${p.claimed.last.toUpperCase()}` });
    },
  ],
];
