const SYLLABLES = ["ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru"] as const;

/** A made-up word for a number, which no screening takes for anything: what a text is recognised by on the other side. */
export function wordFor(number: number): string {
  return `zu${[...String(number).padStart(4, "0")].map((digit) => SYLLABLES[Number(digit)]).join("")}`;
}

/** The texts of one conversation, each with a word of its own. */
export interface Conversation {
  readonly question: string;
  readonly answer: string;
  /** What the patient adds, in order, without waiting in between. */
  readonly replies: readonly string[];
  /** What the provider writes further, in order. */
  readonly notes: readonly string[];
}

/** How many texts cross in one conversation. */
export const TEXTS_EACH = 6;

export function conversationOf(number: number): Conversation {
  const word = (place: number) => wordFor(number * TEXTS_EACH + place);
  return {
    question: word(0),
    answer: word(1),
    replies: [word(2), word(3)],
    notes: [word(4), word(5)],
  };
}
