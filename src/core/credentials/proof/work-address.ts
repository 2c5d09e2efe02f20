import { refuse } from "#core/errors.ts";
import { cleanText } from "#core/screening/clean-text.ts";

/** Why an address proves nothing about somebody's work. */
export type WorkAddressTrouble = "form" | "letters" | "free" | "school" | "unlisted" | "shared";

const LONGEST = 254;
const LONGEST_LOCAL = 64;
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const DOMAIN = new RegExp(`^(?:${LABEL}\\.)+[a-z]{2,63}$`);
/** Fewer signs than the standard knows: what can route, pipe or quote is in no address of a person. */
const LOCAL = /^[a-z0-9_'&=~-]+(?:\.[a-z0-9_'&=~-]+)*$/;

/** Mail that anybody gets, by the name before the country's letters. */
const FREE_FAMILIES =
  /^(?:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|aol|gmx|yandex|zoho|zohomail|protonmail|tutanota|fastmail|icloud|yopmail|mailinator|guerrillamail|hushmail)\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/;
const FREE_DOMAINS: ReadonlySet<string> = new Set(
  (
    "me.com mac.com proton.me pm.me hey.com duck.com mail.com email.com inbox.com tuta.com tuta.io posteo.de web.de t-online.de freenet.de mailbox.org " +
    "laposte.net orange.fr wanadoo.fr free.fr libero.it terra.es terra.com.br uol.com.br seznam.cz wp.pl o2.pl mail.ru rambler.ru qq.com 163.com 126.com sina.com naver.com rediffmail.com " +
    "sharklasers.com 10minutemail.com temp-mail.org trashmail.com maildrop.cc getnada.com privaterelay.appleid.com " +
    "comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net earthlink.net optonline.net frontier.com btinternet.com virginmedia.com sky.com talktalk.net rogers.com shaw.ca sympatico.ca bigpond.com"
  ).split(" "),
);
const SCHOOL = /\.edu$|\.(?:edu|ac)\.[a-z]{2}$|(?:^|[.-])alum(?:ni|nus|na|s)?(?:[.-]|$)|alumni/;

const SHARED: ReadonlySet<string> = new Set(
  "abuse accounts accounting admin administration administrator admins all appointment appointments billing bookings careers clinic clinicians compliance contact contactus customercare customerservice desk doctor doctors education enquiries enquiry everyone feedback finance frontdesk general group hello help helpdesk hi hiring hostmaster hospital hr humanresources info information inquiries inquiry insurance intake it itsupport jobs legal mail mailbox mailerdaemon manager marketing media medicalrecords news newsletter nobody noreply donotreply notifications nurse nurses nursing office operations patient patients payroll pharmacy postmaster practice press privacy providers reception receptionist records recruiting recruitment referral referrals registrar reply root sales scheduling security service services staff support team triage volunteer volunteers webmaster welcome".split(
    " ",
  ),
);

/** Without the signs and the number that make another box of the same kind: "front.desk2" is "frontdesk". */
const plainLocal = (local: string): string => local.replace(/[._'&=~-]/g, "").replace(/\d+$/, "");

/** The domain itself, and what it is part of. */
function withParents(domain: string): string[] {
  const labels = domain.split(".");
  return labels.slice(0, -1).map((_, at) => labels.slice(at).join("."));
}

const isFree = (domain: string): boolean =>
  withParents(domain).some((part) => FREE_DOMAINS.has(part) || FREE_FAMILIES.test(part));

const isDomain = (domain: string): boolean =>
  domain.length < LONGEST && DOMAIN.test(domain) && !domain.split(".").some((label) => /^..--/.test(label));

/** What is wrong with an entry of the list of work domains; undefined for one that can be used. */
export function workDomainProblem(entry: string): string | undefined {
  const domain = entry.replace(/^\*\./, "");
  if (!isDomain(domain)) return "is no domain: write clinic.example, or *.clinic.example for all below it";
  if (entry !== domain && /^(?:[^.]+|(?:com?|org|net)\.[a-z]{2})$/.test(domain))
    return "lets too many in: name the clinic's own domain behind *.";
  if (isFree(domain)) return "gives addresses to anybody";
  if (SCHOOL.test(domain)) return "gives addresses to students";
  return undefined;
}

/** Whether a domain is in the list. "*.clinic.example" stands for all domains below it and not for clinic.example. */
function isListed(domain: string, allowed: readonly string[]): boolean {
  return allowed.some((entry) =>
    entry.startsWith("*.") ? domain.endsWith(entry.slice(1)) : domain === entry,
  );
}

const trouble = (why: WorkAddressTrouble) => refuse("work_address", { why });

/**
 * A work address as it is sent to and compared: small letters, without what follows a plus, which is the same mailbox.
 * It must be of a domain in the list, and of a person. Refuses `work_address`.
 */
export function checkWorkAddress(typed: string, allowed: readonly string[]): string {
  const address = cleanText(typed).trim().toLowerCase();
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  if (at < 1 || address.length > LONGEST || /\s/.test(address)) throw trouble("form");
  if (/[^\x20-\x7e]/.test(address) || /(?:^|\.)..--/.test(domain)) throw trouble("letters");
  const [local = ""] = address.slice(0, at).split("+", 1);
  if (at > LONGEST_LOCAL || !LOCAL.test(local) || !isDomain(domain)) throw trouble("form");
  if (isFree(domain)) throw trouble("free");
  if (SCHOOL.test(domain)) throw trouble("school");
  if (!isListed(domain, allowed)) throw trouble("unlisted");
  if (SHARED.has(plainLocal(local)) || /^no-?reply|^do-?not-?reply/.test(local)) throw trouble("shared");
  return `${local}@${domain}`;
}
