/** To whom it is about, and to the team: two people looked up which account is whose, and why. */
export interface RevealCard {
  readonly kind: "reveal";
  readonly community: string;
  /** Whom it is about, for the team; whom it is about needs no name. */
  readonly person: string | undefined;
  /** The names that the two have here. */
  readonly by: readonly string[];
  readonly reason: string;
  readonly until: Date;
}
