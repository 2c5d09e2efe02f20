import { seeded } from "../screening/chance.ts";

const COLUMNS = 330;
const FIRST_TAXONOMY = 47;
const FIRST_GROUP = 314;

/** Where things stand in a row (CREDENTIALS: layout V.2). */
const AT = {
  npi: 0,
  entity: 1,
  replacement: 2,
  ein: 3,
  organisation: 4,
  last: 5,
  first: 6,
  middle: 7,
  prefix: 8,
  suffix: 9,
  credential: 10,
  otherLast: 13,
  otherFirst: 14,
  otherMiddle: 15,
  otherType: 19,
  mailing: 20,
  practice: 28,
  enumerated: 36,
  updated: 37,
  deactivatedFor: 38,
  deactivated: 39,
  reactivated: 40,
  sex: 41,
  sole: 307,
} as const;

const LAST =
  "SMITH GARCIA O'BRIEN WELLS-LUTZ VAN HORNE NGUYEN DE LA CRUZ TANAKA OKAFOR LINDQVIST MUELLER SILVA BERG HADDAD ROSSI KOWALCZYK".split(
    " ",
  );
const FIRST =
  "ANNA MARIA JOSE LI WEI ROBERT ELIZABETH AMINA OLU KARIN JUAN SOFIA PETER GRACE OMAR HELEN".split(" ");
const CREDENTIALS = ["M.D.", "MD", "PT, DPT", "PHARM.D.", "RN", "DO", "NP", "", "PA-C", "LCSW"];
const CODES = [
  "207R00000X",
  "207Q00000X",
  "2084P0800X",
  "363A00000X",
  "363LF0000X",
  "163W00000X",
  "183500000X",
  "225100000X",
  "103T00000X",
  "1041C0700X",
  "122300000X",
  "390200000X",
  "183700000X",
  "174400000X",
];
const STATES = [
  "TX",
  "WA",
  "IL",
  "CO",
  "CT",
  "DE",
  "MD",
  "FL",
  "NY",
  "CA",
  "TEXAS",
  "Wash.",
  "PUERTO RICO",
  "GA",
];
const STREETS = ["MAIN ST", "ELM AVE, STE 4", '1ST ""OLD"" ROAD', "HARBOR BLVD", "MILL LN"];
const CITIES = ["SPRINGFIELD", "RIVERTON", "LAKESIDE", "FAIRVIEW", "SAINT CLAIR"];

/** The number with its check digit behind (Luhn over "80840" and the nine digits). */
export function npiOf(nine: number): string {
  const digits = String(nine).padStart(9, "0");
  let sum = 24;
  for (let at = 0; at < 9; at++) {
    const doubled = at % 2 === 0 ? Number(digits.charAt(at)) * 2 : Number(digits.charAt(at));
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

/** The NPI of a row; they rise from row to row as in the real file. */
export const npiAt = (at: number, rows: number): string =>
  npiOf(100_000_000 + at * Math.max(1, Math.floor(99_000_000 / rows)));

/**
 * Rows as NPPES writes them: every field in quotes, one in 25 deactivated (nothing but the number and the dates), one in
 * five an organisation, several primary taxonomies now and then, states by name, doubled quotes and commas inside of
 * fields, "<UNAVAIL>", and one row in 5,000 with a letter in Latin-1.
 */
export function* nppesRows({ rows, seed }: { rows: number; seed: number }): Generator<string> {
  const random = seeded(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const digits = (count: number) => Array.from({ length: count }, () => below(10)).join("");
  const day = () =>
    `${String(1 + below(12)).padStart(2, "0")}/${String(1 + below(28)).padStart(2, "0")}/${2005 + below(21)}`;
  const address = (fields: string[], at: number) => {
    fields[at] = `${1 + below(9999)} ${pick(STREETS)}`;
    fields[at + 2] = pick(CITIES);
    fields[at + 3] = pick(STATES);
    fields[at + 4] = digits(9);
    fields[at + 5] = "US";
    fields[at + 6] = `${2 + below(8)}${digits(2)}555${digits(4)}`;
    if (below(2) === 0) fields[at + 7] = `${2 + below(8)}${digits(2)}555${digits(4)}`;
  };
  const taxonomies = (fields: string[]) => {
    const count = below(10) < 7 ? 1 : 2 + below(3);
    for (let at = 0; at < count; at++) {
      const first = FIRST_TAXONOMY + 4 * at;
      fields[first] = pick(CODES);
      if (below(3) > 0) {
        fields[first + 1] = `${pick(["", "ME", "0", "MD.", "A"])}${digits(6)}`;
        fields[first + 2] = pick(STATES);
      }
      fields[first + 3] = at === 0 || below(40) === 0 ? "Y" : "N";
      if (below(50) === 0) fields[FIRST_GROUP + at] = "193400000X SINGLE SPECIALTY GROUP";
    }
  };
  for (let at = 0; at < rows; at++) {
    const fields = new Array<string>(COLUMNS).fill("");
    fields[AT.npi] = npiAt(at, rows);
    const kind = below(25);
    if (kind === 0) {
      fields[AT.deactivatedFor] = "";
      fields[AT.deactivated] = day();
    } else {
      fields[AT.entity] = kind < 6 ? "2" : "1";
      fields[AT.ein] = kind < 6 ? "<UNAVAIL>" : "";
      if (kind < 6) fields[AT.organisation] = `${pick(LAST)} MEDICAL GROUP, ""LLC""`;
      else {
        fields[AT.last] = at % 5000 === 4999 ? "MU\u00d1OZ" : pick(LAST);
        fields[AT.first] = pick(FIRST);
        if (below(2) === 0) fields[AT.middle] = String.fromCharCode(65 + below(26));
        fields[AT.prefix] = below(3) === 0 ? "DR." : "";
        fields[AT.suffix] = below(40) === 0 ? "JR." : "";
        fields[AT.credential] = pick(CREDENTIALS);
        if (below(15) === 0) {
          fields[AT.otherLast] = pick(LAST);
          fields[AT.otherFirst] = fields[AT.first] ?? "";
          fields[AT.otherType] = pick(["1", "2", "5"]);
        }
        fields[AT.sex] = pick(["M", "F"]);
        fields[AT.sole] = pick(["Y", "N", "X"]);
      }
      address(fields, AT.mailing);
      address(fields, AT.practice);
      fields[AT.enumerated] = day();
      fields[AT.updated] = day();
      taxonomies(fields);
    }
    yield `"${fields.join('","')}"`;
  }
}
