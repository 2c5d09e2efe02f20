import type { Claimed } from "#core/credentials/checks/claimed.ts";
import { npiOf } from "../../../../../scripts/registries/nppes-rows.ts";
import type { Fields } from "../../registries/files.ts";
import { type LicenseLine, type Profile, taxonomy } from "../registry-files.ts";
import { FIRST, MIDDLE, words } from "./names.ts";
import { PROFESSIONS, type Profession, STATE } from "./professions.ts";

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

/** One person with the rows that the registries have of them; what a kind of person changes is changed here. */
export class Draft {
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
export type Kind = readonly [
  kind: string,
  count: number,
  truth: SyntheticProvider["truth"],
  carefulHuman: SyntheticProvider["carefulHuman"],
  change: Change,
  of?: { readonly profession?: Profession; readonly profile?: Profile; readonly last?: string },
];

export const other = (born: string) => `${Number(born.slice(0, 4)) - 11}${born.slice(5, 7)}${born.slice(8)}`;
