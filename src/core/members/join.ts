import type { Actor, Role } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { accountKey } from "#core/foundation/vault/index-keys.ts";
import { returnIfRemoved } from "#core/moderation/decisions/return-if-removed.ts";
import { planWelcome } from "#core/rhythm/plan-welcome.ts";
import { checkedPseudonym } from "./pseudonym.ts";
import { readActor } from "./read-actor.ts";
import { registerAccount } from "./register-account.ts";

export interface Join {
  readonly communityId: string;
  readonly spaceId: string;
  readonly platform: string;
  readonly externalId: string;
  readonly pseudonym: string;
  /** Two letters; for crisis lines. */
  readonly country: string;
  readonly statesAdult: boolean;
  readonly textVersion: string;
  readonly role?: Extract<Role, "patient" | "caregiver">;
  /** Here for somebody they care for too: the role caregiver besides. */
  readonly cares?: boolean;
}

/** Gives a member, who may do nothing yet or is only an applicant, what joining gives. */
async function letIn(
  tx: Tx,
  core: Core,
  { memberId, communityId }: { memberId: string; communityId: string },
  {
    input: { country, textVersion, platform },
    roles,
    now,
  }: { input: Join; roles: readonly Role[]; now: Date },
): Promise<Actor> {
  await tx.member.update({ where: { id: memberId }, data: { country, adultStatedAt: now } });
  for (const role of roles) await tx.memberRole.create({ data: { memberId, role, createdAt: now } });
  await tx.consent.create({
    data: { id: core.newId(), memberId, purpose: "joining", textVersion, givenAt: now },
  });
  await planWelcome(tx, { memberId, communityId, platform, now });
  await record(tx, {
    at: now.getTime(),
    communityId,
    actor: memberId,
    verb: "member.joined",
    subject: memberId,
    detail: { textVersion },
  });
  const actor = await readActor(tx, memberId);
  if (actor === undefined) throw new Error("a member vanished while they joined");
  return actor;
}

/** Why an account that is known here cannot join. */
async function refusalFor(tx: Tx, { memberId, pseudonym }: { memberId: string; pseudonym: string }) {
  const { state } = await tx.member.findUniqueOrThrow({ where: { id: memberId } });
  return state === "banned" ? refuse("barred", {}) : refuse("already_joined", { pseudonym });
}

const rolesOf = ({ role = "patient", cares = false }: Join): readonly Role[] =>
  cares && role !== "caregiver" ? [role, "caregiver"] : [role];

/**
 * Makes a member of an account: a name of their own, their own key, and their consent to this version of the text. Joining
 * again says who they are already; whoever was removed comes back as who they were. Refuses barred,
 * underage, not_linked, name_taken and what checkedPseudonym refuses.
 */
export async function join(core: Core, input: Join): Promise<Actor> {
  const { communityId, spaceId, platform, externalId } = input;
  if (!input.statesAdult) throw refuse("underage", {});
  const roles = rolesOf(input);
  const pseudonym = checkedPseudonym(input.pseudonym);
  const externalKey = accountKey(core, communityId, platform, externalId);
  return core.tx(async (tx, now) => {
    const space = await tx.space.findUnique({ where: { id: spaceId } });
    if (space === null || space.communityId !== communityId || space.platform !== platform)
      throw refuse("not_linked", {});
    const known = await tx.account.findUnique({
      where: { communityId_platform_externalKey: { communityId, platform, externalKey } },
    });
    if (known !== null) {
      const { memberId } = known;
      const returned = await returnIfRemoved(tx, core, { memberId, now });
      const actor = await readActor(tx, memberId);
      if (actor === undefined) throw await refusalFor(tx, { memberId, pseudonym });
      if (returned) return actor;
      if (actor.roles.some((one) => one !== "applicant"))
        throw refuse("already_joined", { pseudonym: actor.pseudonym });
      // Somebody who only said that they are a provider is a member with no way to ask: they join as who they are here.
      return letIn(tx, core, actor, { input, roles, now });
    }
    const { memberId } = await registerAccount(tx, core, {
      communityId,
      platform,
      externalKey,
      externalId,
      spaceId,
      pseudonym,
      now,
    });
    return letIn(tx, core, { memberId, communityId }, { input, roles, now });
  });
}
