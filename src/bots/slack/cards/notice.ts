import type { NoticeCard } from "#core/questions/cards.ts";
import type { Face } from "../markup.ts";

const WORDS = {
  expired: "No volunteer could answer in time. That says nothing about your question.",
  paused: "Your conversation is paused until a moderator has looked at it.",
  resumed: "A moderator looked at it. Your conversation goes on.",
  "needs-in-person": "A volunteer read this and thinks it needs someone who can examine you.",
  "seen-differently": "Another volunteer sees an answer to your question differently. Both stand there now.",
  undelivered: "Your last message did not arrive. Please send it again.",
} as const satisfies Record<NoticeCard["about"]["what"], string>;

export function noticeFace({ number, about }: NoticeCard): Face {
  return { title: `Question ${number}`, pieces: [{ ours: WORDS[about.what] }], buttons: [] };
}
