import { type Message, msg } from "#core/language/t.ts";

export const QUIZ_TOPICS = ["advice", "danger", "privacy", "boundaries", "self"] as const;
export type QuizTopic = (typeof QUIZ_TOPICS)[number];

export interface QuizChoice {
  readonly id: string;
  readonly text: Message;
  readonly right?: true;
}

export interface QuizQuestion {
  readonly id: string;
  readonly topic: QuizTopic;
  /** What happens, in at most a hundred letters. */
  readonly text: Message;
  readonly choices: readonly QuizChoice[];
  /** Why, said kindly to whoever chose another one. */
  readonly why: Message;
}

/** Each topic stands above its question. */
export const TOPIC_TITLES: Readonly<Record<QuizTopic, Message>> = {
  advice: msg("What you tell them"),
  danger: msg("When somebody may be in danger"),
  privacy: msg("What stays between you"),
  boundaries: msg("Where it ends"),
  self: msg("Looking after yourself"),
};

const WHY_ADVICE = msg(
  "You can say what happened to you. What is right for them depends on things that only the people who treat them can check.",
);
const WHY_DANGER = msg(
  "Help that is there now comes first: the local emergency number, and Get help now. Then tell the moderators. You do not carry it alone.",
);
const WHY_PRIVACY = msg(
  "What they tell you is theirs. Only when somebody may be in danger do you tell it: to emergency help and to the moderators.",
);
const WHY_BOUNDARIES = msg(
  "Here nobody has to trust your word alone. Money, gifts and meeting elsewhere make it hard to say no, for both of you.",
);
const WHY_SELF = msg(
  "You can stop at any time and owe nobody a reason. A mentor who rests is more use than one who is worn out.",
);

/** The pool. Two for each topic, so that a second try does not ask the same. */
export const QUESTIONS: readonly QuizQuestion[] = [
  {
    id: "advice-dose",
    topic: "advice",
    text: msg("They ask whether they should take less of a medicine. What do you do?"),
    choices: [
      {
        id: "own",
        text: msg("I say what I went through, and that they ask those who treat them"),
        right: true,
      },
      { id: "dose", text: msg("I tell them the dose that worked for me") },
      { id: "stop", text: msg("I say that they should stop for a few days and see") },
    ],
    why: WHY_ADVICE,
  },
  {
    id: "advice-result",
    topic: "advice",
    text: msg("They send you a test result and ask what it means. What do you do?"),
    choices: [
      { id: "ask", text: msg("I help them write down questions for their own clinician"), right: true },
      { id: "explain", text: msg("I tell them what it means, since mine looked the same") },
      { id: "calm", text: msg("I say that it is surely nothing bad") },
    ],
    why: WHY_ADVICE,
  },
  {
    id: "danger-tonight",
    topic: "danger",
    text: msg("They write that they do not want to live any more. What do you do first?"),
    choices: [
      {
        id: "now",
        text: msg("I point to emergency help and Get help now, and tell the moderators"),
        right: true,
      },
      { id: "alone", text: msg("I stay up with them all night and tell nobody") },
      { id: "wait", text: msg("I wait to see whether they feel better tomorrow") },
    ],
    why: WHY_DANGER,
  },
  {
    id: "danger-promise",
    topic: "danger",
    text: msg("They may be in danger, and ask you to promise to tell nobody. What do you say?"),
    choices: [
      { id: "tell", text: msg("That I can't promise that, and that I get help now"), right: true },
      { id: "promise", text: msg("I promise, so that they go on talking to me") },
      { id: "later", text: msg("That I only tell somebody if they say it again") },
    ],
    why: WHY_DANGER,
  },
  {
    id: "privacy-story",
    topic: "privacy",
    text: msg("A friend of yours would be helped by what they told you. What do you do?"),
    choices: [
      { id: "keep", text: msg("I keep it to myself, also without the name"), right: true },
      { id: "nameless", text: msg("I tell it without the name") },
      { id: "post", text: msg("I post it here, since here everybody is kind") },
    ],
    why: WHY_PRIVACY,
  },
  {
    id: "privacy-picture",
    topic: "privacy",
    text: msg("May you keep pictures of what they wrote to you?"),
    choices: [
      { id: "no", text: msg("No. What they write stays where they wrote it"), right: true },
      { id: "memory", text: msg("Yes, so that I remember it better") },
      { id: "proof", text: msg("Yes, as long as I show them to few people") },
    ],
    why: WHY_PRIVACY,
  },
  {
    id: "boundaries-money",
    topic: "boundaries",
    text: msg("They are short of money for a medicine. What do you do?"),
    choices: [
      { id: "point", text: msg("I send no money, and say that they can ask here who may help"), right: true },
      { id: "lend", text: msg("I lend them a little, just this once") },
      { id: "rest", text: msg("I send them what is left of my own medicine") },
    ],
    why: WHY_BOUNDARIES,
  },
  {
    id: "boundaries-elsewhere",
    topic: "boundaries",
    text: msg("They would like to go on by phone, or to meet. What do you say?"),
    choices: [
      { id: "here", text: msg("That as a mentor I stay here, in our thread"), right: true },
      { id: "phone", text: msg("I give them my number, if they keep it to themselves") },
      { id: "cafe", text: msg("I meet them where many people are") },
    ],
    why: WHY_BOUNDARIES,
  },
  {
    id: "self-tired",
    topic: "self",
    text: msg("You have a hard week yourself. What do you do?"),
    choices: [
      { id: "pause", text: msg("I say that I have no time now, and pause"), right: true },
      { id: "push", text: msg("I go on, since they count on me") },
      { id: "vanish", text: msg("I stop writing and hope that they understand") },
    ],
    why: WHY_SELF,
  },
  {
    id: "self-heavy",
    topic: "self",
    text: msg("What they tell you weighs on you at night. What do you do?"),
    choices: [
      {
        id: "talk",
        text: msg("I tell the moderators that it is too much for me, and stop if I need to"),
        right: true,
      },
      { id: "alone", text: msg("I carry it, since I said yes to being a mentor") },
      { id: "more", text: msg("I write with them more, so that it gets better sooner") },
    ],
    why: WHY_SELF,
  },
];
