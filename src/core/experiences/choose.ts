import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { choiceOf } from "./choices.ts";
import { next, statusOf } from "./experience.ts";
import { sealExperience } from "./experience-text.ts";
import { type OwnExperience, readOwn, remarked, requireOwn, textAndChoices } from "./own-experience.ts";

export interface Choose {
  readonly actor: Actor;
  readonly experienceId: string;
  /** "topic", "whose", "outcome", "noticed". */
  readonly choice: string;
  readonly value: string;
}

/**
 * One of the choices that a form has no room for. Of what is shared already it waits for Share, like new words. Refuses
 * not_found, invalid_input, experience_status, stale_card.
 */
export async function choose(
  core: Core,
  { actor, experienceId, choice, value }: Choose,
): Promise<OwnExperience> {
  authorise(actor, "experience.draft");
  const chosen = choiceOf(choice, value);
  if (chosen === undefined) throw refuse("invalid_input", { field: choice, rule: "is chosen from the list" });
  const own = await core.tx(async (tx) => {
    const row = await requireOwn(tx, { actor, experienceId });
    const status = statusOf(row.status);
    if (status !== "draft" && next(status, "edit") === undefined)
      throw refuse("experience_status", { is: status, wanted: "edit" });
    const { text, choices, uses } = await textAndChoices(tx, core, row);
    const pending = { text, choices: { ...choices, ...chosen }, ...(uses === undefined ? {} : { uses }) };
    const { count } = await tx.experience.updateMany({
      where: { id: experienceId, edition: row.edition, status: row.status },
      data: {
        edition: { increment: 1 },
        pendingSealed: await sealExperience(tx, core, row, "pendingSealed", pending),
      },
    });
    if (count === 0) throw refuse("stale_card", {});
    return readOwn(tx, core, { actor, experienceId });
  });
  return remarked(core, own);
}
