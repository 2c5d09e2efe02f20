import type { Tx } from "#core/foundation/store/open-store.ts";

export interface MadeFrom {
  readonly messageId: string | null;
  readonly answerVersion: number | null;
  /** The moderators hid what was made from it. */
  readonly hiddenAt: Date | null;
}

/** Which of these still say what the answer says that they were made from: neither it nor they were hidden, and it was not edited or taken back since. */
export async function unchanged<E extends MadeFrom>(tx: Tx, entries: readonly E[]): Promise<E[]> {
  const ids = entries.flatMap(({ messageId }) => messageId ?? []);
  const messages = await tx.message.findMany({
    where: { id: { in: ids }, state: "sent", hiddenAt: null, question: { pausedAt: null } },
    select: { id: true, version: true },
  });
  const versions = new Map(messages.map(({ id, version }) => [id, version]));
  return entries.filter(
    ({ messageId, answerVersion, hiddenAt }) =>
      hiddenAt === null && (messageId === null || versions.get(messageId) === answerVersion),
  );
}
