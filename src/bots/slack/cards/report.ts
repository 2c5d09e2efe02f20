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
  const state =
    resolvedBy === undefined
      ? `The conversation is paused until a moderator resumes it: \`curbside question resume ${questionNumber}\``
      : `Resumed by ${escapeText(resolvedBy)}.`;
  return {
    title: `Report about ${about === "answer" ? "an answer to question" : "question"} ${questionNumber}`,
    pieces: [
      { ours: `${escapeText(reportedBy)} reported it at ${moment(reportedAt)}.` },
      ...(reason === "" ? [] : [{ theirs: reason }]),
      { ours: state },
    ],
    buttons: [],
  };
}
