/** To whom it is about, and to the team: two people agreed to see something of somebody, and why. */
export interface RevealCard {
  readonly kind: "reveal";
  /** Which account is theirs, or all that is kept about them. */
  readonly what: "account" | "export";
  readonly community: string;
  /** Whom it is about, for the team; whom it is about needs no name. */
  readonly person: string | undefined;
  /** The names that the two have here. */
  readonly by: readonly string[];
  readonly reason: string;
  readonly until: Date;
}
