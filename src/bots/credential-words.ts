import type { CredentialNoticeCard } from "#core/credentials/cards.ts";
import type { OwnCredential } from "#core/credentials/claim/my-credentials.ts";
import type { CredentialCard } from "#core/credentials/credential-card.ts";
import { professionWords } from "#core/credentials/professions.ts";
import type { GeneralOnly } from "#core/credentials/scope.ts";
import { dayWords } from "#core/language/formats.ts";
import { msg, t, tn } from "#core/language/t.ts";
import type { CredentialLine } from "#core/questions/cards.ts";

/** Words that are the same on every platform, without markup: whoever shows them escapes what people wrote. */

const DAY: Intl.DateTimeFormatOptions = { day: "numeric", month: "short" };

/** "12 Aug", and with its year when that is not the reader's, or nobody knows when they read it. */
export function shortDay(at: Date, now?: Date): string {
  const sameYear = at.getUTCFullYear() === now?.getUTCFullYear();
  return dayWords(at, sameYear ? DAY : { ...DAY, year: "numeric" });
}

const STATUS_WORDS = {
  claimed: msg("Nobody has checked this yet."),
  attested: msg("Looked at by one person; a second has not confirmed it yet."),
  verified: msg("Confirmed."),
  expired: msg("It has run out, and was not confirmed again."),
  revoked: msg("It was withdrawn."),
  failed: msg("It was not confirmed."),
  suspended: msg("Suspended while it is looked at again."),
} as const satisfies Record<CredentialCard["status"], string>;

/** The same, to whose it is, with what they can do about it. */
export const OWN_STATUS_WORDS = {
  claimed: msg("You said who you are; nobody has decided yet."),
  attested: msg("One person agreed; a second one has to."),
  verified: msg("Confirmed."),
  suspended: msg("It is suspended. A new check can put it right: tell an admin."),
  expired: msg("It has run out. Tell an admin once it is renewed."),
  failed: msg("It was not confirmed. You can claim again."),
  revoked: msg("It was withdrawn."),
} as const satisfies Record<OwnCredential["status"], string>;

/** The ways to show that an account is theirs, for whoever has to. */
export const proofNext = (mail: boolean): string =>
  mail
    ? t(
        "Next it must be shown that it is you: by a code that is read to you when an admin calls your practice or meets you live, by a code to your work e-mail, or by two colleagues here who vouch for you.",
      )
    : t(
        "Next it must be shown that it is you: by a code that is read to you when an admin calls your practice or meets you live or by two colleagues here who vouch for you.",
      );

/** Why an answer is general, for the patient. */
export const GENERAL_WORDS = {
  elsewhere: (jurisdiction: string) =>
    t("Licensed in {jurisdiction}, which is not where you are: take it as general information only.", {
      jurisdiction,
    }),
  "country-not-said": (jurisdiction: string) =>
    t("Licensed in {jurisdiction}. You have not said where you live, so take it as general information.", {
      jurisdiction,
    }),
  "other-field": () => t("This is outside of their own field: take it as general information only."),
} as const satisfies Record<GeneralOnly, (jurisdiction: string) => string>;

/** "Pharmacist (verified), Ontario, checked 12 Aug", with the name where the provider shows it. */
export function credentialLine(
  { profession, jurisdiction, checkedAt, name }: CredentialLine,
  now?: Date,
): string {
  const line = t("{profession} (verified), {jurisdiction}, checked {day}", {
    profession: professionWords(profession),
    jurisdiction,
    day: shortDay(checkedAt, now),
  });
  return name === undefined ? line : `${name}, ${line}`;
}

interface Words {
  readonly title: string;
  readonly body: string;
  readonly next: "enter-code" | "reply-to-case" | "none";
}

const isoDay = (at: Date): string => at.toISOString().slice(0, 10);

const NOTICES: { [A in CredentialNoticeCard["about"]]: (card: CredentialNoticeCard) => Words } = {
  claimed: ({ mail }) => ({
    title: t("We have your claim"),
    body: t(
      "Somebody looks it up in the public registers. {next} Then two people decide. You are told here.",
      {
        next: proofNext(mail),
      },
    ),
    next: "none",
  }),
  proved: () => ({
    title: t("Shown to be yours"),
    body: t("Thank you. Two people decide next; you are told here."),
    next: "none",
  }),
  approved: ({ expiresAt }) => ({
    title: t("Your credential is confirmed"),
    body: [
      t("You can answer now."),
      ...(expiresAt === null ? [] : [t("It is valid until {day}.", { day: isoDay(expiresAt) })]),
      t("It is checked again as time goes by, and patients can see what was checked and what was not."),
    ].join(" "),
    next: "none",
  }),
  rejected: () => ({
    title: t("Your claim was not confirmed"),
    body: t("You can claim again once this is mended."),
    next: "none",
  }),
  suspended: () => ({
    title: t("Your credential is suspended"),
    body: t(
      "You cannot answer for now. Questions that you held wait for others; what you wrote before keeps the line that it had. If this is wrong, tell an admin: a new check can put it right.",
    ),
    next: "none",
  }),
  revoked: () => ({
    title: t("Your credential was withdrawn"),
    body: t("You cannot answer any more. What you wrote before keeps the line that it had."),
    next: "none",
  }),
  expired: () => ({
    title: t("Your credential has run out"),
    body: t("You cannot answer until it was confirmed again. Questions that you held wait for others."),
    next: "none",
  }),
  "due-soon": ({ expiresAt }) => ({
    title: t("Your licence ends soon"),
    body: [
      expiresAt === null
        ? t("The register says that it ends soon.")
        : t("The register says that it ends on {day}.", { day: isoDay(expiresAt) }),
      t("Renew it there; we look again by ourselves, or tell an admin."),
    ].join(" "),
    next: "none",
  }),
  questioned: () => ({
    title: t("Somebody questions your credential"),
    body: t("A moderator looks into it. Nothing that patients see has changed. You can say your side."),
    next: "reply-to-case",
  }),
  "under-review": () => ({
    title: t("Your credential is under review"),
    body: t(
      "A moderator found that there is something to look into. Patients can see that until it is settled. You can go on answering, and you can say your side.",
    ),
    next: "reply-to-case",
  }),
  "question-settled": () => ({
    title: t("The question is settled"),
    body: t("What patients see is as it was before. Thank you for your patience."),
    next: "none",
  }),
  "question-closed": () => ({
    title: t("The question is closed"),
    body: t("A moderator closed it. How your credential stands was decided apart from that."),
    next: "none",
  }),
  "code-waits": () => ({
    title: t("An admin has a code for you"),
    body: t(
      "They call your practice, or meet you live, and read you six digits within a quarter of an hour. Enter them here, and tell them to nobody.",
    ),
    next: "enter-code",
  }),
  due: ({ overAt }) => ({
    title: t("Your credential must be looked at again"),
    body:
      overAt === null
        ? t("Somebody has to look it up anew, or you cannot answer after that. Tell an admin.")
        : t("Somebody has to look it up anew by {day}, or you cannot answer after that. Tell an admin.", {
            day: isoDay(overAt),
          }),
    next: "none",
  }),
};

/** What whose credential it is gets to read. */
export const noticeWords = (card: CredentialNoticeCard): Words => NOTICES[card.about](card);

/** The paragraphs of "Check credentials"; `say` makes what people wrote safe for its platform. */
export function credentialParagraphs(card: CredentialCard, say: (text: string) => string): string[] {
  const { profession, jurisdiction, source, checkedAt, expiresAt, reviewers, checked, written } = card;
  const isVerified = card.status === "verified";
  const stands = [
    `${say(professionWords(profession))} (${say(jurisdiction)}).`,
    t(STATUS_WORDS[card.status]),
    ...(isVerified || card.since === null ? [] : [t("Since {day}.", { day: dayWords(card.since) })]),
  ];
  const confirmed = [
    t("Last confirmed {day} against {source}.", { day: dayWords(checkedAt), source: say(source) }),
    ...(expiresAt === null || !isVerified ? [] : [t("Valid until {day}.", { day: dayWords(expiresAt) })]),
    tn(reviewers, "Looked at by {n} person.", "Looked at by {n} people."),
  ];
  const list = (items: readonly string[]) => items.map((item) => `• ${say(item)}`).join("\n");
  return [
    stands.join(" "),
    ...(card.underReview
      ? [
          t(
            "Under review: somebody questioned it, and a moderator found that there is something to look into.",
          ),
        ]
      : []),
    ...(written === undefined
      ? []
      : [
          t("When this was written, on {day}, it was confirmed: checked {checked} against {source}.", {
            day: dayWords(written.at),
            checked: dayWords(written.checkedAt),
            source: say(written.source),
          }),
        ]),
    ...(source === "" ? [] : [confirmed.join(" ")]),
    ...(checked.length === 0 ? [] : [`${t("We checked:")}\n${list(checked)}`]),
    `${t("We did not check:")}\n${list(card.notChecked)}`,
  ];
}
