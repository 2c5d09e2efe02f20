import { isIPv6 } from "node:net";
import type { Span } from "../reading/fold.ts";
import { factsOfWord } from "../reading/words.ts";
import type { Candidate } from "./candidate.ts";
import { before, versionPrecedes } from "./look-around.ts";

/** Endings that are hardly ever anything but a domain. */
const SURE_ENDINGS = new Set(
  (
    "com org net edu gov mil int info biz name pro app dev page site online website web tech store shop blog cloud " +
    "health clinic care doctor dental hospital pharmacy example test invalid live link click xyz top club space fun " +
    "chat social email gg ly io ai tv cc uk ca au nz ie de fr nl ch eu pl se dk fi jp br mx ar za cn ru kr sg hk tw " +
    "kitchen local lan internal wiki games studio design academy solutions systems events zone land farm garden fit yoga beer coffee pizza cafe recipes tips rocks ninja fyi plus vip town help world today life news media digital agency center network team guru support social care global community group education ngo foundation house family love doctor charity " +
    "cz gr hu ro bg hr sk lt lv ee lu ua tr il ae sa eg ng ke gh ph th vn cl pe uy ec cr pa gt cat scot wales london"
  ).split(" "),
);
/** Endings that are also words: a domain only with a path, a second dot or a well-known host. */
const WORD_ENDINGS = new Set(
  "co me us it is in at be to am my no so do es pt fm la id pk in as ms st".split(" "),
);
const KNOWN_HOSTS =
  /^(?:youtu\.be|t\.me|wa\.me|m\.me|discord\.me|linktr\.ee|bit\.ly|about\.me|paypal\.me|fb\.me|goo\.gl|zoom\.us|g\.co|instagr\.am|t\.co)$/;
/** Endings of the above that people type by leaving out the space after a full stop. */
const COMMON_WORDS = new Set("to do so is am my no as at in id it be me us".split(" "));
const SECOND_LEVEL = /^(?:com?|org|net|gov|edu|ac|nic|gob)$/;
/** Public reference sites name nobody and stay, with all their pages. */
const PUBLIC_SITE =
  /^(?:(?:https?|hxxps?):\/{2})?(?:[\w-]{1,63}\.){0,5}(?:nih\.gov|cdc\.gov|fda\.gov|clinicaltrials\.gov|medlineplus\.gov|who\.int|nhs\.uk|nice\.org\.uk|mayoclinic\.org|cancer\.org|cochrane\.org|wikipedia\.org|findahelpline\.com|988lifeline\.org|samaritans\.org)(?:[/?#:]|$)/i;
const SCHEME = /\b(?:https?|ftps?|hxxps?|wss?|tel|mailto|file):\/{0,2}[^\s<>"'`]{2,}/giu;
const WWW = /\bwww\d?\.[^\s<>"'`]{3,}/giu;
const HOST_RUN = /[\p{L}\p{N}.-]+/gu;
const PATH = /(?::\d{2,5})?(?:[/?#][^\s<>"'`]*)?/uy;
const SPELLED_DOT =
  /(?<![\p{L}\p{N}-])[\p{L}\p{N}-]{1,63} ?(?:(?:\(dot\)|\[dot\]|\{dot\}| dot |\(punto\)| punto ) ?[\p{L}\p{N}-]{2,63} ?){0,3}(?:\(dot\)|\[dot\]|\{dot\}| dot |(?<= )dot |\(punto\)| punto |(?<= )punto ) ?(?:com|org|net|info|io|gg|co|app|edu|me|site|example|health|online|uk|ca|au|mx|es|gov|tv|blog)\b(?: (?:slash|barra) [\p{L}\p{N}-]{1,40}){0,3}/giu;

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /[.,;:!?)\]}*_~|»]/.test(text.charAt(at - 1))) at--;
  return at;
}

function endsLikeDomain(run: string, pathFollows: boolean): boolean {
  const labels = run.split(".");
  if (labels.length < 2 || labels.some((label) => label === "" || label.length > 63)) return false;
  const ending = labels.at(-1) ?? "";
  const host = labels.at(-2) ?? "";
  const small = ending.toLowerCase();
  if (/^[A-Z][a-z]/.test(ending) && /^[a-z]/.test(run)) return false;
  if (!/\p{L}/u.test(host) && labels.length === 2 && !pathFollows) return false;
  if (small.startsWith("xn--")) return true;
  if (SURE_ENDINGS.has(small)) return host.length > 1 || labels.length > 2;
  if (!WORD_ENDINGS.has(small)) return pathFollows && /^[a-z]{2,12}$/.test(ending) && host.length > 3;
  if (pathFollows || KNOWN_HOSTS.test(run.toLowerCase())) return true;
  if (host.length > 4 && factsOfWord(host.toLowerCase()) === 0) return true;
  return labels.length > 2 && (SECOND_LEVEL.test(host) || !COMMON_WORDS.has(small));
}

function findBareDomains(text: string): Candidate[] {
  const found: Candidate[] = [];
  let read = 0;
  for (const match of text.matchAll(HOST_RUN)) {
    if (match.index < read) continue;
    const lead = /^[.-]{0,64}/.exec(match[0])?.[0].length ?? 0;
    const start = match.index + lead;
    const end = trimmedEnd(text, start, match.index + match[0].length);
    if (!text.slice(start, end).includes(".")) continue;
    PATH.lastIndex = end;
    const pathFollows = /[/?#:]/.test(text.charAt(end)) && /\S/.test(text.charAt(end + 1));
    if (!endsLikeDomain(text.slice(start, end), pathFollows && text.charAt(end) !== ":")) continue;
    const path = PATH.exec(text)?.[0] ?? "";
    read = end + path.length;
    found.push({ start, end: trimmedEnd(text, start, read), type: "URL" });
  }
  return found;
}

/** Links: with a scheme, starting with www, bare domains with a known ending, and "mysite dot com". */
export function findLinks(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const pattern of [SCHEME, WWW]) {
    for (const match of text.matchAll(pattern)) {
      const end = trimmedEnd(text, match.index, match.index + match[0].length);
      found.push({ start: match.index, end, type: "URL" });
    }
  }
  for (const match of text.matchAll(SPELLED_DOT)) {
    found.push({ start: match.index, end: match.index + match[0].length, type: "URL" });
  }
  return found.concat(text.includes(".") ? findBareDomains(text) : []);
}

/** Whether a link goes to a public reference site, which names nobody and stays. */
export function isPublicSite(text: string, { start, end }: Span): boolean {
  return PUBLIC_SITE.test(text.slice(start, Math.min(end, start + 400)));
}

const IPV4 = /(?<![\d.])\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}(?![\d]|\.\d)(?::\d{2,5}|\/\d{1,2})?/g;
/** "198 . 51 . 100 . 5", "192 dot 0 dot 2 dot 33", "198[.]51[.]100[.]88". */
const SPELLED_IPV4 =
  /(?<![\d.])\d{1,3}(?: ?[[(](?:\.|dot)[\])] ?\d{1,3}){3}(?!\d)|(?<![\d.])\d{1,3}(?: dot \d{1,3}){3}(?!\d)|(?<![\d.])\d{1,3}(?: \. \d{1,3}){3}(?!\d)/giu;
const IPV6 = /(?<![\p{L}\p{N}:])[0-9a-fA-F:]{2,39}(?![\p{L}\p{N}])/gu;
const ADDRESS_WORD = /\b(?:ip|ipv4|address|direccion|server|servidor|router|host)\b/;

function isIPv4(value: string): boolean {
  return value.split(".").every((part) => Number(part) <= 255);
}

/** Versions hardly have a part of three figures: "app: 172.16.254.9" is an address, "v10.120.3.1" is none. */
const isSurelyAddress = (text: string, at: number, value: string): boolean =>
  value.split(".").some((part) => part.length === 3) &&
  !/\b(?:v|ver\.?|version|firmware)\s?$/.test(before(text, at));

/** IP addresses of both kinds. Four numbers with dots after "version" or "v" are a version and stay. */
export function findIps(text: string): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(IPV4)) {
    const [value = ""] = match[0].split(/[:/]/);
    if (!isIPv4(value) || (versionPrecedes(text, match.index) && !isSurelyAddress(text, match.index, value)))
      continue;
    const tiny = /^\d(?:\.\d){3}$/.test(value);
    if (tiny && !ADDRESS_WORD.test(before(text, match.index, 40))) continue;
    found.push({ start: match.index, end: match.index + match[0].length, type: "IP" });
  }
  for (const match of text.matchAll(SPELLED_IPV4)) {
    if (!isIPv4(match[0].replace(/\D+/g, "."))) continue;
    found.push({ start: match.index, end: match.index + match[0].length, type: "IP" });
  }
  for (const match of text.matchAll(IPV6)) {
    const value = match[0].replace(/(?<!:):$/, "");
    const digits = value.replaceAll(":", "").length;
    if (digits < 3 || !isIPv6(value)) continue;
    found.push({ start: match.index, end: match.index + value.length, type: "IP" });
  }
  return found;
}
