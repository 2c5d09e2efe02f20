import type { ReportCard } from "#core/moderation/report-card.ts";
import { escapeText, type Face, moment } from "../markup.ts";

export function reportFace({
  questionNumber,
  reportedBy,
  about,
  reason,
  reportedAt,
  resolvedBy,
}: ReportCard): Face {
  return {
    title: `Report about ${about === "answer" ? "an answer to question" : "question"} ${questionNumber}`,
    body: [
      `${escapeText(reportedBy)} reported it at ${moment(reportedAt)}.`,
      escapeText(reason),
      resolvedBy === undefined
        ? "The conversation is paused until a moderator resumes it."
        : `Resumed by ${escapeText(resolvedBy)}.`,
    ].join("\n\n"),
    buttons: [],
  };
}
