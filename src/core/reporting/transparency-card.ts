import type { TransparencyReport } from "./transparency-report.ts";

/** To both sides, once for each month: the month in a few lines. */
export interface TransparencyCard {
  readonly kind: "transparency";
  readonly report: TransparencyReport;
}

/** What a card of this kind is about. */
export const subjectOf = (communityId: string, monthId: string): string => `${communityId}:${monthId}`;
