import type { Step } from "#core/questions/second-look/step.ts";
import type { Piece } from "./markup.ts";

/** One's own step on the page; nothing where no colleague ever looks first. */
export function stepPieces(step: Step | undefined): Piece[] {
  if (step === undefined) return [];
  if (step.step === 2)
    return [
      {
        ours: "Your answers go straight out. Where somebody may be in danger, a colleague looks at them first.",
      },
    ];
  const next =
    step.left === 1 ? "next answer before it is sent" : `next ${step.left} answers before they are sent`;
  return [{ ours: `A colleague looks at your ${next}.` }];
}
