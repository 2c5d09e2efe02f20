import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { type Amber, ambersIn } from "./ambers.ts";
import { type Choices, choicesOf } from "./choices.ts";
import { type ExperienceStatus, statusOf } from "./experience.ts";
import { type ExperienceText, openPending, openShared, type Pending } from "./experience-text.ts";
import { type Remarks, remarksOn } from "./screen-experience.ts";
import { type Use, usesIn } from "./uses.ts";

/** Somebody's own experience, as they see it: what waits to be shared, else what is. */
export interface OwnExperience {
  readonly experienceId: string;
  readonly number: number;
  readonly status: ExperienceStatus;
  /** Which text and choices these are: Share takes the ones that were seen, or none. */
  readonly edition: number;
  /** What is shown here is not shared yet. */
  readonly waits: boolean;
  readonly pseudonym: string;
  readonly text: ExperienceText;
  readonly choices: Choices;
  readonly labels: readonly { readonly label: Amber; readonly byModerator: boolean }[];
  readonly uses: Record<Use, boolean>;
  readonly sharedAt: Date | null;
  readonly remarks: Remarks;
}

/** The same before it was read for remarks, which takes longer than a transaction should. */
export type StoredExperience = Omit<OwnExperience, "remarks">;

/** With what its author hears about the text. Called when the transaction is over. */
export const remarked = <T extends StoredExperience>(core: Core, own: T): T & { remarks: Remarks } => ({
  ...own,
  remarks: remarksOn(core, own.text),
});

/** One's own, or it is nowhere: of somebody else and of another community one learns nothing. Refuses not_found. */
export async function requireOwn(
  tx: Tx | Core["db"],
  { actor, experienceId }: { actor: Actor; experienceId: string },
) {
  const { communityId, memberId: authorId } = actor;
  const row = await tx.experience.findFirst({
    where: { id: experienceId, communityId, authorId, status: { notIn: ["removed", "cancelled"] } },
    include: { uses: true, labels: true },
  });
  if (row === null) throw refuse("not_found", { what: "experience" });
  return row;
}

type Row = Awaited<ReturnType<typeof requireOwn>>;

/** What waits to be shared, else what is shared. Refuses not_found where nothing is left of it. */
export async function textAndChoices(tx: Tx, core: Core, row: Row): Promise<Pending & { waits: boolean }> {
  const pending = await openPending(tx, core, row);
  if (pending !== undefined) return { ...pending, waits: true };
  const text = await openShared(tx, core, row);
  if (text === undefined) throw refuse("not_found", { what: "experience" });
  return { text, choices: choicesOf(row), waits: false };
}

/** Reads one's own experience as it stands in this transaction. Refuses not_found. */
export async function readOwn(
  tx: Tx,
  core: Core,
  { actor, experienceId }: { actor: Actor; experienceId: string },
): Promise<StoredExperience> {
  const row = await requireOwn(tx, { actor, experienceId });
  const { text, choices, waits, uses } = await textAndChoices(tx, core, row);
  const byModerator = (label: Amber) =>
    row.labels.some((one) => one.label === label && one.addedBy === "moderator");
  return {
    experienceId,
    number: row.number,
    status: statusOf(row.status),
    edition: row.edition,
    waits,
    pseudonym: actor.pseudonym,
    text,
    choices,
    labels: ambersIn(row.labels.map(({ label }) => label)).map((label) => ({
      label,
      byModerator: byModerator(label),
    })),
    uses: { ...usesIn(row.uses), ...uses },
    sharedAt: row.sharedAt,
  };
}
