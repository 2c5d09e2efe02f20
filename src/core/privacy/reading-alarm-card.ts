/** To the moderators' channel: somebody opened so much of what others shared that they may be collecting it. */
export interface ReadingAlarmCard {
  readonly kind: "reading-alarm";
  readonly pseudonym: string;
}

/** Once a day for each reader. */
export const readingSubject = (memberId: string, at: Date): string =>
  `${memberId}:${at.toISOString().slice(0, 10)}`;
