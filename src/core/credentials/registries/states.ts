/** States, districts and territories of the United States, by the letters of the post. */
const STATES = {
  AL: "alabama",
  AK: "alaska",
  AZ: "arizona",
  AR: "arkansas",
  CA: "california",
  CO: "colorado",
  CT: "connecticut",
  DE: "delaware",
  DC: "district of columbia",
  FL: "florida",
  GA: "georgia",
  HI: "hawaii",
  ID: "idaho",
  IL: "illinois",
  IN: "indiana",
  IA: "iowa",
  KS: "kansas",
  KY: "kentucky",
  LA: "louisiana",
  ME: "maine",
  MD: "maryland",
  MA: "massachusetts",
  MI: "michigan",
  MN: "minnesota",
  MS: "mississippi",
  MO: "missouri",
  MT: "montana",
  NE: "nebraska",
  NV: "nevada",
  NH: "new hampshire",
  NJ: "new jersey",
  NM: "new mexico",
  NY: "new york",
  NC: "north carolina",
  ND: "north dakota",
  OH: "ohio",
  OK: "oklahoma",
  OR: "oregon",
  PA: "pennsylvania",
  RI: "rhode island",
  SC: "south carolina",
  SD: "south dakota",
  TN: "tennessee",
  TX: "texas",
  UT: "utah",
  VT: "vermont",
  VA: "virginia",
  WA: "washington",
  WV: "west virginia",
  WI: "wisconsin",
  WY: "wyoming",
  AS: "american samoa",
  GU: "guam",
  MP: "northern mariana islands",
  PR: "puerto rico",
  VI: "virgin islands",
} as const;

const CODES = new Map<string, string>(
  Object.entries(STATES).flatMap(([code, name]) => [
    [code.toLowerCase(), code],
    [name, code],
    [name.replaceAll(" ", ""), code],
  ]),
);

/** The two letters of a state given by its letters or its name; what is no state stays as it is, in capitals. */
export function stateCode(typed: string): string {
  const plain = typed.trim().toLowerCase().replace(/[.]/g, "").replace(/\s+/g, " ");
  return CODES.get(plain) ?? typed.trim().toUpperCase();
}

/** Whether this is a state, district or territory of the United States, by its letters or name. */
export const isState = (typed: string): boolean => Object.hasOwn(STATES, stateCode(typed));
