/** One answer that was kept, by its question in general words. */
export interface DigestAnswer {
  readonly entryId: string;
  readonly question: string;
}

/** The beginning of a question whose patient lets members read it; never who asked. */
export interface DigestQuestion {
  readonly questionId: string;
  readonly text: string;
}

/** One line of what helped somebody; who it was stands in the experience. */
export interface DigestTip {
  readonly experienceId: string;
  readonly about: string;
  readonly helped: string;
}

/** All of a digest, for its reader alone and only while they look at it. */
export interface DigestContent {
  readonly week: string;
  readonly answers: readonly DigestAnswer[];
  /** The answers are in topics of the reader; else they are the newest here. */
  readonly isNear: boolean;
  readonly questions: readonly DigestQuestion[];
  readonly tip: DigestTip | undefined;
}

/** Once a week, to a member who chose it. It holds nobody's words: those are behind Show, so that what is taken back is gone. */
export interface DigestCard {
  readonly kind: "digest";
  readonly communityId: string;
  readonly week: string;
  readonly community: string;
  /** Undefined where the member wishes that nothing of it is pushed. */
  readonly counts:
    | {
        readonly answers: number;
        readonly isNear: boolean;
        readonly questions: number;
        readonly tips: number;
      }
    | undefined;
}

/** Once, some time after joining. */
export interface WelcomeCard {
  readonly kind: "welcome";
  readonly communityId: string;
  readonly community: string;
  /** A weekly digest can be switched on. */
  readonly offersDigest: boolean;
}
