/** The whole life of a question. A forgotten status or event does not compile. */
export type QuestionStatus =
  | "draft"
  | "waiting"
  | "claimed"
  | "held"
  | "asked-back"
  | "answered"
  | "taken-back"
  | "expired"
  | "closed"
  | "cancelled";

export type QuestionEvent =
  | "send"
  | "cancel"
  | "claim"
  | "release"
  | "lapse"
  | "ask-back"
  | "reply"
  | "answer"
  | "hold"
  | "pass"
  | "send-back"
  | "lapse-look"
  | "send-to-patient"
  | "second-opinion"
  | "follow-up"
  | "still-unclear"
  | "expire"
  | "close"
  | "reopen"
  | "take-back";

/**
 * `held` is an answer that a colleague looks at before it is sent; nobody looked in time is `lapse-look`.
 * `reply` to an ask-back keeps the claim while its lease holds; the use-case turns it to "waiting" when it lapsed. A text
 * that was written before the ask-back came is a `follow-up`, and the ask-back stays open.
 */
const TRANSITIONS = {
  draft: { send: "waiting", cancel: "cancelled" },
  waiting: {
    claim: "claimed",
    "follow-up": "waiting",
    "take-back": "taken-back",
    expire: "expired",
    close: "closed",
  },
  claimed: {
    answer: "answered",
    hold: "held",
    "ask-back": "asked-back",
    "follow-up": "claimed",
    release: "waiting",
    lapse: "waiting",
    "take-back": "taken-back",
    close: "closed",
  },
  held: {
    pass: "answered",
    "send-back": "claimed",
    "lapse-look": "waiting",
    "follow-up": "held",
    "take-back": "taken-back",
  },
  "asked-back": { reply: "claimed", "follow-up": "asked-back", "take-back": "taken-back", expire: "expired" },
  answered: {
    "send-to-patient": "answered",
    "second-opinion": "answered",
    "ask-back": "answered",
    reply: "answered",
    "follow-up": "answered",
    "still-unclear": "waiting",
    "take-back": "taken-back",
    close: "closed",
  },
  "taken-back": {},
  expired: { reopen: "waiting", "take-back": "taken-back" },
  closed: { reopen: "waiting", "take-back": "taken-back" },
  cancelled: {},
} as const satisfies Record<QuestionStatus, Partial<Record<QuestionEvent, QuestionStatus>>>;

const TABLE: Record<QuestionStatus, Partial<Record<QuestionEvent, QuestionStatus>>> = TRANSITIONS;

export const QUESTION_STATUSES = Object.keys(TRANSITIONS) as readonly QuestionStatus[];

/** The status after `event`, or undefined where the table has no such step. */
export function next(status: QuestionStatus, event: QuestionEvent): QuestionStatus | undefined {
  return TABLE[status][event];
}

/** The statuses in which `event` is a step; for the `where` of a conditional update. */
export function statusesAllowing(event: QuestionEvent): QuestionStatus[] {
  return QUESTION_STATUSES.filter((status) => next(status, event) !== undefined);
}

export function statusesRefusing(event: QuestionEvent): QuestionStatus[] {
  return QUESTION_STATUSES.filter((status) => next(status, event) === undefined);
}

/** Nothing more can happen to it but reading. */
export function isOver(status: QuestionStatus): boolean {
  return Object.keys(TABLE[status]).length === 0;
}
