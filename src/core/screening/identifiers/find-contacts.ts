import type { Candidate } from "./candidate.ts";
import { SEEN } from "./glance.ts";

const LOCAL_END = /[\p{L}\p{N}._%+'-]{1,64}$/u;
const LOCAL_SPACED_END = /[\p{L}\p{N}._%+'-]{1,64} $/u;
const HOST = /[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/uy;
const MAILBOX_HOST = /(?:gmail|googlemail|hotmail|yahoo|outlook|icloud|protonmail|proton|aol|live|gmx)\b/iuy;
const AT = /@|[([{<] ?(?:at|arroba|a) ?[)\]}>]| (?:at|arroba) |(?<=\w)-at-(?=\w)/giu;
/** "larkmail (dot) ie", "larkmail.ie", "larkmail dot co dot uk" */
const SPELLED_HOST =
  / ?[\p{L}\p{N}-]{1,63} ?(?:\.|[([{<] ?(?:dot|d0t|punto) ?[)\]}>]|(?<=[ -])(?:dot|d0t|punto)[ -])[ ]?[\p{L}0]{2,24}(?: ?(?:[([{<] ?(?:dot|punto) ?[)\]}>]|(?<= )(?:dot|punto) ) ?[\p{L}]{2,24}|\.[\p{L}]{2,24}){0,3}/iuy;

function stickyAt(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match === null ? undefined : at + match[0].length;
}

function hostEnd(text: string, at: number, spelled: boolean): number | undefined {
  const plain = stickyAt(HOST, text, text.charAt(at) === " " ? at + 1 : at);
  if (!spelled) return plain ?? stickyAt(MAILBOX_HOST, text, at);
  const end = stickyAt(SPELLED_HOST, text, at);
  return end === undefined || (plain ?? 0) > end ? plain : end;
}

/** "(at)" may stand for @ anywhere, the bare word " at " only before a spelled-out "dot" or a mailbox name. */
function readsAsAt(sign: string, rest: string): boolean {
  if (/[@([{<]/.test(sign) && !/^[([{<] ?a ?[)\]}>]$/i.test(sign)) return true;
  return /^ ?[\p{L}\p{N}-]{1,63} ?[([{]? ?(?:dot|d0t|punto)\b|^ ?[\p{L}\p{N}-]{1,63}-dot-|^(?:gmail|hotmail|yahoo|outlook|icloud)\b/iu.test(
    rest,
  );
}

const SPELLED_BEFORE =
  /[\p{L}\p{N}]{1,30} ?(?:(?<= )(?:dot|d0t|punto|underscore|dash|hyphen|guion(?: bajo)?|period) |[([{<] ?(?:dot|d0t|punto) ?[)\]}>] ?)$/iu;

/** Where a local part begins that is spelled out too: "jaz dot carter at ...". */
function spelledStart(text: string, start: number): number {
  let at = start;
  for (let parts = 0; parts < 4; parts++) {
    const part = SPELLED_BEFORE.exec(text.slice(Math.max(0, at - 48), at));
    if (part === null) break;
    at -= part[0].length;
  }
  return at;
}

/** E-mail addresses, plain or spelled out: "jo (at) example (dot) org", "jo at gmail dot com". */
export function findEmails(text: string): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(AT)) {
    const sign = match[0];
    const afterSign = match.index + sign.length;
    if (!readsAsAt(sign, text.slice(afterSign, afterSign + 96))) continue;
    const left = text.slice(Math.max(0, match.index - 66), match.index);
    const spaced = sign !== "@" || text.charAt(afterSign) === " ";
    const local = LOCAL_END.exec(left) ?? (spaced ? LOCAL_SPACED_END.exec(left) : null);
    if (local === null) continue;
    const end = hostEnd(text, afterSign, spaced || text.slice(afterSign, afterSign + 80).includes("ot"));
    if (end === undefined) continue;
    const skip = /^[.'-]{0,64}/.exec(local[0])?.[0].length ?? 0;
    const start = match.index - local[0].length + skip;
    found.push({ start: spaced ? spelledStart(text, start) : start, end, type: "EMAIL" });
  }
  return found;
}

const MENTION = /<[@#][!&]?\d{15,22}>/g;
const AT_NAME = /(?<![\p{L}\p{N}@.])@(?!everyone\b|here\b|channel\b)[\p{L}_][\p{L}\p{N}_.-]{1,37}/gu;
const REDDIT = /(?<![\p{L}\p{N}/])\/?u\/[\w-]{3,20}/giu;
const TAG = /(?<![\p{L}\p{N}_.#])[\p{L}][\p{L}\p{N}_.]{1,31}#\d{4}(?!\d)/gu;
const NAMED =
  /\b(?:discord|insta|instagram|ig|snap|snapchat|tiktok|twitter|telegram|tg|kik|skype|reddit|steam|username|user ?name|usuario|handle|gamertag)(?: (?:id|name|is|handle|user|es|account))?(?: ?[:=-] ?| )@?([\p{L}\p{N}_.-]{3,38})/giu;
/** Names that no word looks like: parts joined by underscores, or large letters inside with figures at the end. */
const UNDERSCORED =
  /(?<![\p{L}\p{N}_.@/-])[\p{L}\p{N}]{1,20}(?:_[\p{L}\p{N}]{1,20}){1,4}(?![\p{L}\p{N}_]|[/(.]\w)/gu;
const CAMEL =
  /(?<![\p{L}\p{N}_.@/-])\p{Lu}?\p{Ll}{2,14}\p{Lu}\p{Ll}{1,14}(?:\p{Lu}\p{Ll}{1,14})?_?\d{2,4}(?![\p{L}\p{N}])/gu;
const THREE_HUMPS = /(?<![\p{L}\p{N}_.@/-])(?:\p{Lu}\p{Ll}{2,14}){3,4}\d{0,4}(?![\p{L}\p{N}])/gu;
/** "pearl.of.tallulah", where a place for handles is spoken of: words with dots between that end in no domain. */
const DOTTED =
  /(?<![\p{L}\p{N}_.@/-])[\p{Ll}\p{N}]{2,20}(?:\.[\p{Ll}\p{N}_]{1,20}){1,4}(?![\p{L}\p{N}_@/(.]\w|\w)/gu;
const PLACE_OF_HANDLES =
  /\b(?:discord|insta|instagram|ig|snap|snapchat|tiktok|twitter|telegram|tg|kik|threads|twitch|tumblr|psn|bluesky|mastodon|reddit|handle|username|add me|follow me|find me|look me up|goes by|reach me|cashapp|venmo|paypal)\b/i;
const DOMAIN_ENDING =
  /\.(?:com|org|net|edu|gov|co|io|gg|me|uk|ca|au|app|info|ie|nz|us|eu|de|es|mx|example|test|js|ts|md|pdf|jpg|png|docx?|txt)$/i;
/** "$WheelsForRemy": a name to send money to. */
const CASH_TAG = /(?<![\p{L}\p{N}$])\$\p{L}[\p{L}\p{N}_-]{3,25}(?![\p{L}\p{N}])/gu;
/** Patterns with the sign that each of them needs. */
const SIGNED: readonly (readonly [string, RegExp])[] = [
  ["<", MENTION],
  ["@", AT_NAME],
  ["/", REDDIT],
  ["$", CASH_TAG],
];
const WORD_IN_TAG =
  /^(?:type|step|stage|level|grade|dose|day|week|room|bed|page|item|question|number|ticket|order|ref)$/i;

function trimmed(text: string): string {
  return text.replace(/[.-]{1,38}$/, "");
}

/** Handles: mentions, @name, u/name, name#1234, and a name with a digit, dot or underscore after "insta:". */
export function findHandles(text: string, seen: number): readonly Candidate[] {
  const found: Candidate[] = [];
  const add = (start: number, value: string) =>
    found.push({ start, end: start + trimmed(value).length, type: "HANDLE" });
  for (const [sign, pattern] of SIGNED)
    if (text.includes(sign)) for (const match of text.matchAll(pattern)) add(match.index, match[0]);
  if (text.includes("#"))
    for (const match of text.matchAll(TAG))
      if (!WORD_IN_TAG.test(match[0].split("#")[0] ?? "")) add(match.index, match[0]);
  if (text.includes("_"))
    for (const match of text.matchAll(UNDERSCORED))
      if (/\p{Ll}{3}/u.test(match[0])) add(match.index, match[0]);
  if ((seen & (SEEN.humps | SEEN.mixed)) !== 0)
    for (const pattern of [CAMEL, THREE_HUMPS])
      for (const match of text.matchAll(pattern)) add(match.index, match[0]);
  if ((seen & SEEN.handle) === 0) return found;
  if (PLACE_OF_HANDLES.test(text))
    for (const match of text.matchAll(DOTTED))
      if (/\p{L}{3}/u.test(match[0]) && !DOMAIN_ENDING.test(match[0])) add(match.index, match[0]);
  for (const match of text.matchAll(NAMED)) {
    const value = trimmed(match[1] ?? "");
    const marked = /[:=]/.test(match[0].slice(0, -value.length)) || /[\d_]|\w\.\w/.test(value);
    if (marked && value.length > 2) add(match.index + match[0].lastIndexOf(value), value);
  }
  return found;
}
