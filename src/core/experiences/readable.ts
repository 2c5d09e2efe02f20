import type { Actor, Role } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { requireStanding } from "#core/credentials/standing.ts";
import { ambersIn } from "./ambers.ts";
import { ambersOf } from "./ambers-of.ts";
import { choicesOf } from "./choices.ts";
import { FOUND } from "./experience.ts";
import { openShared } from "./experience-text.ts";
import type { ExperienceCard } from "./find-experiences.ts";
import { hiddenAuthors } from "./hidden-authors.ts";
import type { Use } from "./uses.ts";

const PATIENTS: ReadonlySet<Role> = new Set(["patient", "caregiver", "mentor"]);

/** Whoever is here as a member reads what members may read; a provider who is none, what verified providers may. */
const useFor = ({ roles }: Actor): Use =>
  roles.some((role) => PATIENTS.has(role)) ? "community" : "providers";

/** Found, and still to be shown to this reader: read again here, whatever the search remembers. */
export async function readable(core: Core, reader: Actor, ids: readonly string[]) {
  const { communityId } = reader;
  const use = useFor(reader);
  if (use === "providers") await core.tx((tx, now) => requireStanding(tx, reader, now));
  const hidden = await hiddenAuthors(core, reader);
  const never = await ambersOf(core.db, reader.memberId);
  const rows = await core.db.experience.findMany({
    where: {
      id: { in: [...ids] },
      communityId,
      status: { in: [...FOUND] },
      authorId: { notIn: [...hidden] },
      author: { state: "active" },
      uses: { some: { use, withdrawnAt: null } },
      labels: { none: { label: { in: [...never] } } },
    },
    include: { author: { select: { pseudonym: true } }, labels: true },
  });
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

export type ReadableRow = Awaited<ReturnType<typeof readable>>[number];

/** What this reader sees of it; undefined where nothing is left. */
export async function cardOf(
  core: Core,
  reader: Actor,
  row: ReadableRow,
): Promise<ExperienceCard | undefined> {
  const text = await openShared(core.db, core, row);
  if (text === undefined) return undefined;
  return {
    experienceId: row.id,
    pseudonym: row.author.pseudonym,
    isOwn: row.authorId === reader.memberId,
    topic: row.topic ?? "",
    whose: choicesOf(row).whose,
    text,
    labels: ambersIn(row.labels.map(({ label }) => label)),
    redacted: row.status === "redacted",
  };
}
