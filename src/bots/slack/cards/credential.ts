import { credentialParagraphs } from "#bots/credential-words.ts";
import type { CredentialCard } from "#core/credentials/credential-card.ts";
import { escapeText, type Piece } from "../markup.ts";

/** What was checked, when and by how many, and, just as plainly, what was not. */
export function credentialPieces(card: CredentialCard): Piece[] {
  return [
    { ours: `*${escapeText(card.provider)}*` },
    ...credentialParagraphs(card, escapeText).map((ours) => ({ ours })),
  ];
}
