/** Regions of a country: larger than what points at a person (45 CFR 164.514(b)(2)(i)(B) keeps the state). */
export const REGIONS: readonly string[] = [
  ..."Alabama,Alaska,Arizona,Arkansas,California,Colorado,Connecticut,Delaware,Florida,Georgia,Hawaii,Idaho,Illinois,Indiana,Iowa,Kansas,Kentucky,Louisiana,Maine,Maryland,Massachusetts,Michigan,Minnesota,Mississippi,Missouri,Montana,Nebraska,Nevada,New Hampshire,New Jersey,New Mexico,North Carolina,North Dakota,Ohio,Oklahoma,Oregon,Pennsylvania,Rhode Island,South Carolina,South Dakota,Tennessee,Texas,Utah,Vermont,Virginia,West Virginia,Wisconsin,Wyoming,Puerto Rico".split(
    ",",
  ),
  ..."Ontario,Quebec,British Columbia,Alberta,Manitoba,Saskatchewan,Nova Scotia,New Brunswick,Newfoundland,Labrador,Prince Edward Island,Yukon,Nunavut".split(
    ",",
  ),
  ..."England,Scotland,Wales,Northern Ireland,Britain,Great Britain,UK,Ireland,Queensland,New South Wales,Tasmania,South Australia,Western Australia,Northern Territory,NSW,USA,US,America,Europe,Asia,Africa,Latin America,South America,North America,Central America,Middle East,Scandinavia".split(
    ",",
  ),
  ..."Cataluna,Catalunya,Andalucia,Galicia,Asturias,Cantabria,Navarra,Aragon,Extremadura,Jalisco,Chiapas,Sinaloa,Michoacan,Tabasco,Yucatan,Quintana Roo,Nuevo Leon,Estado de Mexico,Antioquia,Kerala,Punjab,Gujarat,Maharashtra,Karnataka,Tamil Nadu,Bavaria,Tuscany,Normandy,Brittany".split(
    ",",
  ),
];
