import { strikeWords } from "#bots/strike-words.ts";
import type { Strikes } from "#core/moderation/decisions/strikes.ts";
import { escapeText, type Face } from "./markup.ts";

const APPEAL_CODE = { verb: "appeal-code", subject: "none", label: "I have an appeal code" } as const;

/** What was decided about oneself; nothing where nothing was. */
export function decisionFaces(strikes: Strikes): Face[] {
  const lines = strikeWords(strikes);
  if (lines.length === 0) return [];
  return [
    { title: "Decisions about you", pieces: lines.map((line) => ({ ours: escapeText(line) })), buttons: [] },
  ];
}

/** The foot of every page: a way to tell the moderators of somebody, and one to have a decision looked at again. */
export function moderationFace(reports: boolean): Face {
  const report = { verb: "report-person", subject: "none", label: "Report somebody" } as const;
  return {
    title: "Something wrong?",
    pieces: [
      ...(reports
        ? [{ ours: "To report a message, choose *Report* in its own menu. The other person isn't told." }]
        : []),
      { ours: "If a decision about you told you a code, you can ask for another look with it." },
    ],
    buttons: [...(reports ? [report] : []), APPEAL_CODE],
  };
}

/** For whom the community is closed. */
export const BARRED: Face = {
  title: "This community is closed to you",
  pieces: [
    {
      ours: "Its moderators decided so. The message that told you has a code: with it, a different person looks again.",
    },
  ],
  buttons: [APPEAL_CODE],
};
