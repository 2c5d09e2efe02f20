import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { LibraryAnswer } from "./cards.ts";
import { unchanged } from "./current-answer.ts";
import { readEntryText, sealedText } from "./entry-text.ts";

interface Asked {
  readonly communityId: string;
  readonly ids: readonly string[];
  readonly now: Date;
}

/** Entries whose patient agreed and did not change their mind; what was imported has no patient. */
async function consented<E extends { questionId: string | null; askerId: string | null }>(
  tx: Tx,
  entries: readonly E[],
): Promise<E[]> {
  const questionIds = entries.flatMap(({ questionId }) => questionId ?? []);
  const consents = await tx.consent.findMany({
    where: { purpose: "library", questionId: { in: questionIds }, withdrawnAt: null },
    select: { questionId: true, memberId: true },
  });
  const given = new Set(consents.map(({ questionId, memberId }) => `${questionId} ${memberId}`));
  return entries.filter(
    ({ questionId, askerId }) => questionId === null || given.has(`${questionId} ${askerId}`),
  );
}

const ENDED: ReadonlySet<string> = new Set(["expired", "revoked", "failed"]);

/** What became of the credentials that these were written under; an old answer keeps its line, and this beside it. */
async function sinceOf(tx: Tx, ids: readonly string[], now: Date) {
  const credentials = await tx.credential.findMany({ where: { id: { in: [...ids] } } });
  return new Map(
    credentials.map(({ id, status, expiresAt }): [string, LibraryAnswer["since"]] => {
      if (status === "suspended") return [id, "suspended"];
      return [id, ENDED.has(status) || (expiresAt !== null && expiresAt <= now) ? "ended" : undefined];
    }),
  );
}

/**
 * The answers that may be shown of these, in their order. State, day, consent and the answer itself are asked here, each
 * time: what was found a moment ago may be gone.
 */
export async function loadAnswers(
  tx: Tx,
  core: Core,
  { communityId, ids, now }: Asked,
): Promise<LibraryAnswer[]> {
  const kept = await tx.libraryEntry.findMany({
    where: { communityId, id: { in: [...ids] }, state: "kept", reviewBy: { gt: now } },
  });
  const entries = await unchanged(tx, await consented(tx, kept));
  entries.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
  const sealed = entries.map((entry) => sealedText(entry));
  const opened = await core.vault.openEach(
    tx,
    sealed.filter((one) => one !== undefined),
  );
  const since = await sinceOf(
    tx,
    entries.flatMap(({ credentialId }) => credentialId ?? []),
    now,
  );
  return entries.flatMap(({ id, number, topic, credentialId, reviewerRole, ...entry }, at) => {
    const text = opened[at];
    const { reviewedAt, renewedAt, reviewBy } = entry;
    if (text === undefined || !("text" in text) || reviewedAt === null || reviewBy === null) return [];
    return [
      {
        ...readEntryText(text.text),
        ...{ entryId: id, number, topic, reviewBy },
        since: since.get(credentialId ?? ""),
        reviewedAt: renewedAt ?? reviewedAt,
        reviewerRole: reviewerRole ?? undefined,
      },
    ];
  });
}
