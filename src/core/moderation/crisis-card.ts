/** Why an alert was raised: what somebody wrote, somebody who is worried about them, or their own wish for company. */
export const ALERT_LEVELS = ["worry", "company", "crisis", "emergency"] as const;

export type AlertLevel = (typeof ALERT_LEVELS)[number];

/** To the crisis channel, and to who is on call: no text, only that somebody may be in danger. */
export interface CrisisCard {
  readonly kind: "crisis";
  readonly alertId: string;
  /** Undefined where it is about somebody who is no member here. */
  readonly pseudonym: string | undefined;
  /** Their account, in the platform's own id, where they are no member and this channel is on the same platform. */
  readonly accountId: string | undefined;
  readonly level: AlertLevel;
  readonly raisedAt: Date;
  readonly wantsCompanyAt: Date | undefined;
  /** How many members said that they are worried. */
  readonly worried: number;
  readonly takenBy: string | undefined;
  readonly takenAt: Date | undefined;
  /** True when nobody took it in time and the named contacts are told again. */
  readonly again: boolean;
  readonly contacts: readonly string[];
  /** Who is on shift and can go there now; undefined where nobody here has shifts, so that nothing is known. */
  readonly onCall: readonly string[] | undefined;
  /** Told as well where it is told again and nobody is on shift. */
  readonly leads: readonly string[];
  /** To one of these people, and not in the channel. */
  readonly isDirect: boolean;
}

/** To a member, durable: the right lines for their country, and what happens next. */
export interface CrisisSupportCard {
  readonly kind: "crisis-support";
  /** The alert by which the reader may ask for company; undefined for who is only worried, and once it can't be asked. */
  readonly companyFor: string | undefined;
  /** Ready to show, plain text with line breaks. */
  readonly text: string;
  /** "worry" is to somebody about whom another is worried, "advice" to who is worried. */
  readonly about: "raised" | "somebody-is-here" | "nobody-yet" | "worry" | "advice";
}
