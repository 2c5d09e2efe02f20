/** To the crisis channel: no text, only that somebody may be in danger. */
export interface CrisisCard {
  readonly kind: "crisis";
  readonly alertId: string;
  readonly pseudonym: string;
  readonly level: "crisis" | "emergency";
  readonly raisedAt: Date;
  readonly takenBy: string | undefined;
  readonly takenAt: Date | undefined;
  /** True when nobody took it in time and the named contacts are told again. */
  readonly again: boolean;
  readonly contacts: readonly string[];
}

/** To the patient, durable: the right lines for their country, and what happens next. */
export interface CrisisSupportCard {
  readonly kind: "crisis-support";
  readonly alertId: string;
  /** Ready to show, plain text with line breaks. */
  readonly text: string;
  readonly about: "raised" | "somebody-is-here" | "nobody-yet";
}
