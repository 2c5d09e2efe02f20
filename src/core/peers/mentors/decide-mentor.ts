import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { checkedReason } from "#core/credentials/decision/end-credential.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { holdMember } from "#core/members/hold-member.ts";
import { namedMember } from "#core/members/named-member.ts";
import { renewAmongFound } from "../card/among-found.ts";
import { endMentor } from "./end-mentor.ts";
import { asMentorState } from "./mentor.ts";
import { sealReason } from "./reason.ts";
import { refreshRequest, tellMentor } from "./tell.ts";

interface DecideMentor {
  readonly actor: Actor;
  /** By id or by name here. */
  readonly member: string;
  /** In plain words, to whom it is about; for a yes it may be empty. */
  readonly reason: string;
}

interface Deciding extends DecideMentor {
  readonly about: "approved" | "declined" | "ended";
}

/** With their member's row held. Refuses mentor_status where there is nothing to decide. */
async function decide(
  tx: Tx,
  core: Core,
  { actor, about, memberId, reason, now }: Deciding & { memberId: string; now: Date },
): Promise<void> {
  const byId = actor.memberId;
  const mentor = await tx.mentor.findUnique({ where: { memberId } });
  const state = mentor === null ? "none" : asMentorState(mentor.state);
  if (state !== (about === "ended" ? "active" : "waiting")) throw refuse("mentor_status", { is: state });
  const reasonSealed = reason === "" ? undefined : await sealReason(tx, core, memberId, reason);
  if (about === "ended") {
    const sealed = reasonSealed === undefined ? {} : { reasonSealed };
    await endMentor(tx, core, { memberId, event: "end", byId, ...sealed, now });
    return;
  }
  await tx.mentor.update({
    where: { memberId },
    data: {
      state: about === "approved" ? "active" : "declined",
      ...{ decidedById: byId, decidedAt: now, reasonSealed: reasonSealed ?? null },
    },
  });
  if (about === "declined") return;
  const key = { memberId, role: "mentor" };
  await tx.memberRole.upsert({
    where: { memberId_role: key },
    create: { ...key, createdAt: now },
    update: {},
  });
}

async function decided(core: Core, deciding: Deciding): Promise<{ memberId: string; name: string }> {
  const { actor, member, about } = deciding;
  authorise(actor, "mentor.decide");
  const { communityId } = actor;
  const reason = about === "approved" && deciding.reason.trim() === "" ? "" : checkedReason(deciding.reason);
  const found = await core.tx(async (tx, now) => {
    const { id: memberId, pseudonym: name } = await namedMember(tx, { communityId, member });
    authorise(actor, "mentor.decide", { communityId, ownerId: memberId });
    await holdMember(tx, memberId);
    await decide(tx, core, { ...deciding, reason, memberId, now });
    const { platform } = await tx.mentor.findUniqueOrThrow({ where: { memberId } });
    await tellMentor(tx, core, { communityId, memberId, platform, about, at: now });
    await refreshRequest(tx, core, { communityId, memberId, at: now });
    await renewAmongFound(tx, core, { memberId, now });
    const verb = `mentor.${about}`;
    await record(tx, { at: now.getTime(), communityId, actor: actor.memberId, verb, subject: memberId });
    return { memberId, name };
  });
  core.wake();
  return found;
}

/** They are a mentor from now on; one person's yes is enough. Refuses not_found, mentor_status, too_long. */
export const approveMentor = (core: Core, deciding: DecideMentor) =>
  decided(core, { ...deciding, about: "approved" });

/** They may try again in 90 days. Refuses not_found, mentor_status, empty, too_long. */
export const declineMentor = (core: Core, deciding: DecideMentor) =>
  decided(core, { ...deciding, about: "declined" });

/** They are no mentor any more; their pairs go on as pairs like any other. Refuses not_found, mentor_status, empty, too_long. */
export const endMentorRole = (core: Core, deciding: DecideMentor) =>
  decided(core, { ...deciding, about: "ended" });
