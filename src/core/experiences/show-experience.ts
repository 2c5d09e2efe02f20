import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { type Amber, amberOf } from "./ambers.ts";
import { type Choices, choicesOf } from "./choices.ts";
import { type ExperienceStatus, statusOf } from "./experience.ts";
import { type ExperienceText, openShared } from "./experience-text.ts";
import { SHOWN_STATUSES } from "./list-experiences.ts";
import { type Use, usesIn } from "./uses.ts";

/** An experience as others read it, for whoever moderates; nobody's account, and not how it went. */
export interface ShownExperience {
  readonly experienceId: string;
  readonly number: number;
  readonly status: ExperienceStatus;
  readonly topic: string;
  readonly pseudonym: string;
  readonly whose: Choices["whose"];
  readonly text: ExperienceText;
  readonly labels: readonly { readonly label: Amber; readonly addedBy: string }[];
  readonly uses: Record<Use, boolean>;
  readonly sharedAt: Date | null;
  readonly editedAt: Date | null;
}

/** All that others read of one, or read before it was hidden. That somebody looked is written down. Refuses not_found. */
export async function showExperience(
  core: Core,
  { actor, number }: { actor: Actor; number: number },
): Promise<ShownExperience> {
  authorise(actor, "experience.list");
  const { communityId, memberId } = actor;
  return core.tx(async (tx, now) => {
    const row = await tx.experience.findFirst({
      where: { communityId, number, authorId: { not: memberId }, status: { in: [...SHOWN_STATUSES] } },
      include: { author: { select: { pseudonym: true } }, labels: true, uses: true },
    });
    const text = row === null ? undefined : await openShared(tx, core, row);
    if (row === null || text === undefined) throw refuse("not_found", { what: "experience" });
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: memberId,
      verb: "experience.read",
      subject: row.id,
    });
    return {
      experienceId: row.id,
      number,
      status: statusOf(row.status),
      topic: row.topic ?? "",
      pseudonym: row.author.pseudonym,
      whose: choicesOf(row).whose,
      text,
      labels: row.labels.flatMap(({ label: stored, addedBy }) => {
        const label = amberOf(stored);
        return label === undefined ? [] : [{ label, addedBy }];
      }),
      uses: usesIn(row.uses),
      sharedAt: row.sharedAt,
      editedAt: row.editedAt,
    };
  });
}
