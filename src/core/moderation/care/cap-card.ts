/** To the moderators' channel: cases wait, and everybody who is there had enough for the day. Of nobody how much. */
export interface CapCard {
  readonly kind: "cap";
  readonly waiting: number;
  readonly urgent: number;
}

/** What a card of this kind is about: a telling in a community. */
export const subjectOf = (communityId: string, at: Date): string => `${communityId}:${at.getTime()}`;
