import type { AnswerText, CredentialLine } from "#core/questions/cards.ts";
import type { EntryState } from "./library-entry.ts";

/** Whose word an answer is: a credential as it was when it was written, or where it was imported from. */
export type EntrySource =
  | { readonly credential: CredentialLine }
  | { readonly imported: { readonly from: string; readonly by: string } };

/** What members read of an answer that is kept. Nothing in it says who asked. */
export interface EntryText {
  /** In general words. */
  readonly question: string;
  /** Imported answers are one text. */
  readonly answer: AnswerText | string;
  readonly source: EntrySource;
}

/** An answer of the library, as a member finds it. */
export interface LibraryAnswer extends EntryText {
  readonly entryId: string;
  readonly number: number;
  readonly topic: string;
  /** What became of the credential since it was written. */
  readonly since: "ended" | "suspended" | undefined;
  readonly reviewedAt: Date;
  /** The profession of the colleague who looked at it; undefined for what was imported. */
  readonly reviewerRole: string | undefined;
  readonly reviewBy: Date;
}

/** One answer where everybody in a space can read it, as a post of its own. */
export interface ShelfAnswerCard {
  readonly kind: "shelf-answer";
  readonly answer: LibraryAnswer;
  /** Its day is near: somebody looks at it again. */
  readonly soon: boolean;
}

interface Asked {
  readonly entryId: string;
  readonly questionId: string;
  readonly state: EntryState;
  /** Absent once it is over. */
  readonly text: EntryText | undefined;
  readonly waitsUntil: Date | undefined;
  readonly reviewBy: Date | undefined;
  /** The moderators hid it: nobody finds it, whatever its state says. */
  readonly hidden: boolean;
  /** It stands where everybody in the space reads it, too. */
  readonly onShelf: boolean;
}

/** To the patient: the exact text that others would read, to say yes or no to; afterwards their receipt, and the way out. */
export interface KeepRequestCard extends Asked {
  readonly kind: "keep-request";
  readonly number: number;
  readonly community: string;
  readonly agreed: boolean;
  /** The member wishes that only a line without words is pushed; the text is behind Open. */
  readonly quiet: boolean;
}

/** In the question's thread on the provider side, and to the author: how it stands, and what somebody can do. */
export interface KeepTeamCard extends Asked {
  readonly kind: "keep-team";
  readonly number: number;
  readonly keeper: string;
  readonly author: string;
  readonly waitsFor: readonly ("patient" | "author")[];
  /** Why a colleague found it not fit. */
  readonly note: string | undefined;
}

/** One answer that is past its day. */
export interface DueEntry {
  readonly entryId: string;
  readonly number: number;
  readonly question: string;
  readonly reviewBy: Date;
  /** The answer itself was changed or hidden since, so that it cannot be said to be still right. */
  readonly changed: boolean;
}

/** Once a week to whoever wrote them, or to the moderators where those cannot answer any more. */
export interface LibraryDueCard {
  readonly kind: "library-due";
  readonly entries: readonly DueEntry[];
  readonly to: "author" | "moderators";
}
