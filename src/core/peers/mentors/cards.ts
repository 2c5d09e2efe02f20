import type { MentorState } from "./mentor.ts";

/** To the moderators' channel: somebody would like to be a mentor. */
export interface MentorRequestCard {
  readonly kind: "mentor-request";
  readonly name: string;
  readonly joinedAt: Date;
  /** Points of strikes that stand. */
  readonly points: number;
  readonly tries: number;
  readonly passedAt: Date | undefined;
  readonly state: MentorState;
}

/** To somebody who is a mentor, would like to be one, or was. */
export type MentorNews = "approved" | "declined" | "ended" | "over";

export interface MentorNewsCard {
  readonly kind: "mentor-news";
  readonly community: string;
  readonly about: MentorNews;
  /** What the moderators wrote to them; "" where there is nothing. */
  readonly reason: string;
}

/** To one of a pair with a mentor, privately: are you in touch? */
export interface MentorCheckCard {
  readonly kind: "mentor-check";
  readonly pairId: string;
  readonly community: string;
  readonly you: "mentor" | "mentee";
  /** The other's name here. */
  readonly name: string;
  /** "word": a word from the mentor would be welcome. "other": they may look for another mentor. "done": nothing is asked any more. */
  readonly asks: "touch" | "word" | "other" | "done";
}
