/** What a friend can answer with one press: kind, short, and nothing to live up to. */
export const SUPPORTS = {
  thinking: "Thinking of you",
  glad: "Glad to hear it",
  sorry: "Sorry it is hard",
  here: "I'm here if you want to talk",
} as const;

export type Support = keyof typeof SUPPORTS;

export const isSupport = (text: string): text is Support => Object.hasOwn(SUPPORTS, text);
