import type { Actor } from "#core/access.ts";
import { record } from "#core/foundation/audit/record.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { USE_TEXT_VERSION, type Use } from "./uses.ts";

interface SetUse {
  readonly actor: Actor;
  readonly experienceId: string;
  readonly use: Use;
  readonly on: boolean;
  readonly now: Date;
}

/** Writes down that an author agreed to a use, or took that back. */
export async function setUse(tx: Tx, { actor, experienceId, use, on, now }: SetUse): Promise<void> {
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
}
