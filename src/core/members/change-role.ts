import { type Actor, authorise, type Role } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import { endForDecision } from "#core/peers/mentors/end-for-decision.ts";
import { holdMember } from "./hold-member.ts";
import { namedMember } from "./named-member.ts";
import { readActor } from "./read-actor.ts";

/** Roles that an admin gives. Those of providers come with a credential, a mentor's with the quiz, and a patient's with joining. */
export const GIVEN_ROLES = ["moderator", "auditor", "admin"] as const satisfies readonly Role[];
/** A lead's powers an admin can also take, without ending the credential; and what is left of a mentor's, who is one no more. */
export const TAKEN_ROLES = [...GIVEN_ROLES, "lead", "mentor"] as const satisfies readonly Role[];
export type TakenRole = (typeof TAKEN_ROLES)[number];

export interface ChangeRole {
  readonly actor: Actor;
  /** By id or by name here. */
  readonly member: string;
  readonly role: TakenRole;
  readonly held: boolean;
}

/** Gives a member a role or takes it back; doing it twice changes nothing. Nobody changes their own. Refuses not_found. */
export async function changeRole(core: Core, { actor, member, role, held }: ChangeRole): Promise<Actor> {
  const { communityId } = actor;
  authorise(actor, "member.change-role");
  if (held && role === "lead")
    throw refuse("invalid_input", {
      field: "role",
      rule: "of a lead comes with a credential or an invitation",
    });
  if (held && role === "mentor")
    throw refuse("invalid_input", { field: "role", rule: "of a mentor comes by curbside mentor approve" });
  return core.tx(async (tx, now) => {
    const { id: memberId } = await namedMember(tx, { communityId, member });
    authorise(actor, "member.change-role", { communityId, ownerId: memberId });
    const key = { memberId, role };
    if (held) {
      await tx.memberRole.upsert({
        where: { memberId_role: key },
        create: { ...key, createdAt: now },
        update: {},
      });
    } else {
      if (role === "mentor") {
        await holdMember(tx, memberId);
        await endForDecision(tx, core, { memberId, now });
      }
      await tx.memberRole.deleteMany({ where: key });
    }
    await record(tx, {
      at: now.getTime(),
      communityId,
      actor: actor.memberId,
      verb: held ? "role.given" : "role.taken",
      subject: memberId,
      detail: { role },
    });
    const changed = await readActor(tx, memberId);
    if (changed === undefined) throw new Error("a member vanished while their role was changed");
    return changed;
  });
}
