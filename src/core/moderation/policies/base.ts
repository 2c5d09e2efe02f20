import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { shippedStamp } from "#core/screening/policies/load-policies.ts";
import { PolicyError } from "#core/screening/policies/policy-file.ts";
import type { Base } from "./policy-change.ts";
import { packNow, packVersion, readInForce } from "./read-in-force.ts";

const UNREADABLE = "unreadable: ";

/** Whether it is known which files hold. */
export const isKnown = ({ packId }: Base): boolean => !packId.startsWith(UNREADABLE);

/** What holds now. What cannot be opened any more is a base as well, with no files, so that two people can put it right. */
export async function baseNow(tx: Tx, core: Core, now: Date): Promise<Base> {
  const shipped = shippedStamp();
  try {
    const inForce = await readInForce(tx, core);
    if (inForce === undefined) return { packId: "", shipped, files: [] };
    const { id, files } = packNow(inForce, now);
    return { packId: id, shipped, files };
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return { packId: `${UNREADABLE}${await packVersion(tx)}`, shipped, files: [] };
  }
}
