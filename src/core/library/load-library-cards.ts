import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import type { DueEntry, KeepRequestCard, KeepTeamCard, LibraryDueCard } from "./cards.ts";
import { unchanged } from "./current-answer.ts";
import { openEntry, openNote } from "./entry-text.ts";
import { entryStateOf } from "./library-entry.ts";
import { readDueSubject } from "./tell-owners.ts";

/** One card lists no more; the next week brings the rest. */
const MOST_DUE = 8;

/** An entry with its question, and what both cards about it say. */
async function readAsked(tx: Tx, core: Core, entryId: string) {
  const entry = await tx.libraryEntry.findUnique({ where: { id: entryId } });
  if (entry === null || entry.questionId === null) return undefined;
  const { questionId } = entry;
  const question = await tx.question.findUnique({
    where: { id: questionId },
    include: { community: true, asker: true },
  });
  if (question === null) return undefined;
  const asked = {
    ...{ entryId, questionId, number: question.number, state: entryStateOf(entry.state) },
    text: await openEntry(tx, core, entry),
    waitsUntil: entry.waitsUntil ?? undefined,
    reviewBy: entry.reviewBy ?? undefined,
    hidden: entry.hiddenAt !== null,
    onShelf: entry.shelf !== null,
  };
  return { entry, question, asked };
}

/** Subject: the entry's id. */
export async function loadKeepRequestCard(
  tx: Tx,
  core: Core,
  entryId: string,
): Promise<KeepRequestCard | undefined> {
  const read = await readAsked(tx, core, entryId);
  if (read === undefined) return undefined;
  const { entry, question, asked } = read;
  return {
    kind: "keep-request",
    ...asked,
    community: question.community.name,
    agreed: entry.patientAgreedAt !== null,
    quiet: question.asker.quiet,
  };
}

/** Subject: the entry's id. */
export async function loadKeepTeamCard(
  tx: Tx,
  core: Core,
  entryId: string,
): Promise<KeepTeamCard | undefined> {
  const read = await readAsked(tx, core, entryId);
  if (read === undefined) return undefined;
  const { entry, asked } = read;
  const { keeperId, authorId, askerId, noteSealed: blob } = entry;
  const members = await tx.member.findMany({ where: { id: { in: [keeperId, authorId ?? ""] } } });
  const nameOf = (id: string | null) => members.find((one) => one.id === id)?.pseudonym ?? "a colleague";
  return {
    kind: "keep-team",
    ...asked,
    keeper: nameOf(keeperId),
    author: nameOf(authorId),
    waitsFor: [
      ...(entry.patientAgreedAt === null ? (["patient"] as const) : []),
      ...(entry.authorAgreedAt === null ? (["author"] as const) : []),
    ],
    note:
      blob === null || askerId === null
        ? undefined
        : await openNote(tx, core, { id: entryId, askerId, blob }),
  };
}

/** Subject: see readDueSubject. Nothing once all was said. */
export async function loadLibraryDueCard(
  tx: Tx,
  core: Core,
  subjectId: string,
): Promise<LibraryDueCard | undefined> {
  const { communityId, authorId, to } = readDueSubject(subjectId);
  const stale = await tx.libraryEntry.findMany({
    where: { communityId, authorId, state: "stale" },
    orderBy: [{ reviewBy: "asc" }, { number: "asc" }],
    take: MOST_DUE,
  });
  const same = new Set((await unchanged(tx, stale)).map(({ id }) => id));
  const entries: DueEntry[] = [];
  for (const entry of stale) {
    const { id: entryId, number, reviewBy } = entry;
    const text = await openEntry(tx, core, entry);
    if (text === undefined || reviewBy === null) continue;
    entries.push({ ...{ entryId, number, reviewBy }, question: text.question, changed: !same.has(entryId) });
  }
  return { kind: "library-due", entries, to };
}
