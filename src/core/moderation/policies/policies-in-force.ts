import type { Core } from "#core/core.ts";
import type { Db } from "#core/foundation/store/open-store.ts";
import { ownPolicies, ownSources, policiesWith } from "#core/screening/policies/load-policies.ts";
import type { Policies } from "#core/screening/policies/policies.ts";
import { PolicyError } from "#core/screening/policies/policy-file.ts";
import { changedByHand, type HeldPack, type InForce, packVersion, readInForce } from "./read-in-force.ts";

export interface PoliciesInForce {
  /** The policies that hold at this moment. Throws PolicyError where they could not be used since the start. */
  policies(): Policies;
  /**
   * Looks whether others were agreed to, and takes them; true when so. Throws PolicyError where they cannot be used, and goes on
   * with those that it had.
   */
  refresh(): Promise<boolean>;
}

interface Made {
  readonly agreed: Policies;
  readonly emergency: { readonly policies: Policies; readonly until: Date } | undefined;
  /** By the pack that they were made of. */
  readonly byPack: ReadonlyMap<string, Policies>;
}

/** Files that hold are never dropped in part: a mistake in one stops all of them. */
function policiesOf({ files }: HeldPack): Policies {
  try {
    return policiesWith(files);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw new PolicyError(error.problems, { inForce: true });
  }
}

function makePolicies(inForce: InForce | undefined, home: string, before?: Made): Made {
  // Nobody was asked for a second person here yet: what lies in the home folder is what is adopted.
  if (inForce === undefined) {
    const agreed = policiesWith(ownSources(ownPolicies(home)));
    return { agreed, emergency: undefined, byPack: new Map() };
  }
  const byPack = new Map<string, Policies>();
  const make = (pack: HeldPack): Policies => {
    const policies = before?.byPack.get(pack.id) ?? policiesOf(pack);
    byPack.set(pack.id, policies);
    return policies;
  };
  const agreed = make(inForce.agreed);
  const { emergency } = inForce;
  if (emergency === undefined || emergency.confirmBy === null)
    return { agreed, emergency: undefined, byPack };
  return { agreed, emergency: { policies: make(emergency), until: emergency.confirmBy }, byPack };
}

/** Holds the policies in force, so that each text is screened without asking the database; time alone ends an emergency. */
export function createPoliciesInForce({
  db,
  vault,
  clock,
  home,
}: Pick<Core, "vault" | "clock"> & { readonly db: Db; readonly home: string }): PoliciesInForce {
  let make: () => Made = () => makePolicies(undefined, home);
  let made: Made | undefined;
  let version: string | undefined;

  async function look(): Promise<boolean> {
    const newest = await packVersion(db);
    if (newest === version) return false;
    const isFirst = version === undefined;
    const isGone = newest === "" && !isFirst;
    const inForce = await readInForce(db, { vault }).catch((error: unknown) => {
      // What cannot be used is tried once: until it changes, the policies stay as they are.
      if (error instanceof PolicyError) version = newest;
      throw error;
    });
    version = newest;
    if (isGone) throw changedByHand();
    if (isFirst) make = () => makePolicies(inForce, home);
    else made = makePolicies(inForce, home, made);
    return !isFirst;
  }

  return {
    policies() {
      made ??= make();
      const { agreed, emergency } = made;
      return emergency !== undefined && emergency.until > clock.now() ? emergency.policies : agreed;
    },
    async refresh() {
      const isFirst = version === undefined;
      try {
        return await look();
      } catch (error) {
        if (isFirst)
          make = () => {
            throw error;
          };
        throw error;
      }
    },
  };
}
