import { listedPlainly } from "#core/language/formats.ts";
import { type Message, msg, t, tn } from "#core/language/t.ts";
import type { MailTrouble } from "#core/mailer.ts";
import { type Advice, advise, type Texts } from "#core/refusal-text.ts";
import type { NeverKept } from "./proof/never-kept.ts";
import type { WorkAddressTrouble } from "./proof/work-address.ts";
import type { GeneralOnly } from "./scope.ts";

const WHY_GENERAL: Readonly<Record<GeneralOnly, Message>> = {
  elsewhere: msg(
    "Your licence is not from where this patient lives, so the answer must stay general: {words}.",
  ),
  "country-not-said": msg(
    "This patient has not said where they live, so the answer must stay general: {words}.",
  ),
  "other-field": msg(
    "This question is outside of your profession's field, so the answer must stay general: {words}.",
  ),
};

const NEVER_KEPT_WORDS: Readonly<Record<NeverKept, Message>> = {
  ssn: msg("a social security number"),
  dea: msg("a DEA number"),
  "date-of-birth": msg("a date of birth"),
};

/** What was found, and what to do where something only looks like it. */
const NEVER_KEPT_INSTEAD: Readonly<Record<NeverKept, Message>> = {
  ssn: msg("Nobody here needs the number."),
  dea: msg("Nobody here needs the number; if it is a licence number, write the word licence before it."),
  "date-of-birth": msg("Nobody here needs the date."),
};

const WORK_ADDRESS_WORDS: Readonly<Record<WorkAddressTrouble, Advice>> = {
  form: {
    detail: msg("That is no e-mail address."),
    nextStep: msg("Type it as name@clinic.example, with nothing before or after it."),
  },
  letters: {
    detail: msg("It has letters that can be taken for others."),
    nextStep: msg("Type it with plain letters, or ask an admin for another way to prove who you are."),
  },
  free: {
    detail: msg("Anybody can get an address there, so it proves nothing about your work."),
    nextStep: msg("Use the address that your employer gave you, or ask an admin for another way."),
  },
  school: {
    detail: msg("Students and former students have addresses there too."),
    nextStep: msg("Use an address of the clinic itself, or ask an admin for another way."),
  },
  unlisted: {
    detail: msg("An admin has not listed this domain as one of a clinic."),
    nextStep: msg("Ask an admin to add it, or for another way to prove who you are."),
  },
  shared: {
    detail: msg("More people than you may read what arrives there."),
    nextStep: msg("Use the address that is yours alone."),
  },
};

const MAIL_WORDS: Readonly<Record<MailTrouble, Advice>> = {
  off: {
    detail: msg("This community sends no mail."),
    nextStep: msg("Ask an admin for another way to prove who you are."),
  },
  refused: {
    detail: msg("The mail server does not take mail for this address."),
    nextStep: msg("Check the address; if it is right, ask an admin for another way."),
  },
  rejected: {
    detail: msg("The mail server did not take the message."),
    nextStep: msg("Ask an admin to look at the settings for mail; docs/proof.md says how."),
  },
  unreachable: {
    detail: msg("The mail server cannot be reached, or takes nothing for now."),
    nextStep: msg("Try again later; if it stays so, tell an admin."),
  },
  unsure: {
    detail: msg("The mail server did not say in time whether it took the message."),
    nextStep: msg("Look into your mailbox before you ask for another one."),
  },
  insecure: {
    detail: msg("The mail server offers no safe connection, so nothing was sent."),
    nextStep: msg("Ask an admin to look at smtp_url; docs/proof.md says how."),
  },
  signed_out: {
    detail: msg("The mail server does not accept the name and password it was given."),
    nextStep: msg("Ask an admin to look at smtp_url; docs/proof.md says how."),
  },
};

const STATUS: Readonly<Record<string, Message>> = {
  claimed: msg("claimed##credential"),
  attested: msg("attested##credential"),
  verified: msg("verified##credential"),
  suspended: msg("suspended##credential"),
  expired: msg("expired##credential"),
  failed: msg("failed##credential"),
  revoked: msg("revoked##credential"),
};

function statusWords(status: string): string {
  const words = STATUS[status];
  return words === undefined ? status : t(words);
}

/** Words for what is refused between a claim and a credential. */
export const CREDENTIAL_TEXT: Texts<
  | "general_only"
  | "claim_waits"
  | "credential_status"
  | "no_code_waits"
  | "wrong_code"
  | "already_vouched"
  | "never_kept"
  | "work_address"
  | "mail_failed"
> = {
  general_only: ({ why, findings }) => ({
    title: t("General only"),
    detail: t(WHY_GENERAL[why], { words: findings.map(({ words }) => `“${words}”`).join(", ") }),
    nextStep: t("Change those words, or release the question for somebody else."),
  }),
  claim_waits: () => ({
    title: t("You have a claim already"),
    detail: t("A claim of yours waits to be checked."),
    nextStep: t("You are told as soon as two people have looked at it."),
  }),
  no_code_waits: () => ({
    title: t("No code waits for you"),
    detail: t("No code was read or sent to you in the last quarter of an hour."),
    nextStep: t(
      "An admin begins one with you on the phone or in a meeting; where work e-mail is offered, ask for one there.",
    ),
  }),
  wrong_code: ({ left }) => ({
    title: t("Not the right code"),
    detail:
      left === 0
        ? t("That was not the code, and it is over now.")
        : tn(left, "That is not the code; {n} try is left.", "That is not the code; {n} tries are left."),
    nextStep: left === 0 ? t("Ask an admin for a new one.") : t("Check it and try again."),
  }),
  already_vouched: () => ({
    title: t("You vouched already"),
    detail: t("You gave your word for this person before."),
    nextStep: t("A second colleague has to do the same."),
  }),
  never_kept: ({ kinds }) => ({
    title: t("Nothing of this was kept"),
    detail: t("Your text has {what} in it, or what looks like one.", {
      what: listedPlainly(kinds.map((kind) => t(NEVER_KEPT_WORDS[kind]))),
    }),
    nextStep: [t("Write it again without."), ...kinds.map((kind) => t(NEVER_KEPT_INSTEAD[kind]))].join(" "),
  }),
  work_address: ({ why }) => ({
    title: t("Not an address that can be used"),
    ...advise(WORK_ADDRESS_WORDS[why]),
  }),
  mail_failed: ({ why }) => ({
    title: why === "unsure" ? t("Not sure that a code was sent") : t("No code was sent"),
    ...advise(MAIL_WORDS[why]),
  }),
  credential_status: ({ is, wanted, possible }) => ({
    title: t("Not possible as it stands"),
    detail:
      possible === undefined
        ? t('The credential is {is}, and "{wanted}" is not possible then.', { is: statusWords(is), wanted })
        : t('The credential is {is}, and "{wanted}" is not possible then, only while it is {possible}.', {
            is: statusWords(is),
            wanted,
            possible: statusWords(possible),
          }),
    nextStep: t("Ask an admin how it stands (curbside credential show)."),
  }),
};
