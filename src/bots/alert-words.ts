import type { CrisisCard } from "#core/moderation/crisis-card.ts";

/** What the team reads of an alert, the same on every platform and without markup: whoever shows it escapes what people wrote. */

export function crisisTitle({ level, again, takenBy }: CrisisCard): string {
  const what = level === "company" ? "A member would like company" : "A member may be in danger";
  return again && takenBy === undefined ? `Still nobody: ${what}` : what;
}

/** Why the card stands there. `name` is the member's, `stranger` what can be said of somebody who is none. */
export function crisisReason(
  { pseudonym, level }: CrisisCard,
  { name, stranger, at }: { name: string; stranger: string; at: string },
): string {
  if (pseudonym === undefined && level !== "worry")
    return `Somebody who has not joined here wrote something at ${at} that may mean ${level === "emergency" ? "an emergency" : "danger"}: ${stranger}. We can't write to them.`;
  if (pseudonym === undefined)
    return `A member is worried about ${stranger} (${at}). They have not joined here, so we can't write to them, and they are not told who was worried.`;
  if (level === "worry")
    return `A member is worried about ${name} (${at}). ${name} has the help lines for their country, and is not told who was worried.`;
  if (level === "company") return `${name} asked for company at ${at}.`;
  return `${name} wrote something at ${at} that may mean ${level === "emergency" ? "an emergency" : "danger"}. The right help lines were shown to them at once.`;
}

/** What came to it since: company that they asked for, and others who are worried. */
export function crisisSince(
  { level, wantsCompanyAt, worried }: CrisisCard,
  moment: (at: Date) => string,
): string[] {
  const others = level === "worry" ? worried - 1 : worried;
  return [
    ...(wantsCompanyAt === undefined || level === "company"
      ? []
      : [`They would like company (asked at ${moment(wantsCompanyAt)}).`]),
    ...(others === 1 ? ["Another member is worried about them."] : []),
    ...(others > 1 ? [`${others} other members are worried about them.`] : []),
  ];
}

/** Who is there for it, as long as nobody has taken it; names escaped for the platform. */
export function onCallWords(
  { takenBy, onCall, contacts, leads, isDirect }: CrisisCard,
  escaped: (name: string) => string,
): string[] {
  const names = (people: readonly string[]) => people.map(escaped).join(", ");
  const waits = takenBy === undefined;
  return [
    ...(waits && onCall !== undefined && onCall.length > 0 ? [`On call now: ${names(onCall)}`] : []),
    ...(waits && onCall?.length === 0 ? ["Nobody is on shift now: whoever reads this, please look."] : []),
    ...(contacts.length > 0 ? [`Named contacts: ${names(contacts)}`] : []),
    ...(waits && leads.length > 0 ? [`Leads: ${names(leads)}`] : []),
    ...(isDirect && waits
      ? ["You get this directly because you are on shift, a named contact or a lead."]
      : []),
  ];
}

/** To whoever took the alert, and to nobody else. */
export function takenWords({
  memberIsTold,
  whys,
}: {
  memberIsTold: boolean;
  whys: readonly string[];
}): string {
  const told = memberIsTold
    ? "Thank you. The member is being told that a person from the team is here."
    : "Thank you. The person is not told: they may not know that anybody was worried.";
  if (whys.length === 0) return told;
  return [
    `${told} Whoever is worried wrote this; it is shown to you alone, once, and kept nowhere:`,
    ...whys,
  ].join("\n\n");
}
