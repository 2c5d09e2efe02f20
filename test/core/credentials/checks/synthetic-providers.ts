import type { Claimed } from "#core/credentials/checks/claimed.ts";
import { npiOf } from "../../../../scripts/registries/nppes-rows.ts";
import { seeded } from "../../../../scripts/screening/chance.ts";
import type { Fields } from "../registries/files.ts";
import { type LicenseLine, type Profile, taxonomy, type World } from "./registry-files.ts";

/** Two hundred people who do not exist, what they claim, and what is true of them. */
export interface SyntheticProvider {
  readonly kind: string;
  readonly claimed: Claimed;
  /** Whether this claim may be believed. */
  readonly truth: "safe" | "unsafe";
  /** What somebody would do who looks everything up by hand and takes their time. */
  readonly carefulHuman: "clear" | "refuse" | "review";
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

interface Profession {
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

const PHYSICIAN = profession(
  "physician / doctor / MD / Internist",
  "207R00000X",
  ["MD", "Physician And Surgeon License"],
  ["ME", "Medical Doctor"],
);
const NURSE = profession(
  "registered nurse / RN / nurse",
  "163W00000X",
  ["RN", "Registered Nurse License"],
  ["RN", "Registered Nurse"],
);
const PRACTITIONER = profession(
  "nurse practitioner / NP / family nurse practitioner",
  "363LF0000X",
  ["AP", "Advanced Registered Nurse Practitioner License"],
  ["APRN", "Advanced Practice Registered Nurse"],
);
const PHARMACIST = profession(
  "pharmacist / clinical pharmacist / PharmD",
  "183500000X",
  ["PH", "Pharmacist License"],
  ["PS", "Pharmacist"],
);
const THERAPIST = profession(
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
const PROFESSIONS = [PHYSICIAN, NURSE, PRACTITIONER, PHARMACIST, THERAPIST, ...OTHERS];

const STATE: Readonly<Record<Profile, readonly [string, string]>> = {
  "wa-health": ["WA", "Washington"],
  "fl-mqa": ["FL", "Florida"],
  "tx-medical": ["TX", "Texas"],
};

const words = (text: string) => text.split(" ");
const FIRST = words(
  "Robert William Elizabeth Margaret Katherine James Susan Thomas Patricia Joseph Deborah Charles Jennifer Michael Theresa Edward Alexandra Benjamin Victoria Samuel Abigail Nathaniel Rebecca Gregory Christina Timothy Pamela Zachary Valerie Anthony",
);
const NICK: Readonly<Record<string, string>> = {
  Robert: "Bob",
  William: "Bill",
  Elizabeth: "Beth",
  Margaret: "Peggy",
  Katherine: "Kate",
  James: "Jim",
  Susan: "Sue",
  Thomas: "Tom",
  Patricia: "Pat",
  Joseph: "Joe",
};
const MIDDLE = words("Quill Rowan Sage Lark Ember Flint Heath Wren Cove Marlowe");
/** Of people in the list who are nobody here. */
const STRANGE_FIRST = words("Zorin Quade Ulric Xanthe Ottoline Ingram Yvo Jocasta Hartwin Ferelith");
const BEGIN = words("Bran Cor Dal Fen Gar Hol Ker Lan Mor Nor Per Quil Ras Sel Tor Ulm Ver Wes Yar Zel");
const END = words("wick stead ford mann ley tonby berg ova etti gard");

/** One person with the rows that the registries have of them; what a kind of person changes is changed here. */
class Draft {
  readonly claimed: Writable<Claimed>;
  nppes: Fields | undefined;
  license: Writable<LicenseLine> | undefined;
  profile: Profile;
  readonly profession: Profession;
  readonly born: string;
  readonly leie: Fields[] = [];
  readonly more: { profile: Profile; line: LicenseLine }[] = [];

  readonly at: number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly digits: (count: number) => string;

  constructor(
    at: number,
    pick: <T>(list: readonly T[]) => T,
    digits: (count: number) => string,
    of: { readonly last: string; readonly profession?: Profession; readonly profile?: Profile },
  ) {
    this.at = at;
    this.pick = pick;
    this.digits = digits;
    this.profession = of.profession ?? pick(PROFESSIONS);
    this.profile = of.profile ?? pick(["wa-health", "fl-mqa"] as const);
    const first = pick(FIRST);
    const middle = pick([undefined, pick(MIDDLE)]);
    this.born = `19${pick(words("55 60 64 68 71 75 79 83 88 91"))}-${pick(words("01 03 04 06 07 09 10 12"))}-${pick(words("02 05 09 13 17 21 24 28"))}`;
    const [letters, name] = STATE[this.profile];
    const number = `${this.profession.letters[this.profile]}${this.profile === "wa-health" ? `6${digits(7)}` : `1${digits(5)}`}`;
    const npi = npiOf(110_000_000 + at * 7919);
    this.claimed = {
      first,
      last: of.last,
      npi,
      state: pick([letters, name]),
      license: number,
      profession: pick(this.profession.says),
    };
    if (pick([true, true, false])) this.claimed.born = this.born;
    if (middle !== undefined && pick([true, false])) this.claimed.middle = middle;
    this.nppes = {
      NPI: npi,
      "Entity Type Code": "1",
      "Provider Last Name (Legal Name)": of.last.toUpperCase(),
      "Provider First Name": first.toUpperCase(),
      "Provider Middle Name": middle === undefined ? "" : pick([middle.toUpperCase(), middle.charAt(0)]),
      "Provider Business Practice Location Address State Name": letters,
      ...taxonomy(1, this.profession.code, pick([number, ""]), letters, "Y"),
    };
    this.license = {
      number,
      last: of.last.toUpperCase(),
      first: first.toUpperCase(),
      ...(middle === undefined ? {} : { middle: middle.toUpperCase() }),
      type: this.profession.type[this.profile],
    };
  }

  /** The last name as NPPES and the state have it. */
  written(nppes: string, license = nppes): void {
    this.tell({ "Provider Last Name (Legal Name)": nppes });
    this.licensed({ last: license });
  }

  tell(fields: Fields): void {
    this.nppes = { ...this.nppes, ...fields };
  }

  licensed(line: Partial<LicenseLine>): void {
    if (this.license !== undefined) this.license = { ...this.license, ...line };
  }

  /** The same code, told to NPPES in another way. */
  told(...fields: readonly Fields[]): void {
    this.tell(Object.assign({}, taxonomy(1, ""), ...fields));
  }

  /** A row of the list of exclusions, of this person unless something else is said. */
  excluded(fields: Fields = {}): void {
    this.leie.push({
      LASTNAME: this.claimed.last.toUpperCase().slice(0, 20),
      FIRSTNAME: this.claimed.first.toUpperCase().slice(0, 15),
      DOB: this.born.replaceAll("-", ""),
      STATE: this.pick(words("WA FL OH NV")),
      ZIP: this.digits(5),
      ...fields,
    });
  }
}

type Change = (person: Draft) => void;
type Kind = readonly [
  kind: string,
  count: number,
  truth: SyntheticProvider["truth"],
  carefulHuman: SyntheticProvider["carefulHuman"],
  change: Change,
  of?: { readonly profession?: Profession; readonly profile?: Profile; readonly last?: string },
];

const other = (born: string) => `${Number(born.slice(0, 4)) - 11}${born.slice(5, 7)}${born.slice(8)}`;

const CLEAR: readonly Kind[] = [
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

const REVIEW: readonly Kind[] = [
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

const EXCLUDED: readonly Kind[] = [
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

const UNSAFE: readonly Kind[] = [
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

/** Rows of the list that are nobody here: their names are alike in part, and some share a date of birth. */
function strangers(people: readonly Draft[], pick: <T>(list: readonly T[]) => T): Fields[] {
  return people.flatMap(({ born, claimed }, at) => [
    {
      LASTNAME: `${pick(BEGIN)}${pick(words("holme brook thorpe"))}`.toUpperCase(),
      FIRSTNAME: claimed.first.toUpperCase(),
      DOB: other(born),
      ZIP: String(10_000 + at),
    },
    {
      LASTNAME: `${pick(BEGIN)}${pick(words("holme brook thorpe"))}`.toUpperCase(),
      FIRSTNAME: pick(STRANGE_FIRST).toUpperCase(),
      DOB: born.replaceAll("-", ""),
      ZIP: String(20_000 + at),
    },
  ]);
}

/** The people and the files that know them; the same in every run. */
export function twoHundredProviders(): { providers: SyntheticProvider[]; world: World } {
  const random = seeded(20_260_301);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join("");
  const drafts: Draft[] = [];
  const providers = [...CLEAR, ...REVIEW, ...EXCLUDED, ...UNSAFE].flatMap(
    ([kind, count, truth, carefulHuman, change, of = {}]) =>
      Array.from({ length: count }, (): SyntheticProvider => {
        const at = drafts.length;
        const last = `${BEGIN[at % BEGIN.length]}${END[Math.floor(at / BEGIN.length) % END.length]}`;
        const draft = new Draft(at, pick, digits, { last, ...of });
        change(draft);
        drafts.push(draft);
        return { kind, claimed: draft.claimed, truth, carefulHuman };
      }),
  );
  const lines = [
    ...drafts.flatMap(({ profile, license: line }) => (line === undefined ? [] : [{ profile, line }])),
    ...drafts.flatMap(({ more }) => more),
  ];
  const linesOf = (profile: Profile) =>
    lines.filter((one) => one.profile === profile).map(({ line }) => line);
  return {
    providers,
    world: {
      nppes: drafts.flatMap(({ nppes }) => (nppes === undefined ? [] : [nppes])),
      leie: [...drafts.flatMap(({ leie }) => leie), ...strangers(drafts, pick)],
      licenses: {
        "wa-health": linesOf("wa-health"),
        "fl-mqa": linesOf("fl-mqa"),
        "tx-medical": linesOf("tx-medical"),
      },
      asOf: { "tx-medical": "2025-12-20" },
    },
  };
}
