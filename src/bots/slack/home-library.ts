import type { keptThanks } from "#core/library/kept-thanks.ts";
import type { Piece } from "./markup.ts";

/** Thanks from members whom one's kept answers helped; nothing where there is none to tell, and never a rank. */
export function keptThanksPieces({ kept, helped }: Awaited<ReturnType<typeof keptThanks>>): Piece[] {
  if (kept === 0 || helped === 0) return [];
  const times = helped === 1 ? "once" : `${helped} times`;
  return [
    {
      ours: `Thank you: what you wrote answered somebody's question ${times} in the last 30 days, by itself.`,
    },
  ];
}
