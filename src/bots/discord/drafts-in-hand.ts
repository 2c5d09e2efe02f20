interface Texts {
  readonly text: string;
  readonly tried: string;
}

/** How many drafts are remembered; an older one opens an empty form, and nothing else is lost. */
const MOST = 500;

/**
 * The drafts that were just shown, so that Edit opens a filled form. Only in memory: the vault gives an original back
 * to nobody, and a person's own text is shown to that person alone.
 */
const drafts = new Map<string, Texts>();

export function rememberDraft(messageId: string, texts: Texts): void {
  drafts.delete(messageId);
  drafts.set(messageId, texts);
  for (const oldest of drafts.keys()) {
    if (drafts.size <= MOST) break;
    drafts.delete(oldest);
  }
}

export function forgetDraft(messageId: string): void {
  drafts.delete(messageId);
}

export function draftInHand(messageId: string): Texts | undefined {
  return drafts.get(messageId);
}
