import type { Column } from "../rows/read-rows.ts";

/** How many taxonomies a row of NPPES has room for. */
export const TAXONOMIES = 15;

const one = (...names: string[]): Column => ({ names });
const optional = (...names: string[]): Column => ({ names, optional: true });

/** The columns of NPPES that are kept, by what they are called here (file layout of NPPES, version 2). */
const NAMED = {
  npi: one("NPI"),
  entity: one("Entity Type Code"),
  replacement: optional("Replacement NPI"),
  organisation: one("Provider Organization Name (Legal Business Name)"),
  last: one("Provider Last Name (Legal Name)", "Provider Last Name"),
  first: one("Provider First Name"),
  middle: one("Provider Middle Name"),
  suffix: one("Provider Name Suffix Text"),
  credential: one("Provider Credential Text"),
  otherLast: one("Provider Other Last Name"),
  otherFirst: one("Provider Other First Name"),
  otherMiddle: one("Provider Other Middle Name"),
  otherType: one("Provider Other Last Name Type Code"),
  state: one("Provider Business Practice Location Address State Name"),
  phone: one("Provider Business Practice Location Address Telephone Number"),
  enumerated: one("Provider Enumeration Date"),
  updated: one("Last Update Date"),
  deactivatedFor: one("NPI Deactivation Reason Code"),
  deactivated: one("NPI Deactivation Date"),
  reactivated: one("NPI Reactivation Date"),
} as const satisfies Record<string, Column>;

type Name = keyof typeof NAMED;
const NAMES = Object.keys(NAMED) as Name[];

/** Where each named column stands in COLUMNS. */
export const SLOT = Object.fromEntries(NAMES.map((name, slot) => [name, slot])) as Readonly<
  Record<Name, number>
>;

/** The first slot of taxonomy `at`: its code, licence, state of the licence and whether it is the primary one. */
export const taxonomySlot = (at: number): number => NAMES.length + at * 4;

export const COLUMNS: readonly Column[] = [
  ...Object.values(NAMED),
  ...Array.from({ length: TAXONOMIES }, (_, at) => [
    optional(`Healthcare Provider Taxonomy Code_${at + 1}`),
    optional(`Provider License Number_${at + 1}`),
    optional(`Provider License Number State Code_${at + 1}`),
    optional(`Healthcare Provider Primary Taxonomy Switch_${at + 1}`),
  ]).flat(),
];

/** The report of deactivated NPIs. */
export const DEACTIVATED_COLUMNS: readonly Column[] = [
  { names: ["NPI"] },
  { names: ["NPPES Deactivation Date", "NPI Deactivation Date", "Deactivation Date"] },
];
