import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { DomainError } from "#core/errors.ts";
import { record } from "#core/foundation/audit/record.ts";

interface Tried {
  readonly verb: string;
  readonly subject: string;
}

/**
 * Runs an act of which it must be known who tried it in vain. Once it said what it is about (`watch`), a refusal stays on
 * record with its code, while nothing else of the act does. Whose role does not allow it touches nothing.
 */
export async function keepingRefusals<T>(
  core: Core,
  actor: Actor,
  act: (watch: (tried: Tried) => void) => Promise<T>,
): Promise<T> {
  let watched: Tried | undefined;
  try {
    return await act((tried) => {
      watched = tried;
    });
  } catch (error) {
    const tried = watched;
    if (tried !== undefined && error instanceof DomainError && error.code !== "not_allowed")
      await core.tx((tx, now) =>
        record(tx, {
          at: now.getTime(),
          communityId: actor.communityId,
          actor: actor.memberId,
          ...tried,
          detail: { code: error.code },
        }),
      );
    throw error;
  }
}
