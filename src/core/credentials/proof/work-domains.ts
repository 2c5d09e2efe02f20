const LONGEST = 253;
const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const DOMAIN = new RegExp(`^(?:${LABEL}\\.)+[a-z]{2,63}$`);

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

/** The domain itself, and what it is part of. */
function withParents(domain: string): string[] {
  const labels = domain.split(".");
  return labels.slice(0, -1).map((_, at) => labels.slice(at).join("."));
}

export const isFree = (domain: string): boolean =>
  withParents(domain).some((part) => FREE_DOMAINS.has(part) || FREE_FAMILIES.test(part));

/** A school gives addresses to students and to those who were. */
export const isSchool = (domain: string): boolean => SCHOOL.test(domain);

export const isDomain = (domain: string): boolean =>
  domain.length <= LONGEST && DOMAIN.test(domain) && !domain.split(".").some((label) => /^..--/.test(label));

/** What is wrong with an entry of the list of work domains; undefined for one that can be used. */
export function workDomainProblem(entry: string): string | undefined {
  const domain = entry.replace(/^\*\./, "");
  if (!isDomain(domain)) return "is no domain: write clinic.example, or *.clinic.example for all below it";
  if (entry !== domain && /^(?:[^.]+|(?:com?|org|net)\.[a-z]{2})$/.test(domain))
    return "lets too many in: name the clinic's own domain behind *.";
  if (isFree(domain)) return "gives addresses to anybody";
  if (isSchool(domain)) return "gives addresses to students";
  return undefined;
}

/** Whether a domain is in the list. "*.clinic.example" stands for all domains below it and not for clinic.example. */
export function isListed(domain: string, allowed: readonly string[]): boolean {
  return allowed.some((entry) =>
    entry.startsWith("*.") ? domain.endsWith(entry.slice(1)) : domain === entry,
  );
}
