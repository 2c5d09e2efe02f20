import { monthWords } from "#core/reporting/month.ts";
import type { TransparencyCard } from "#core/reporting/transparency-card.ts";
import { countWords, durationWords, shareWords } from "#core/reporting/words.ts";

/** The month in a few lines, the same on every platform and without markup; the community's name is apart: a person wrote it. */
export function transparencyWords({ report }: TransparencyCard): {
  title: string;
  lines: string[];
  small: string;
} {
  const { counts, shares, times, month } = report;
  const count = (id: string) => countWords(counts[id] ?? 0);
  const share = (id: string) => shareWords(shares[id] ?? "none");
  return {
    title: `Transparency report: ${monthWords(month)}`,
    lines: [
      `Reports to the moderators: ${count("reports")}. Cases decided: ${count("cases.decided")}; something was done in ${count("cases.acted")} of them. Half of the decisions took at most: ${durationWords(times.decision.median)}.`,
      `Appeals decided: ${count("appeals.decided")}. Decisions undone by them: ${count("appeals.overturned")}.`,
      `Questions answered or ended honestly within 24 hours: ${share("questions.24h")}. Within 72 hours: ${share("questions.72h")}.`,
      `Alerts that somebody may be in danger: ${count("alerts")}. Somebody came within 10 minutes: ${count("alerts.taken.soon")}.`,
      `Providers approved by two people: ${count("claims.approved")}. Suspended: ${count("credentials.suspended")}.`,
      `Questions taken back: ${count("taken-back")}.`,
    ],
    small: `"hidden" is a number under 5, or one that would give such a number away. Your moderators have the whole report.`,
  };
}
