import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { Place } from "#core/foundation/vault/vault.ts";

/** What is in a digest, by ids: what they say is read anew whenever it is shown. */
export interface DigestItems {
  readonly answers: readonly string[];
  readonly isNear: boolean;
  readonly questions: readonly string[];
  readonly tips: readonly string[];
}

export const isEmpty = ({ answers, questions, tips }: DigestItems): boolean =>
  answers.length + questions.length + tips.length === 0;

/** Where the list of one digest is sealed, with its reader's own key. */
export const itemsPlace = (memberId: string, week: string): Place => ({
  table: "Digest",
  column: "itemsSealed",
  row: `${memberId}/${week}`,
});

export async function openItems(
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  { memberId, week, itemsSealed }: { memberId: string; week: string; itemsSealed: Uint8Array },
): Promise<DigestItems> {
  const items: DigestItems = JSON.parse(
    await vault.open(tx, { memberId }, itemsPlace(memberId, week), itemsSealed),
  );
  return items;
}

type ItemKind = "answer" | "question" | "tip";

/** What somebody saw is kept as a hash of their own: two members' rows tell nothing of each other. */
const itemKey = ({ vault }: Pick<Core, "vault">, memberId: string, kind: ItemKind, id: string): string =>
  vault.blindIndex(`digest|${memberId}`, `${kind}/${id}`);

/** Which of these stood in no digest of this member. */
export async function unseen(
  tx: Tx,
  core: Pick<Core, "vault">,
  memberId: string,
  kind: ItemKind,
  ids: readonly string[],
): Promise<string[]> {
  const keyOf = (id: string) => itemKey(core, memberId, kind, id);
  const rows = await tx.digestSeen.findMany({ where: { memberId, itemKey: { in: ids.map(keyOf) } } });
  const seen = new Set(rows.map((row) => row.itemKey));
  return ids.filter((id) => !seen.has(keyOf(id)));
}

/** Seals the list of one digest, and remembers all of it as seen. */
export async function keepItems(
  tx: Tx,
  core: Pick<Core, "vault">,
  { memberId, communityId, week, now }: { memberId: string; communityId: string; week: string; now: Date },
  items: DigestItems,
): Promise<void> {
  const place = itemsPlace(memberId, week);
  const itemsSealed = await core.vault.seal(tx, { memberId }, place, JSON.stringify(items));
  await tx.digest.create({ data: { memberId, week, communityId, itemsSealed, createdAt: now } });
  const keys = [
    ...items.answers.map((id) => itemKey(core, memberId, "answer", id)),
    ...items.questions.map((id) => itemKey(core, memberId, "question", id)),
    ...items.tips.map((id) => itemKey(core, memberId, "tip", id)),
  ];
  await tx.digestSeen.createMany({ data: keys.map((key) => ({ memberId, itemKey: key, seenAt: now })) });
}
