import type { Core } from "#core/core.ts";
import type { FromAccount } from "#core/moderation/appeals/proof.ts";
import { refuseTooMany } from "#core/refuse-too-many.ts";
import { InHand } from "./in-hand.ts";

const MOST_AN_HOUR = 10;
const HOUR_MS = 3_600_000;
/** How many accounts are remembered. */
const MOST_ACCOUNTS = 10_000;

/**
 * When each account tried a code lately, by its blind key. In memory is enough: a code has 40 bits and is good for 20 days, so
 * with ten thousand tries an hour, by a thousand accounts at once or after ever new restarts, it takes some sixty years to
 * meet one of a hundred codes.
 */
const tries = new InHand<readonly { readonly createdAt: Date }[]>(MOST_ACCOUNTS);

/** Counts one try of a code by an account. Refuses too_many. */
export function requireTry(core: Core, { platform, spaceId, accountId }: FromAccount): void {
  // On Discord an account is one everywhere; in Slack its id is that of a workspace.
  const who = platform === "slack" ? `${spaceId}|${accountId}` : accountId;
  const key = core.vault.blindIndex(`${platform}|code-try`, who);
  const now = core.clock.now();
  const since = now.getTime() - HOUR_MS;
  const recent = (tries.get(key) ?? []).filter(({ createdAt }) => createdAt.getTime() > since);
  refuseTooMany(recent, { most: MOST_AN_HOUR, withinMs: HOUR_MS });
  tries.keep(key, [...recent, { createdAt: now }]);
}
