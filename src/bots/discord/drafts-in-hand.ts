import { InHand } from "#bots/in-hand.ts";
import type { QuestionText } from "#core/questions/cards.ts";

/** How many drafts are remembered; an older one opens with what would cross of it. */
const MOST = 500;

/**
 * The drafts that were just shown, so that Edit opens with what was typed. Only in memory: the vault gives an original
 * back to nobody, and a person's own text is shown to that person alone.
 */
const drafts = new InHand<QuestionText>(MOST);

export function rememberDraft(messageId: string, texts: QuestionText): void {
  drafts.keep(messageId, texts);
}

export function forgetDraft(messageId: string): void {
  drafts.forget(messageId);
}

export function draftInHand(messageId: string): QuestionText | undefined {
  return drafts.get(messageId);
}
