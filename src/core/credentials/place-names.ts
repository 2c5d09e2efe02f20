/** A part of a country that licenses by itself, or has a name of its own on licences. */
export interface Part {
  readonly name: string;
  /** The letters of its post. */
  readonly letters?: string;
}

function parts(table: string): readonly Part[] {
  return table.split("|").map((line) => {
    const [, letters, name = ""] = /^\s*(?:([A-Z]{2,3}) )?(.+?)\s*$/.exec(line) ?? [];
    return letters === undefined ? { name } : { name, letters };
  });
}

/** Parts of countries but the United States, whose letters stand with the registers (registries/states.ts). */
export const PARTS: Readonly<Record<string, readonly Part[]>> = {
  CA: parts(
    "ON Ontario|QC Quebec|BC British Columbia|AB Alberta|MB Manitoba|SK Saskatchewan|NS Nova Scotia|" +
      "NB New Brunswick|NL Newfoundland and Labrador|PE Prince Edward Island|YT Yukon|NU Nunavut|" +
      "NT Northwest Territories",
  ),
  AU: parts(
    "NSW New South Wales|VIC Victoria|QLD Queensland|WA Western Australia|SA South Australia|TAS Tasmania|" +
      "ACT Australian Capital Territory|NT Northern Territory",
  ),
  GB: parts("England|Scotland|Wales|Northern Ireland"),
};

/** Letters (ISO 3166) and English names; written out, so that a name that is stored stays known whatever runs this. */
export const COUNTRIES: readonly Required<Part>[] = `
  AD Andorra|AE United Arab Emirates|AF Afghanistan|AG Antigua & Barbuda|AI Anguilla|AL Albania|
  AM Armenia|AO Angola|AR Argentina|AT Austria|AU Australia|AW Aruba|AX Åland Islands|AZ Azerbaijan|
  BA Bosnia & Herzegovina|BB Barbados|BD Bangladesh|BE Belgium|BF Burkina Faso|BG Bulgaria|BH Bahrain|
  BI Burundi|BJ Benin|BL St. Barthélemy|BM Bermuda|BN Brunei|BO Bolivia|BQ Caribbean Netherlands|
  BR Brazil|BS Bahamas|BT Bhutan|BW Botswana|BY Belarus|BZ Belize|CA Canada|CC Cocos Islands|
  CD DR Congo|CF Central African Republic|CG Republic of the Congo|CH Switzerland|CI Côte d'Ivoire|
  CK Cook Islands|CL Chile|CM Cameroon|CN China|CO Colombia|CR Costa Rica|CU Cuba|CV Cape Verde|
  CW Curaçao|CX Christmas Island|CY Cyprus|CZ Czechia|DE Germany|DJ Djibouti|DK Denmark|DM Dominica|
  DO Dominican Republic|DZ Algeria|EC Ecuador|EE Estonia|EG Egypt|EH Western Sahara|ER Eritrea|
  ES Spain|ET Ethiopia|FI Finland|FJ Fiji|FK Falkland Islands|FM Micronesia|FO Faroe Islands|FR France|
  GA Gabon|GB United Kingdom|GD Grenada|GE Georgia (country)|GF French Guiana|GG Guernsey|GH Ghana|
  GI Gibraltar|GL Greenland|GM Gambia|GN Guinea|GP Guadeloupe|GQ Equatorial Guinea|GR Greece|
  GT Guatemala|GW Guinea-Bissau|GY Guyana|HK Hong Kong|HN Honduras|HR Croatia|HT Haiti|HU Hungary|
  ID Indonesia|IE Ireland|IL Israel|IM Isle of Man|IN India|IQ Iraq|IR Iran|IS Iceland|IT Italy|
  JE Jersey|JM Jamaica|JO Jordan|JP Japan|KE Kenya|KG Kyrgyzstan|KH Cambodia|KI Kiribati|KM Comoros|
  KN St. Kitts & Nevis|KP North Korea|KR South Korea|KW Kuwait|KY Cayman Islands|KZ Kazakhstan|LA Laos|
  LB Lebanon|LC St. Lucia|LI Liechtenstein|LK Sri Lanka|LR Liberia|LS Lesotho|LT Lithuania|
  LU Luxembourg|LV Latvia|LY Libya|MA Morocco|MC Monaco|MD Moldova|ME Montenegro|MF St. Martin|
  MG Madagascar|MH Marshall Islands|MK North Macedonia|ML Mali|MM Myanmar|MN Mongolia|MO Macao|
  MQ Martinique|MR Mauritania|MS Montserrat|MT Malta|MU Mauritius|MV Maldives|MW Malawi|MX Mexico|
  MY Malaysia|MZ Mozambique|NA Namibia|NC New Caledonia|NE Niger|NF Norfolk Island|NG Nigeria|
  NI Nicaragua|NL Netherlands|NO Norway|NP Nepal|NR Nauru|NU Niue|NZ New Zealand|OM Oman|PA Panama|
  PE Peru|PF French Polynesia|PG Papua New Guinea|PH Philippines|PK Pakistan|PL Poland|
  PM St. Pierre & Miquelon|PN Pitcairn Islands|PS Palestinian Territories|PT Portugal|PW Palau|
  PY Paraguay|QA Qatar|RE Réunion|RO Romania|RS Serbia|RU Russia|RW Rwanda|SA Saudi Arabia|
  SB Solomon Islands|SC Seychelles|SD Sudan|SE Sweden|SG Singapore|SH St. Helena|SI Slovenia|
  SJ Svalbard & Jan Mayen|SK Slovakia|SL Sierra Leone|SM San Marino|SN Senegal|SO Somalia|SR Suriname|
  SS South Sudan|ST São Tomé & Príncipe|SV El Salvador|SX Sint Maarten|SY Syria|SZ Eswatini|
  TC Turks & Caicos Islands|TD Chad|TG Togo|TH Thailand|TJ Tajikistan|TK Tokelau|TL Timor-Leste|
  TM Turkmenistan|TN Tunisia|TO Tonga|TR Türkiye|TT Trinidad & Tobago|TV Tuvalu|TW Taiwan|TZ Tanzania|
  UA Ukraine|UG Uganda|US United States|UY Uruguay|UZ Uzbekistan|VA Vatican City|
  VC St. Vincent & Grenadines|VE Venezuela|VG British Virgin Islands|VN Vietnam|VU Vanuatu|
  WF Wallis & Futuna|WS Samoa|XK Kosovo|YE Yemen|YT Mayotte|ZA South Africa|ZM Zambia|ZW Zimbabwe
`
  .split("|")
  .map((line) => ({ letters: line.trim().slice(0, 2), name: line.trim().slice(3) }));

/** Other names that people write, by the name that is kept. */
export const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  "District of Columbia": ["Washington DC", "Washington D C", "D C"],
  "Northern Mariana Islands": ["Mariana Islands"],
  "Virgin Islands": ["US Virgin Islands", "Virgin Islands US"],
  "Newfoundland and Labrador": ["Newfoundland", "Labrador"],
  "Prince Edward Island": ["PEI"],
  Quebec: ["PQ"],
  Yukon: ["Yukon Territory"],
  "Australian Capital Territory": ["Canberra"],
  "United States": ["USA", "U S A", "U S", "United States of America", "America"],
  "United Kingdom": ["UK", "U K", "Great Britain", "Britain", "United Kingdom of Great Britain"],
  Australia: ["AUS", "Commonwealth of Australia"],
  Canada: ["CAN"],
  "Georgia (country)": ["Republic of Georgia"],
  Ireland: ["Republic of Ireland", "Eire"],
  Netherlands: ["Holland"],
  Czechia: ["Czech Republic"],
  Türkiye: ["Turkey"],
  "Cape Verde": ["Cabo Verde"],
  "Côte d'Ivoire": ["Ivory Coast"],
  "DR Congo": ["Democratic Republic of the Congo", "Congo Kinshasa"],
  "Republic of the Congo": ["Congo Brazzaville"],
  Eswatini: ["Swaziland"],
  "Hong Kong": ["Hong Kong SAR China"],
  Macao: ["Macau"],
  Myanmar: ["Burma"],
  "North Macedonia": ["Macedonia"],
  "South Korea": ["Korea", "Republic of Korea"],
  "Palestinian Territories": ["Palestine"],
  "Timor-Leste": ["East Timor"],
  "United Arab Emirates": ["UAE"],
  "New Zealand": ["NZL", "Aotearoa"],
  Russia: ["Russian Federation"],
  China: ["People's Republic of China"],
  Vietnam: ["Viet Nam"],
};
