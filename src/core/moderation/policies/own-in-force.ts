import type { Core } from "#core/core.ts";
import type { PackSource } from "#core/screening/policies/pack.ts";
import { packNow, readInForce } from "./read-in-force.ts";

export interface OwnInForce {
  readonly files: readonly PackSource[];
  readonly since: Date;
  /** They lay in the home folder when this installation began, or was brought up to date. */
  readonly adopted: boolean;
  /** One person's, for an emergency: the former ones are back then. */
  readonly until: Date | undefined;
}

/**
 * The own files that hold now; undefined where nobody was asked for a second person yet, so that those in the home folder do.
 * Throws PolicyError for what was changed by hand.
 */
export async function ownInForce(core: Core): Promise<OwnInForce | undefined> {
  const inForce = await readInForce(core.db, core);
  if (inForce === undefined) return undefined;
  const pack = packNow(inForce, core.clock.now());
  const { files, inForceAt: since, adopted, confirmBy } = pack;
  return { files, since, adopted, until: confirmBy ?? undefined };
}
