import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { refuse } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { tellHolder } from "../tell.ts";
import { proofKey, withoutAddress } from "./open-proof.ts";

/** After so many wrong codes a proof is over. */
const TRIES = 5;

/** A wrong code counts against every proof that is open, or each would be one more chance. */
async function countWrong(tx: Tx, ids: readonly string[]): Promise<number> {
  await tx.controlProof.updateMany({
    where: { id: { in: [...ids] }, state: "open" },
    data: { tries: { increment: 1 } },
  });
  await tx.controlProof.updateMany({
    where: { id: { in: [...ids] }, state: "open", tries: { gte: TRIES } },
    data: { state: "failed", codeKey: null, addressSealed: null },
  });
  const left = await tx.controlProof.findMany({ where: { id: { in: [...ids] }, state: "open" } });
  return left.length === 0 ? 0 : TRIES - Math.max(...left.map(({ tries }) => tries));
}

/**
 * The provider enters the code that they were given, from the account that is to be proved. It works once and for this claim
 * alone. Refuses no_code_waits when nothing is open, wrong_code with how many tries are left.
 */
export async function enterCode(
  core: Core,
  { actor, code }: { actor: Actor; code: string },
): Promise<{ credentialId: string; kind: string }> {
  authorise(actor, "credential.prove");
  const done = await core.tx(async (tx, now) => {
    const open = await tx.controlProof.findMany({
      where: { state: "open", expiresAt: { gt: now }, credential: { memberId: actor.memberId } },
      include: { credential: true },
    });
    if (open.length === 0) throw refuse("no_code_waits", {});
    const right = open.find(({ codeKey, credentialId }) => codeKey === proofKey(core, credentialId, code));
    if (right === undefined) {
      const left = await countWrong(
        tx,
        open.map(({ id }) => id),
      );
      // Counted and committed: the refusal follows.
      return { left };
    }
    const { count } = await tx.controlProof.updateMany({
      where: { id: right.id, state: "open", codeKey: right.codeKey },
      data: {
        state: "done",
        codeKey: null,
        doneAt: now,
        addressSealed: await withoutAddress(tx, core, { ...right, memberId: actor.memberId }),
      },
    });
    if (count === 0) throw refuse("code_expired", {});
    await tellHolder(tx, core, right.credential, "proved", now);
    await record(tx, {
      at: now.getTime(),
      communityId: actor.communityId,
      actor: actor.memberId,
      verb: "credential.proved",
      subject: right.credentialId,
      detail: { kind: right.kind },
    });
    return { credentialId: right.credentialId, kind: right.kind };
  });
  if ("left" in done) throw refuse("wrong_code", { left: done.left });
  core.wake();
  return done;
}
