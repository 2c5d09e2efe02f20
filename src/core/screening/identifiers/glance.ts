import { hashOf, SHAPES, type Token } from "../reading/tokens.ts";

/** What a text holds that some finder starts from; a finder whose start is missing need not read it. */
export const SEEN = {
  digit: 1,
  /** The name of a month. */
  month: 2,
  at: 4,
  dot: 8,
  /** Several digits spelled out, or words for ages of ninety and more. */
  spelled: 16,
  handle: 32,
  /** A word that a street, in any of the languages, has in its name, or an everyday word that it may have. */
  streetOrWay: 64,
  box: 128,
  corner: 256,
  /** A number with a slash, a hyphen or a full stop and another number, or of eight digits, or a word of birth. */
  dateShape: 512,
  /** A word that announces a number: "account", "MRN", "serial". */
  label: 1024,
  /** Letters and digits in one word. */
  mixed: 2048,
  /** A number of four digits or more. */
  long: 4096,
  /** A word that announces a number plate, or a vehicle. */
  vehicle: 8192,
  /** A word that a care facility has in its name. */
  care: 16384,
  /** A letter that stands alone. */
  letter: 32768,
  weekday: 1 << 16,
  /** A word of a day with a name of its own: "christmas", "boxing". */
  feast: 1 << 17,
  /** Four digits or more in all; fewer are no number that points at a person. */
  fourDigits: 1 << 18,
  /** A word of birth, from which an age can be told. */
  birth: 1 << 19,
  /** A word with large letters inside. */
  humps: 1 << 20,
} as const;

const WORDS: Readonly<Record<keyof typeof SEEN, string>> = {
  digit: "",
  month:
    "jan january feb february mar march apr april may june july jun jul aug august sep sept september oct october nov november dec december enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre",
  weekday:
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds wednes thu thur thurs fri sat satur sun lunes martes miercoles jueves viernes sabado domingo",
  feast:
    "groundhog super superbowl kwanzaa cyber leap flag earth fools hogmanay chuseok seollal obon boxing christmas xmas new valentines valentine patricks halloween thanksgiving independence bastille canada anzac good easter nochebuena nochevieja dia juneteenth labor labour memorial veterans veteran mothers mother mothering fathers father columbus presidents president hanukkah chanukah diwali deepavali holi eid passover pesach purim ramadan ashura muharram shawwal ash spy maundy palm pancake shrove mardi bonfire guy burns yom rosh st saint san chinese lunar vietnamese cinco fourth black viernes jueves sabado domingo miercoles navidad australia waitangi republic remembrance armistice mlk orthodox family vishu onam pongal lohri baisakhi vaisakhi nowruz tet songkran epiphany pentecost corpus heritage freedom victoria civic indigenous mid",
  streetOrWay:
    "brae wynd track cottages estate jr jiron psje block crescent cres turnpike terrace tce mews expressway freeway cul st rd av ln dr drive close court ct way place pl parade pde circle cir square sq trail trl walk grove gardens garden row hill rise view green quay loop pike alley path crossing ridge run point pt cove esplanade heights hts wharf bend glen park plaza route rte meadows meadow fields field mount vale chase drove gate end c avenida avda carrera cra kra calzada calz paseo camino carretera ronda travesia pasaje diagonal transversal callejon privada cerrada andador glorieta urbanizacion barrio rua via chemin allee impasse boul piazza viale corso ulica ul " +
    "street str avenue ave road lane boulevard blvd highway hwy parkway pkwy broadway calle rue",
  box: "drawer box apartado apdo psc bag",
  corner: "corner intersection junction esquina cruce",
  dateShape:
    "fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty thirtieth thirty birth born nacimiento nacido nacida dob d hasta desde",
  label:
    "mrn medical patient hospital nhs chi accession unit case expediente historia chart visit episode encounter record reference ref specimen curp rfc npi dea gmc nmc ahpra driving driver drivers passport pasaporte license licence state cedula dni nie pin registration permit serial s imei udi numero pump sensor pacemaker implant device transmitter vin reg number matricula scrip account acct a iban sort routing member membership subscriber medicare medicaid health claim invoice pre preauth prior rx bsb cuenta poliza tarjeta policy plan group insurance employee card order confirmation tracking prescription customer",
  mixed: "",
  long: "",
  fourDigits: "",
  humps: "",
  birth:
    "born naci b dob birth birthday bday birthdate yob nacido nacida nacio nacimiento ninetieth ninety hundredth hundred",
  vehicle:
    "plate plates reg registration tag tags license licence matricula placa placas patente rego vin chassis car truck van suv jeep scooter bike motorbike taxi rv uhaul buick moto corsa astra fiesta focus golf polo dodge civic corolla camry prius tesla toyota honda ford nissan kia bmw audi chevy subaru mazda hyundai vehicle vehiculo cab wheelchair carro coche camioneta moto",
  letter: "b c d e f g h j k l m n o p q r s t u v w x z",
  care: "mayo cleveland johns cedars md mount mt nyu mass massachusetts memorial sloan dana kaiser great gosh st jude judes addenbrookes papworth moorfields royal christie ucsf ucla upmc montefiore geisinger scripps ochsner bellevue barnes vanderbilt duke emory stanford intermountain planned saint santa san our sacred holy good baptist methodist presbyterian mercy providence lutheran general regional infirmary county children childrens",
  at: "at arroba",
  dot: "dot punto",
  spelled:
    "double triple zero oh one two three four five six seven eight nine cero uno dos tres cuatro cinco seis siete ocho nueve ninety ninetieth hundredth nineteen noventa hundred cien ciento nineties nonagenarian centenarian nonagenario nonagenaria centenario centenaria",
  handle:
    "dm dms pm ping profile account channel youtube yt bsky strava goodreads pinterest spotify letterboxd patreon substack wattpad roblox minecraft fortnite zelle nick nickname agregame sigueme goes cuenta perfil canal " +
    "find reach cashapp venmo paypal twitch psn xbox mumsnet tumblr bluesky mastodon threads facebook fb discord insta instagram ig snap snapchat tiktok twitter telegram tg kik skype reddit steam username user usuario handle gamertag",
};

const MASKS = new Map<number, number>();
for (const [name, words] of Object.entries(WORDS) as [keyof typeof SEEN, string][])
  for (const word of words.split(" "))
    if (word !== "") MASKS.set(hashOf(word), (MASKS.get(hashOf(word)) ?? 0) | SEEN[name]);

/** A number of fewer digits points at nobody by itself. */
const FEWEST_DIGITS = 4;
const PERIOD = 46;
const COLON = 58;
const AMPERSAND = 38;

const isDigit = (code: number) => code >= 48 && code <= 57;

/** A sign that stands between the numbers of a date. */
const joins = (code: number) => code === 45 || code === PERIOD || code === 47;

function numberSeen(text: string, { start, end }: Token): number {
  let seen: number = SEEN.digit;
  if (end - start >= 4) seen |= SEEN.long;
  if (end - start === 8 || (joins(text.charCodeAt(end)) && isDigit(text.charCodeAt(end + 1))))
    seen |= SEEN.dateShape;
  else if (end - start < 3 && /[sSnNrRtT]/.test(text.charAt(end))) seen |= SEEN.dateShape;
  else if (end - start > 3 && text.slice(start, end).includes(".")) seen |= SEEN.dateShape;
  return seen;
}

/** How many digits a token of letters and digits holds. */
function digitsIn(text: string, { start, end }: Token): number {
  let count = 0;
  for (let at = start; at < end; at++) if (isDigit(text.charCodeAt(at))) count++;
  return count;
}

/** Which of SEEN a text holds, as one number. */
export function glanceAt(text: string, tokens: readonly Token[]): number {
  let seen = 0;
  let digits = 0;
  for (const token of tokens) {
    if (token.shape === SHAPES.digits) {
      seen |= numberSeen(text, token);
      digits += token.end - token.start;
    } else if (token.shape === SHAPES.alphanumeric) {
      seen |= SEEN.digit | SEEN.mixed | (MASKS.get(token.hash) ?? 0);
      digits += digitsIn(text, token);
    } else if (token.shape !== SHAPES.sign)
      seen |=
        (MASKS.get(token.hash) ?? MASKS.get(token.stem) ?? 0) |
        (token.shape === SHAPES.mixed ? SEEN.humps : 0);
    else {
      const code = text.charCodeAt(token.start);
      if (code === 64 || code === 40 || code === 91 || code === 123 || code === 60) seen |= SEEN.at;
      else if (code === 35 || code === 36 || code === 47 || code === 95) seen |= SEEN.handle;
      else if (code === AMPERSAND) seen |= SEEN.corner;
      else if (code === COLON) seen |= SEEN.dot;
      else if (code === PERIOD && /\S/.test(text.charAt(token.end))) seen |= SEEN.dot;
    }
  }
  return digits < FEWEST_DIGITS ? seen : seen | SEEN.fourDigits;
}
