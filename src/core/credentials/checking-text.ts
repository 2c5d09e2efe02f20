import type { LookUpTrouble } from "#core/errors.ts";
import type { Texts } from "#core/refusal-text.ts";

const LOOK_UP_WORDS: Readonly<Record<LookUpTrouble, string>> = {
  unreachable: "could not be reached",
  slow: "took too long",
  failed: "answered with a fault of its own",
  refused: "did not take the question",
  unreadable: "gave an answer that cannot be read",
  too_big: "gave an answer that is too big",
};

/** Words for what is refused to those who check credentials: they read English. */
export const CHECKING_TEXT: Texts<
  | "claimed_twice"
  | "no_names"
  | "no_phone"
  | "no_control"
  | "not_checked"
  | "checks_against"
  | "needs_note"
  | "new_doubts"
  | "proposal_open"
  | "no_answer"
> = {
  claimed_twice: () => ({
    title: "Two people claim the same number",
    detail: "Somebody else here claims or holds this licence or NPI.",
    nextStep: "Find out whose it is (curbside credential show), and reject or revoke the other one first.",
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
  no_answer: ({ from, why }) => ({
    title: "No answer",
    detail: `${from} ${LOOK_UP_WORDS[why]}, so nothing is known from there.`,
    nextStep: "Try again later; what was imported is still there.",
  }),
};
