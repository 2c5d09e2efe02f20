import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { endSharing } from "./end-sharing.ts";
import { next, statusOf } from "./experience.ts";
import { type OwnExperience, readOwn, requireOwn } from "./own-experience.ts";
import { USE_TEXT_VERSION, useOf, usesIn } from "./uses.ts";

export interface ChangeUse {
  readonly actor: Actor;
  readonly experienceId: string;
  /** "community", "providers", "library". */
  readonly use: string;
  readonly on: boolean;
}

/**
 * Agrees to one use of one's experience, or takes that back; each stands by itself, and holds at once. Without the community's
 * nothing is shared: taking that back withdraws it, and to give it again one shares it again. Refuses not_found, invalid_input,
 * experience_status, and silenced where it would let more people read what is shared.
 */
export async function changeUse(
  core: Core,
  { actor, experienceId, ...wanted }: ChangeUse,
): Promise<OwnExperience> {
  authorise(actor, "experience.draft");
  const use = useOf(wanted.use);
  if (use === undefined) throw refuse("invalid_input", { field: "use", rule: "is one of three" });
  const { on } = wanted;
  return core.tx(async (tx, now) => {
    const row = await requireOwn(tx, { actor, experienceId });
    const status = statusOf(row.status);
    // Nothing of it is shared, so there is nothing that anybody could use.
    if (status === "withdrawn") throw refuse("experience_status", { is: status, wanted: "share" });
    // More people read what stands, so it waits for the end of a time-out.
    if (on && next(status, "withdraw") !== undefined) authorise(actor, "experience.share");
    if (usesIn(row.uses)[use] === on) return readOwn(tx, core, { actor, experienceId });
    await tx.experienceUse.upsert({
      where: { experienceId_use: { experienceId, use } },
      create: {
        experienceId,
        use,
        textVersion: USE_TEXT_VERSION,
        givenAt: now,
        withdrawnAt: on ? null : now,
      },
      update: on ? { textVersion: USE_TEXT_VERSION, givenAt: now, withdrawnAt: null } : { withdrawnAt: now },
    });
    await record(tx, {
      at: now.getTime(),
      communityId: actor.communityId,
      actor: actor.memberId,
      verb: on ? "experience.allowed" : "experience.disallowed",
      subject: experienceId,
      detail: { use },
    });
    if (use === "community" && !on && next(status, "withdraw") !== undefined)
      await endSharing(tx, core, { row, event: "withdraw", now });
    return readOwn(tx, core, { actor, experienceId });
  });
}
