import { type Actor, authorise } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { record } from "#core/foundation/audit/record.ts";

/** What becomes of the rules that stand on a platform, counted. */
export interface PushCounts {
  readonly created: number;
  readonly changed: number;
  /** Of these, how many somebody had changed there by hand. */
  readonly byHand: number;
  readonly removed: number;
  readonly same: number;
}

/**
 * Lets `push` bring a platform's own filter in line with the policies. It is written down before and after, so that no
 * change there is without its entry, also where the platform stopped half-way.
 */
export async function pushPolicies(
  core: Core,
  {
    actor,
    platform,
    counts,
    push,
  }: { actor: Actor; platform: string; counts: PushCounts; push: () => Promise<void> },
): Promise<void> {
  authorise(actor, "policy.push");
  const { communityId, memberId } = actor;
  const write = (verb: string) =>
    core.tx((tx, now) =>
      record(tx, {
        at: now.getTime(),
        communityId,
        actor: memberId,
        verb,
        subject: communityId,
        detail: { platform, ...counts },
      }),
    );
  await write("policy.push-begun");
  await push();
  await write("policy.pushed");
}
