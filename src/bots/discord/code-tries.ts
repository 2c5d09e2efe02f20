import type { Core } from "#core/core.ts";
import { refuseTooMany } from "#core/refuse-too-many.ts";
import { InHand } from "./in-hand.ts";

const MOST_AN_HOUR = 10;
const HOUR_MS = 3_600_000;
/** How many accounts are remembered. */
const MOST_ACCOUNTS = 10_000;

/**
 * When each account tried a code lately, by its blind key. In memory is enough: a code has 40 bits, so at ten tries an hour
 * even a thousand accounts that a restart forgets each day guess one in some thousand years.
 */
const tries = new InHand<readonly { readonly createdAt: Date }[]>(MOST_ACCOUNTS);

/** Counts one try of a code by an account. Refuses too_many. */
export function requireTry(core: Core, accountId: string): void {
  const key = core.vault.blindIndex("discord|code-try", accountId);
  const now = core.clock.now();
  const since = now.getTime() - HOUR_MS;
  const recent = (tries.get(key) ?? []).filter(({ createdAt }) => createdAt.getTime() > since);
  refuseTooMany(recent, { most: MOST_AN_HOUR, withinMs: HOUR_MS });
  tries.keep(key, [...recent, { createdAt: now }]);
}
