import { caseWords } from "#bots/case-words.ts";
import type { CaseCard } from "#core/moderation/cases/case-card.ts";
import type { Button, Face, Piece } from "../markup.ts";

/** Two are shown while somebody has it: their time may be over by the time that this is read. */
function buttonsFor({ about, state, caseId: subject, isHeld }: CaseCard): Button[] {
  if (state !== "open" || about === "credential") return [];
  const take: Button = { verb: "take-case", subject, label: "Take" };
  return isHeld
    ? [{ verb: "hand-back-case", subject, label: "Hand back" }, take]
    : [{ ...take, look: "primary" }];
}

/** What is left to do where an app cannot shut anybody out. */
function ownerPieces({ decided }: CaseCard): Piece[] {
  if (!decided.includes("remove") && !decided.includes("ban")) return [];
  return [
    {
      small:
        "If they are in this workspace: Curbside takes them out of its channels, and they can join public ones again. Only an owner of the workspace can deactivate the account.",
    },
  ];
}

export function caseFace(card: CaseCard): Face {
  const { title, lines } = caseWords(card);
  const command = {
    small: `All of it, and the decision, at the command line: \`curbside case show ${card.number}\``,
  };
  return {
    title,
    pieces: [
      ...lines.map((ours) => ({ ours })),
      ...(card.state === "open" ? [command] : []),
      ...ownerPieces(card),
    ],
    buttons: buttonsFor(card),
  };
}
