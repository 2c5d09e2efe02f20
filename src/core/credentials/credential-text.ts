import type { LookUpTrouble } from "#core/errors.ts";
import type { MailTrouble } from "#core/mailer.ts";
import type { Text, Texts } from "#core/refusal-text.ts";
import type { NeverKept } from "./proof/never-kept.ts";
import type { WorkAddressTrouble } from "./proof/work-address.ts";
import type { GeneralOnly } from "./scope.ts";

const WHY_GENERAL: Readonly<Record<GeneralOnly, string>> = {
  elsewhere: "Your licence is not from where this patient lives",
  "country-not-said": "This patient has not said where they live",
  "other-field": "This question is outside of your profession's field",
};

const NEVER_KEPT_WORDS: Readonly<Record<NeverKept, string>> = {
  ssn: "a social security number",
  dea: "a DEA number",
  "date-of-birth": "a date of birth",
};

/** What was found, and what to do where something only looks like it. */
const NEVER_KEPT_INSTEAD: Readonly<Record<NeverKept, string>> = {
  ssn: "Nobody here needs the number.",
  dea: "Nobody here needs the number; if it is a licence number, write the word licence before it.",
  "date-of-birth": "Nobody here needs the date.",
};

const WORK_ADDRESS_WORDS: Readonly<Record<WorkAddressTrouble, Omit<Text, "title">>> = {
  form: {
    detail: "That is no e-mail address.",
    nextStep: "Type it as name@clinic.example, with nothing before or after it.",
  },
  letters: {
    detail: "It has letters that can be taken for others.",
    nextStep: "Type it with plain letters, or ask an admin for another way to prove who you are.",
  },
  free: {
    detail: "Anybody can get an address there, so it proves nothing about your work.",
    nextStep: "Use the address that your employer gave you, or ask an admin for another way.",
  },
  school: {
    detail: "Students and former students have addresses there too.",
    nextStep: "Use an address of the clinic itself, or ask an admin for another way.",
  },
  unlisted: {
    detail: "An admin has not listed this domain as one of a clinic.",
    nextStep: "Ask an admin to add it, or for another way to prove who you are.",
  },
  shared: {
    detail: "More people than you may read what arrives there.",
    nextStep: "Use the address that is yours alone.",
  },
};

const MAIL_WORDS: Readonly<Record<MailTrouble, Omit<Text, "title">>> = {
  off: {
    detail: "This community sends no mail.",
    nextStep: "Ask an admin for another way to prove who you are.",
  },
  refused: {
    detail: "The mail server does not take mail for this address.",
    nextStep: "Check the address; if it is right, ask an admin for another way.",
  },
  rejected: {
    detail: "The mail server did not take the message.",
    nextStep: "Ask an admin to look at the settings for mail; docs/proof.md says how.",
  },
  unreachable: {
    detail: "The mail server cannot be reached, or takes nothing for now.",
    nextStep: "Try again later; if it stays so, tell an admin.",
  },
  unsure: {
    detail: "The mail server did not say in time whether it took the message.",
    nextStep: "Look into your mailbox before you ask for another one.",
  },
  insecure: {
    detail: "The mail server offers no safe connection, so nothing was sent.",
    nextStep: "Ask an admin to look at smtp_url; docs/proof.md says how.",
  },
  signed_out: {
    detail: "The mail server does not accept the name and password it was given.",
    nextStep: "Ask an admin to look at smtp_url; docs/proof.md says how.",
  },
};

const LOOK_UP_WORDS: Readonly<Record<LookUpTrouble, string>> = {
  unreachable: "could not be reached",
  slow: "took too long",
  failed: "answered with a fault of its own",
  refused: "did not take the question",
  unreadable: "gave an answer that cannot be read",
  too_big: "gave an answer that is too big",
};

/** "a", "a and b", "a, b and c". */
function list(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}

/** Words for what is refused between a claim and a credential. */
export const CREDENTIAL_TEXT: Texts<
  | "general_only"
  | "claim_waits"
  | "claimed_twice"
  | "credential_status"
  | "no_names"
  | "no_phone"
  | "no_code_waits"
  | "wrong_code"
  | "already_vouched"
  | "no_control"
  | "not_checked"
  | "checks_against"
  | "needs_note"
  | "new_doubts"
  | "proposal_open"
  | "never_kept"
  | "work_address"
  | "mail_failed"
  | "no_answer"
> = {
  general_only: ({ why, findings }) => ({
    title: "General only",
    detail: `${WHY_GENERAL[why]}, so the answer must stay general: ${findings.map(({ words }) => `“${words}”`).join(", ")}.`,
    nextStep: "Change those words, or release the question for somebody else.",
  }),
  claim_waits: () => ({
    title: "You have a claim already",
    detail: "A claim of yours waits to be checked.",
    nextStep: "You are told as soon as two people have looked at it.",
  }),
  claimed_twice: () => ({
    title: "Two people claim the same number",
    detail: "Somebody else here claims or holds this licence or NPI.",
    nextStep: "Find out whose it is (curbside credential show), and reject or revoke the other one first.",
  }),
  credential_status: ({ is, wanted, possible }) => ({
    title: "Not possible as it stands",
    detail: `The credential is ${is}, and "${wanted}" is not possible then${possible === undefined ? "" : `, only while it is ${possible}`}.`,
    nextStep: "Ask an admin how it stands (curbside credential show).",
  }),
  no_names: () => ({
    title: "No name to look up",
    detail: "An admin wrote this credential down without the name on the licence.",
    nextStep:
      "Look it up by hand and record it: curbside credential check ID --source REGISTER --url PAGE --checked DAY.",
  }),
  no_phone: ({ why }) => ({
    title: "No phone number to call back",
    detail:
      why === "none"
        ? "NPPES on this machine has no practice phone number for this provider."
        : "The practice phone number was not the same for 90 days, so it may have been put there for this.",
    nextStep:
      "Take one from the board's or the hospital's own page (--phone and --phone-from), or meet live (--by video).",
  }),
  no_code_waits: () => ({
    title: "No code waits for you",
    detail: "No code was read or sent to you in the last quarter of an hour.",
    nextStep:
      "An admin begins one with you on the phone or in a meeting; where work e-mail is offered, ask for one there.",
  }),
  wrong_code: ({ left }) => ({
    title: "Not the right code",
    detail:
      left === 0
        ? "That was not the code, and it is over now."
        : `That is not the code; ${left} ${left === 1 ? "try is" : "tries are"} left.`,
    nextStep: left === 0 ? "Ask an admin for a new one." : "Check it and try again.",
  }),
  already_vouched: () => ({
    title: "You vouched already",
    detail: "You gave your word for this person before.",
    nextStep: "A second colleague has to do the same.",
  }),
  no_control: () => ({
    title: "Nothing shows that it is them",
    detail: "A number that anybody can look up is not enough: the account must be shown to be theirs.",
    nextStep:
      "Begin a proof: curbside credential prove ID --by call-back or --by video, a work mail code, or two colleagues who vouch.",
  }),
  not_checked: () => ({
    title: "Not checked yet",
    detail: "No register has confirmed the licence within the last 120 days.",
    nextStep:
      "Run curbside credential check ID, or look it up by hand and record it with --source, --url and --checked.",
  }),
  checks_against: ({ reasons }) => ({
    title: "A register says otherwise",
    detail: `This cannot be approved: ${reasons.join(" ")}`,
    nextStep: "Reject it with the reason, or check it again once the register was mended.",
  }),
  needs_note: ({ doubts }) => ({
    title: "Say what you saw",
    detail: `Something is open, and the second person must know how you saw it${doubts.length === 0 ? "." : `: ${doubts.join(" ")}`}`,
    nextStep: "Add --note with what you looked at.",
  }),
  new_doubts: ({ doubts }) => ({
    title: "Something came up since",
    detail: `Whoever proposed it did not see this: ${doubts.join(" ")}`,
    nextStep: "Reject it, or let the proposal run out and have it proposed anew with a note.",
  }),
  proposal_open: () => ({
    title: "It waits for a second person",
    detail: "This is proposed already.",
    nextStep: "Somebody else agrees to it: `curbside proposal list` has its id.",
  }),
  never_kept: ({ kinds }) => ({
    title: "Nothing of this was kept",
    detail: `Your text has ${list(kinds.map((kind) => NEVER_KEPT_WORDS[kind]))} in it, or what looks like one.`,
    nextStep: `Write it again without. ${kinds.map((kind) => NEVER_KEPT_INSTEAD[kind]).join(" ")}`,
  }),
  work_address: ({ why }) => ({ title: "Not an address that can be used", ...WORK_ADDRESS_WORDS[why] }),
  mail_failed: ({ why }) => ({
    title: why === "unsure" ? "Not sure that a code was sent" : "No code was sent",
    ...MAIL_WORDS[why],
  }),
  no_answer: ({ from, why }) => ({
    title: "No answer",
    detail: `${from} ${LOOK_UP_WORDS[why]}, so nothing is known from there.`,
    nextStep: "Try again later; what was imported is still there.",
  }),
};
