import { refuse } from "#core/errors.ts";
import { cleanText } from "#core/screening/clean-text.ts";
import { isDomain, isFree, isListed, isSchool } from "./work-domains.ts";

/** Why an address proves nothing about somebody's work. */
export type WorkAddressTrouble = "form" | "letters" | "free" | "school" | "unlisted" | "shared";

const LONGEST = 254;
const LONGEST_LOCAL = 64;
/** Fewer signs than the standard knows: what can route, pipe or quote is in no address of a person. */
const LOCAL = /^[a-z0-9_'&=~-]+(?:\.[a-z0-9_'&=~-]+)*$/;

const SHARED: ReadonlySet<string> = new Set(
  "abuse accounts accounting admin administration administrator admins all appointment appointments billing bookings careers clinic clinicians compliance contact contactus customercare customerservice desk doctor doctors education enquiries enquiry everyone feedback finance frontdesk general group hello help helpdesk hi hiring hostmaster hospital hr humanresources info information inquiries inquiry insurance intake it itsupport jobs legal mail mailbox mailerdaemon manager marketing media medicalrecords news newsletter nobody noreply donotreply notifications nurse nurses nursing office operations patient patients payroll pharmacy postmaster practice press privacy providers reception receptionist records recruiting recruitment referral referrals registrar reply root sales scheduling security service services staff support team triage volunteer volunteers webmaster welcome".split(
    " ",
  ),
);

/** Without the signs and the number that make another box of the same kind: "front.desk2" is "frontdesk". */
const plainLocal = (local: string): string => local.replace(/[._'&=~-]/g, "").replace(/\d+$/, "");

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
  if (isSchool(domain)) throw trouble("school");
  if (!isListed(domain, allowed)) throw trouble("unlisted");
  if (SHARED.has(plainLocal(local)) || /^no-?reply|^do-?not-?reply/.test(local)) throw trouble("shared");
  return `${local}@${domain}`;
}
