import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { EXPERIENCE, type ExperienceEvent, next, statusOf } from "#core/experiences/experience.ts";
import {
  type ExperienceText,
  keepVersion,
  mapFields,
  openShared,
  openVersion,
  sealExperience,
} from "#core/experiences/experience-text.ts";
import { followSearch } from "#core/experiences/follow-search.ts";
import { liveStatus } from "#core/experiences/live-status.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { withoutWords } from "./redact-words.ts";
import { redactionsOf } from "./redactions-of.ts";

const read = (tx: Tx, id: string) => tx.experience.findUniqueOrThrow({ where: { id } });
type Experience = Awaited<ReturnType<typeof read>>;

/** An experience, its row held until the commit: two decisions about one text take turns. */
async function hold(tx: Tx, id: string): Promise<Experience> {
  return tx.experience.update({ where: { id }, data: { version: { increment: 0 } } });
}

/** Takes the step that a decision makes of it; none where its author took it away before. */
async function follow(
  tx: Tx,
  core: Core,
  { id, version, status: is }: Experience,
  event: ExperienceEvent,
): Promise<void> {
  const to = next(statusOf(is), event);
  if (to === undefined) return;
  const status = to === "shared" ? await liveStatus(tx, core, { id, version }) : to;
  // What waited to be shared was written over the text as it was: its author is shown it anew.
  await tx.experience.update({ where: { id }, data: { status, edition: { increment: 1 } } });
  await followSearch(tx, core, id);
}

/** Nobody but its author finds it while a decision to hide it stands. */
export async function hideExperience(tx: Tx, core: Core, id: string): Promise<void> {
  await follow(tx, core, await hold(tx, id), "hide");
}

/** Shows it again, unless another decision hides it too. */
export async function showExperience(tx: Tx, core: Core, id: string): Promise<void> {
  await follow(tx, core, await hold(tx, id), "show");
}

const without = (text: ExperienceText, words: readonly string[]): ExperienceText =>
  mapFields((field) => withoutWords(text[field], words));

const reads = (one: ExperienceText, other: ExperienceText): boolean =>
  JSON.stringify(without(one, [])) === JSON.stringify(without(other, []));

/** A text as its author shared it last, as it reads now, and the words that are gone from it. */
async function textsOf(tx: Tx, core: Core, row: Experience) {
  const shown = await openShared(tx, core, row);
  if (shown === undefined) return undefined;
  const { id: subjectId, authorId, version } = row;
  const { written, words } = await redactionsOf(tx, core, { subjectKind: EXPERIENCE, subjectId, version });
  const before =
    written === version ? shown : await openVersion(tx, core, { id: subjectId, authorId, version: written });
  return { shown, before, words };
}

/** The text becomes another one, and what stood is kept as a version. */
async function replace(
  tx: Tx,
  core: Core,
  row: Experience,
  { shown, text }: { shown: ExperienceText; text: ExperienceText },
) {
  const { id, version } = row;
  await keepVersion(tx, core, row, shown, row.editedAt ?? row.sharedAt ?? row.createdAt);
  await tx.experience.update({
    where: { id },
    data: {
      version: version + 1,
      crossingSealed: await sealExperience(tx, core, row, "crossingSealed", text),
    },
  });
  return { version: version + 1 };
}

/**
 * Removes words from an experience, beside those that other decisions removed; what its author shared is kept as a version.
 * Gives the version that had them. Refuses words_not_there, and not_found where its author deleted it.
 */
export async function removeFromExperience(
  tx: Tx,
  core: Core,
  { experienceId, words }: { experienceId: string; words: readonly string[] },
): Promise<number> {
  const row = await hold(tx, experienceId);
  const texts = await textsOf(tx, core, row);
  if (texts === undefined) throw refuse("not_found", { what: "experience" });
  const { before = texts.shown, words: gone, shown } = texts;
  const text = without(before, [...gone, ...words]);
  if (reads(text, without(before, gone))) throw refuse("words_not_there", {});
  await replace(tx, core, row, { shown, text });
  const status = next(statusOf(row.status), "redact") ?? statusOf(row.status);
  // A change that waits may have the words still: one press would bring them back.
  const forgotten = { pendingOriginalSealed: null, pendingSealed: null };
  await tx.experience.update({
    where: { id: experienceId },
    data: { status, edition: { increment: 1 }, ...forgotten },
  });
  await followSearch(tx, core, experienceId);
  return row.version;
}

/**
 * Makes it what its author shared without the words that decisions which stand remove, once one of them stands no more. What
 * its author changed since stays. Gives the version that this made; undefined where nothing came of it.
 */
export async function restoreExperience(
  tx: Tx,
  core: Core,
  experienceId: string,
): Promise<number | undefined> {
  const row = await hold(tx, experienceId);
  const texts = await textsOf(tx, core, row);
  if (texts?.before === undefined) return undefined;
  const text = without(texts.before, texts.words);
  if (reads(text, texts.shown)) return undefined;
  const { version } = await replace(tx, core, row, { shown: texts.shown, text });
  const to = next(statusOf(row.status), "restore") ?? statusOf(row.status);
  const status = to === "shared" && texts.words.length > 0 ? "redacted" : to;
  await tx.experience.update({ where: { id: experienceId }, data: { status, edition: { increment: 1 } } });
  await followSearch(tx, core, experienceId);
  return version;
}
