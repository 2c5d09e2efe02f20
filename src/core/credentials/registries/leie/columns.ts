import type { Column } from "../rows/read-rows.ts";

/** The fields of the LEIE and their fixed widths: what is longer is cut there. */
export const LEIE_WIDTHS = {
  LASTNAME: 20,
  FIRSTNAME: 15,
  MIDNAME: 15,
  BUSNAME: 30,
  GENERAL: 20,
  SPECIALTY: 20,
  UPIN: 6,
  NPI: 10,
  DOB: 8,
  ADDRESS: 30,
  CITY: 20,
  STATE: 2,
  ZIP: 5,
  EXCLTYPE: 9,
  EXCLDATE: 8,
  REINDATE: 8,
  WAIVERDATE: 8,
  WVRSTATE: 2,
} as const;

export type LeieField = keyof typeof LEIE_WIDTHS;

export const LEIE_FIELDS = Object.keys(LEIE_WIDTHS) as LeieField[];

/** A file that lacks one of them is not the list. */
export const LEIE_COLUMNS: readonly Column[] = LEIE_FIELDS.map((field) => ({ names: [field] }));

/**
 * Whether a value may go on behind what is written. One short of the width counts too: the last letter that fitted may have
 * been a blank.
 */
export const mayBeCut = (field: LeieField, value: string): boolean => value.length >= LEIE_WIDTHS[field] - 1;
