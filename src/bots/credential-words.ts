import type { CredentialAlertCard, CredentialNoticeCard } from "#core/credentials/cards.ts";
import type { OwnCredential } from "#core/credentials/claim/my-credentials.ts";
import type { CredentialCard } from "#core/credentials/credential-card.ts";
import type { GeneralOnly } from "#core/credentials/scope.ts";
import type { CredentialLine } from "#core/questions/cards.ts";

/** Words that are the same on every platform, without markup: whoever shows them escapes what people wrote. */

const DAY: Intl.DateTimeFormatOptions = { day: "numeric", month: "short", timeZone: "UTC" };

/** "12 Aug", and with its year when that is not the reader's, or nobody knows when they read it. */
export function shortDay(at: Date, now?: Date): string {
  const sameYear = at.getUTCFullYear() === now?.getUTCFullYear();
  return at.toLocaleDateString("en-GB", sameYear ? DAY : { ...DAY, year: "numeric" });
}

const STATUS_WORDS = {
  claimed: "Nobody has checked this yet.",
  attested: "Looked at by one person; a second has not confirmed it yet.",
  verified: "Confirmed.",
  expired: "It has run out, and was not confirmed again.",
  revoked: "It was withdrawn.",
  failed: "It was not confirmed.",
  suspended: "Suspended while it is looked at again.",
} as const satisfies Record<CredentialCard["status"], string>;

/** The same, to whose it is, with what they can do about it. */
export const OWN_STATUS_WORDS = {
  claimed: "You said who you are; nobody has decided yet.",
  attested: "One person agreed; a second one has to.",
  verified: "Confirmed.",
  suspended: "It is suspended. A new check can put it right: tell an admin.",
  expired: "It has run out. Tell an admin once it is renewed.",
  failed: "It was not confirmed. You can claim again.",
  revoked: "It was withdrawn.",
} as const satisfies Record<OwnCredential["status"], string>;

/** The ways to show that an account is theirs, for whoever has to. */
export const proofNext = (mail: boolean): string =>
  `Next it must be shown that it is you: by a code that is read to you when an admin calls your practice or meets you live${mail ? ", by a code to your work e-mail," : ""} or by two colleagues here who vouch for you.`;

/** Why an answer is general, for the patient. */
export const GENERAL_WORDS = {
  elsewhere: (jurisdiction: string) =>
    `Licensed in ${jurisdiction}, which is not where you are: take it as general information only.`,
  "country-not-said": (jurisdiction: string) =>
    `Licensed in ${jurisdiction}. You have not said where you live, so take it as general information.`,
  "other-field": () => "This is outside of their own field: take it as general information only.",
} as const satisfies Record<GeneralOnly, (jurisdiction: string) => string>;

/** "Pharmacist (verified), Ontario, checked 12 Aug", with the name where the provider shows it. */
export function credentialLine(
  { profession, jurisdiction, checkedAt, name }: CredentialLine,
  now?: Date,
): string {
  const line = `${profession} (verified), ${jurisdiction}, checked ${shortDay(checkedAt, now)}`;
  return name === undefined ? line : `${name}, ${line}`;
}

interface Words {
  readonly title: string;
  readonly body: string;
  readonly next: "enter-code" | "reply-to-case" | "none";
}

const until = (at: Date | null) =>
  at === null ? "" : ` It is valid until ${at.toISOString().slice(0, 10)}.`;

const NOTICES: { [A in CredentialNoticeCard["about"]]: (card: CredentialNoticeCard) => Words } = {
  claimed: ({ mail }) => ({
    title: "We have your claim",
    body: `Somebody looks it up in the public registers. ${proofNext(mail)} Then two people decide. You are told here.`,
    next: "none",
  }),
  proved: () => ({
    title: "Shown to be yours",
    body: "Thank you. Two people decide next; you are told here.",
    next: "none",
  }),
  approved: ({ expiresAt }) => ({
    title: "Your credential is confirmed",
    body: `You can answer now.${until(expiresAt)} It is checked again as time goes by, and patients can see what was checked and what was not.`,
    next: "none",
  }),
  rejected: () => ({
    title: "Your claim was not confirmed",
    body: "You can claim again once this is mended.",
    next: "none",
  }),
  suspended: () => ({
    title: "Your credential is suspended",
    body: "You cannot answer for now. Questions that you held wait for others; what you wrote before keeps the line that it had. If this is wrong, tell an admin: a new check can put it right.",
    next: "none",
  }),
  revoked: () => ({
    title: "Your credential was withdrawn",
    body: "You cannot answer any more. What you wrote before keeps the line that it had.",
    next: "none",
  }),
  expired: () => ({
    title: "Your credential has run out",
    body: "You cannot answer until it was confirmed again. Questions that you held wait for others.",
    next: "none",
  }),
  "due-soon": ({ expiresAt }) => ({
    title: "Your licence ends soon",
    body: `The register says that it ends${expiresAt === null ? " soon" : ` on ${expiresAt.toISOString().slice(0, 10)}`}. Renew it there; we look again by ourselves, or tell an admin.`,
    next: "none",
  }),
  questioned: () => ({
    title: "Somebody questions your credential",
    body: "A moderator looks into it. Nothing that patients see has changed. You can say your side.",
    next: "reply-to-case",
  }),
  "under-review": () => ({
    title: "Your credential is under review",
    body: "A moderator found that there is something to look into. Patients can see that until it is settled. You can go on answering, and you can say your side.",
    next: "reply-to-case",
  }),
  "question-settled": () => ({
    title: "The question is settled",
    body: "What patients see is as it was before. Thank you for your patience.",
    next: "none",
  }),
  "question-closed": () => ({
    title: "The question is closed",
    body: "A moderator closed it. How your credential stands was decided apart from that.",
    next: "none",
  }),
  "code-waits": () => ({
    title: "An admin has a code for you",
    body: "They call your practice, or meet you live, and read you six digits within a quarter of an hour. Enter them here, and tell them to nobody.",
    next: "enter-code",
  }),
  due: ({ overAt }) => ({
    title: "Your credential must be looked at again",
    body: `Somebody has to look it up anew${overAt === null ? "" : ` by ${overAt.toISOString().slice(0, 10)}`}, or you cannot answer after that. Tell an admin.`,
    next: "none",
  }),
};

/** What whose credential it is gets to read. */
export const noticeWords = (card: CredentialNoticeCard): Words => NOTICES[card.about](card);

const ALERTS: Record<CredentialAlertCard["about"], { title: string; next: (id: string) => string }> = {
  claimed: { title: "A provider claims a credential", next: (id) => `curbside credential check ${id}` },
  "claimed-twice": {
    title: "Two people claim the same number",
    next: (id) => `curbside credential show ${id}`,
  },
  suspended: {
    title: "A register speaks against a credential",
    next: (id) => `curbside credential show ${id}`,
  },
  expired: { title: "A credential has run out", next: (id) => `curbside credential check ${id}` },
  questioned: { title: "Somebody questions a credential", next: () => "curbside credential challenge" },
  replied: { title: "A provider replied to a question", next: () => "curbside credential challenge" },
  due: { title: "A credential must be looked at again", next: (id) => `curbside credential check ${id}` },
};

/** What the moderators read, with the command that comes next. */
export function alertWords({ about, credentialId }: CredentialAlertCard): { title: string; command: string } {
  const { title, next } = ALERTS[about];
  return { title, command: next(credentialId) };
}

/** The paragraphs of "Check credentials"; `say` makes what people wrote safe for its platform. */
export function credentialParagraphs(card: CredentialCard, say: (text: string) => string): string[] {
  const { profession, jurisdiction, source, checkedAt, expiresAt, reviewers, checked, written } = card;
  const day = (at: Date) =>
    at.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const since = card.status !== "verified" && card.since !== null ? ` Since ${day(card.since)}.` : "";
  const ends = expiresAt === null || card.status !== "verified" ? "" : ` Valid until ${day(expiresAt)}.`;
  const people = `Looked at by ${reviewers} ${reviewers === 1 ? "person" : "people"}.`;
  const list = (items: readonly string[]) => items.map((item) => `• ${say(item)}`).join("\n");
  return [
    `${say(profession)} (${say(jurisdiction)}). ${STATUS_WORDS[card.status]}${since}`,
    ...(card.underReview
      ? ["Under review: somebody questioned it, and a moderator found that there is something to look into."]
      : []),
    ...(written === undefined
      ? []
      : [
          `When this was written, on ${day(written.at)}, it was confirmed: checked ${day(written.checkedAt)} against ${say(written.source)}.`,
        ]),
    ...(source === "" ? [] : [`Last confirmed ${day(checkedAt)} against ${say(source)}.${ends} ${people}`]),
    ...(checked.length === 0 ? [] : [`We checked:\n${list(checked)}`]),
    `We did not check:\n${list(card.notChecked)}`,
  ];
}
