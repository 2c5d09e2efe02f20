import type { Texts } from "#core/refusal-text.ts";

const STANDING_WORDS = {
  none: "No checked credential is on record for you",
  unverified: "Your credential waits for a second person's approval",
  expired: "Your credential has run out",
  revoked: "Your credential was withdrawn",
  suspended: "Your credential is suspended",
  barred: "The moderators paused your answering here",
} as const;

function time(date: Date): string {
  return `${date.toISOString().slice(11, 16)} UTC`;
}

/** Words for what is refused to those who answer, and to nobody else: they read English. */
export const ANSWERING_TEXT: Texts<
  | "no_standing"
  | "not_holder"
  | "already_claimed"
  | "own_question"
  | "own_answer"
  | "edit_needs_look"
  | "answer_changed"
  | "answer_edited"
  | "own_opinion"
  | "not_your_opinion"
  | "opinion_given"
  | "opinion_needs_look"
  | "enough_opinions"
  | "stepped_back"
  | "needs_reason"
> = {
  no_standing: ({ why }) => ({
    title: "You cannot answer yet",
    detail: `${STANDING_WORDS[why]}.`,
    nextStep: "Ask an admin; your draft was not sent.",
  }),
  not_holder: ({ by }) => ({
    title: "Not yours at the moment",
    detail: by === null ? "Your hold on this question has lapsed." : `${by} holds this question.`,
    nextStep: "Press Answer to take it.",
  }),
  already_claimed: ({ by, until }) => ({
    title: "Somebody was quicker",
    detail: `${by} is answering this until ${time(until)}.`,
    nextStep: "Take another question; this one comes back if they let it go.",
  }),
  own_question: () => ({
    title: "Your own question",
    detail: "Nobody answers their own question.",
    nextStep: "Another volunteer will see it.",
  }),
  own_answer: () => ({
    title: "Your own answer",
    detail: "A colleague looks at it before it is sent; nobody passes what they wrote themselves.",
    nextStep: "Another volunteer can press Look at the answer.",
  }),
  edit_needs_look: () => ({
    title: "Needs a colleague's look",
    detail: "Your answers here are looked at before they are sent, so an edit cannot go straight out.",
    nextStep: "Write what has changed with Send to patient.",
  }),
  answer_changed: () => ({
    title: "Not the same answer any more",
    detail: "It was written anew since you opened it, so nothing was sent.",
    nextStep: "Press Look at the answer again.",
  }),
  answer_edited: () => ({
    title: "It was edited since",
    detail: "The answer has other words than the ones that you read, so nothing was sent.",
    nextStep: "Read it as it is now, and press again.",
  }),
  own_opinion: () => ({
    title: "Needs somebody else's opinion",
    detail: "This answer is yours, and a second opinion comes from a colleague.",
    nextStep: "To change what you said, press Edit answer.",
  }),
  not_your_opinion: () => ({
    title: "Not yours to withdraw",
    detail: "Only whoever wrote an opinion can withdraw it.",
    nextStep: "If it should not stand there, report it, and a moderator looks.",
  }),
  opinion_given: () => ({
    title: "You have said so already",
    detail: "Your opinion on this answer stands beside it.",
    nextStep: "If you think otherwise now, press Withdraw on it first.",
  }),
  opinion_needs_look: () => ({
    title: "Not before a colleague has looked",
    detail:
      "What you write here is looked at before it is sent, and nobody looks at second opinions, so nothing was sent.",
    nextStep: "Tell the answer's author in this thread what you think.",
  }),
  enough_opinions: () => ({
    title: "Enough for one answer",
    detail:
      "Beside one answer stand five opinions at the most, two of them with words, and each colleague gives theirs three times at the most. Nothing was sent.",
    nextStep: "Tell the answer's author in this thread what is missing.",
  }),
  stepped_back: () => ({
    title: "You stepped back from this one",
    detail: "You said that you may know this person, so it is left to a colleague.",
    nextStep: "Please take another question.",
  }),
  needs_reason: ({ findings }) => ({
    title: "Please keep it general",
    detail: findings.map(({ words, suggestion }) => `"${words}": ${suggestion}`).join("\n"),
    nextStep: "Change the wording, or say why it should be sent as it is.",
  }),
};
