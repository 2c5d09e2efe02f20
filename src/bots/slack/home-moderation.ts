import { strikeWords } from "#bots/strike-words.ts";
import type { Strikes } from "#core/moderation/decisions/strikes.ts";
import { escapeText, type Face } from "./markup.ts";

const APPEAL_CODE = { verb: "appeal-code", subject: "none", label: "Ask for another look" } as const;

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
      {
        ours: "If something was decided about you, you can ask for another look: a different person decides.",
      },
    ],
    buttons: [...(reports ? [report] : []), APPEAL_CODE],
  };
}

/** For whom the community is closed. */
export const BARRED: Face = {
  title: "This community is closed to you",
  pieces: [
    {
      ours: "Its moderators decided so. You can ask for another look: a different person decides. From this account you need no code.",
    },
  ],
  buttons: [APPEAL_CODE],
};
