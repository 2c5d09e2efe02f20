/** Whom somebody would like to meet. */
export const WANTS = ["peer", "mentor", "both"] as const;
export type Wants = (typeof WANTS)[number];

export const isWants = (text: string): text is Wants => WANTS.some((wants) => wants === text);

/** What stands in the database. */
export const asWants = (stored: string): Wants => (isWants(stored) ? stored : "peer");

export const wantsPeers = (wants: string): boolean => wants !== "mentor";
export const wantsMentor = (wants: string): boolean => wants === "mentor" || wants === "both";
