import { hashOf, SHAPES, type Token } from "../reading/tokens.ts";

/** What a text holds that some finder starts from; a finder whose start is missing need not read it. */
export const SEEN = {
  digit: 1,
  /** A month, a weekday or a day with a name. */
  calendar: 2,
  street: 4,
  at: 8,
  dot: 16,
  /** Several digits spelled out, or words for ages of ninety and more. */
  spelled: 32,
  handle: 64,
} as const;

const WORDS: Readonly<Record<keyof typeof SEEN, string>> = {
  digit: "",
  calendar:
    "jan january feb february mar march apr april may june july jun jul aug august sep sept september oct october nov november dec december enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun lunes martes miercoles jueves viernes sabado domingo boxing christmas xmas new valentines valentine patricks halloween thanksgiving independence bastille canada anzac good easter nochebuena nochevieja dia juneteenth labor memorial veterans mothers fathers columbus hanukkah diwali eid passover ramadan",
  street:
    "street str st avenue ave av road rd lane ln boulevard blvd crescent drive close court place way terrace parade square grove gardens highway hwy parkway pkwy broadway corner intersection junction esquina cruce box calle carrera rue",
  at: "at arroba",
  dot: "dot punto",
  spelled:
    "zero oh one two three four five six seven eight nine cero uno dos tres cuatro cinco seis siete ocho nueve ninety noventa hundred cien ciento nineties nonagenarian centenarian nonagenario nonagenaria centenario centenaria",
  handle:
    "discord insta instagram ig snap snapchat tiktok twitter telegram tg kik skype reddit steam username user usuario handle gamertag",
};

const MASKS = new Map<number, number>();
for (const [name, words] of Object.entries(WORDS) as [keyof typeof SEEN, string][])
  for (const word of words.split(" "))
    if (word !== "") MASKS.set(hashOf(word), (MASKS.get(hashOf(word)) ?? 0) | SEEN[name]);

const PERIOD = 46;
const COLON = 58;

/** Which of SEEN a text holds, as one number. */
export function glanceAt(text: string, tokens: readonly Token[]): number {
  let seen = 0;
  for (const token of tokens) {
    if (token.shape === SHAPES.digits || token.shape === SHAPES.alphanumeric) seen |= SEEN.digit;
    else if (token.shape !== SHAPES.sign) seen |= MASKS.get(token.hash) ?? 0;
    else {
      const code = text.charCodeAt(token.start);
      if (code === 64 || code === 40 || code === 91 || code === 123 || code === 60) seen |= SEEN.at;
      else if (code === 35 || code === 47) seen |= SEEN.handle;
      else if (code === COLON) seen |= SEEN.dot;
      else if (code === PERIOD && /\S/.test(text.charAt(token.end))) seen |= SEEN.dot;
    }
  }
  return seen;
}
