import type { Core } from "#core/core.ts";
import { EXPERIENCE } from "#core/experiences/experience.ts";
import { openShared } from "#core/experiences/experience-text.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { NO_DANGER } from "#core/peers/asked/readable-questions.ts";
import { hiddenFrom } from "#core/peers/blocks/hidden-from.ts";
import { screen } from "#core/screening/screen.ts";
import type { DigestTip } from "./cards.ts";
import { firstLine } from "./first-line.ts";

/** More are not looked through for one line. */
const MOST_LOOKED_AT = 100;

interface Reader {
  readonly memberId: string;
  readonly communityId: string;
}

/**
 * Experiences that a tip may come from for this reader, newest first; among some where `ids` are given: shared with the community,
 * without a label, by somebody who is here and not hidden from the reader, and with no open case about it.
 */
export async function tipSources(tx: Tx, { memberId, communityId }: Reader, ids?: readonly string[]) {
  const hidden = await hiddenFrom(tx, memberId);
  const rows = await tx.experience.findMany({
    where: {
      ...(ids === undefined ? {} : { id: { in: [...ids] } }),
      communityId,
      status: "shared",
      authorId: { notIn: [memberId, ...hidden] },
      author: { state: "active" },
      uses: { some: { use: "community", withdrawnAt: null } },
      labels: { none: {} },
    },
    orderBy: [{ sharedAt: "desc" }, { id: "desc" }],
    take: MOST_LOOKED_AT,
  });
  const open = await tx.case.findMany({
    where: {
      communityId,
      subjectKind: EXPERIENCE,
      subjectId: { in: rows.map(({ id }) => id) },
      state: "open",
    },
    select: { subjectId: true },
  });
  const reported = new Set(open.map(({ subjectId }) => subjectId));
  return rows.filter(({ id }) => !reported.has(id));
}

/** The line of one; undefined where its author wrote nothing of what helped, or where it may speak of danger. */
export async function tipOf(
  tx: Tx,
  core: Core,
  row: Awaited<ReturnType<typeof tipSources>>[number],
): Promise<DigestTip | undefined> {
  const text = await openShared(tx, core, row);
  const helped = firstLine(text?.helped ?? "");
  if (text === undefined || helped === "") return undefined;
  const { verdict } = screen(`${text.about}\n${helped}`, { policies: core.policies() });
  const isSafe = (NO_DANGER as readonly string[]).includes(verdict);
  return isSafe ? { experienceId: row.id, about: text.about, helped } : undefined;
}
