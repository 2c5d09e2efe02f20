import type { Core } from "#core/core.ts";
import type { Db, Tx } from "#core/foundation/store/open-store.ts";
import type { PackSource } from "#core/screening/policies/pack.ts";

/** The life of own files that were put in force. A forgotten state or event does not compile. */
export type PackState = "in-force" | "emergency" | "replaced" | "lapsed";
export type PackEvent = "confirm" | "replace" | "lapse";

/** `emergency`: by one person. `confirm`: a second one agreed. `lapse`: none did, or it was taken back. */
const TRANSITIONS = {
  "in-force": { replace: "replaced" },
  emergency: { confirm: "in-force", replace: "replaced", lapse: "lapsed" },
  replaced: {},
  lapsed: {},
} as const satisfies Record<PackState, Partial<Record<PackEvent, PackState>>>;

const TABLE: Record<PackState, Partial<Record<PackEvent, PackState>>> = TRANSITIONS;

export const PACK_STATES = Object.keys(TRANSITIONS) as readonly PackState[];

export const nextPackState = (state: PackState, event: PackEvent): PackState | undefined =>
  TABLE[state][event];

/** One rule or veto that a change touches. */
export interface ChangedRule {
  readonly id: string;
  readonly change: "added" | "removed" | "changed";
}

/** What is sealed of a pack. */
export interface PackFiles {
  readonly files: readonly PackSource[];
  /** What it changed when it was put in force, to be told. */
  readonly changes: readonly ChangedRule[];
}

/** Who agreed to a pack, and until when it holds. */
export interface PackFacts {
  readonly id: string;
  readonly communityId: string;
  readonly adopted: boolean;
  readonly proposedById: string | null;
  readonly approvedById: string | null;
  readonly confirmBy: Date | null;
}

const place = (row: string) => ({ table: "PolicyPack", column: "filesSealed", row });

/** Policies belong to the installation, so no community that goes takes them along. */
export const sealFiles = (tx: Tx, { vault }: Pick<Core, "vault">, id: string, pack: PackFiles) =>
  vault.seal(tx, "system", place(id), JSON.stringify(pack));

export async function openFiles(
  tx: Tx | Db,
  { vault }: Pick<Core, "vault">,
  { id, filesSealed }: { readonly id: string; readonly filesSealed: Uint8Array },
): Promise<PackFiles> {
  const pack: PackFiles = JSON.parse(await vault.open(tx, "system", place(id), filesSealed));
  return pack;
}

/** Ties the files to who agreed to them and until when: without the keys nobody can write another one. */
export function witnessOf({ vault }: Pick<Core, "vault">, facts: PackFacts, { files }: PackFiles): string {
  const { id, communityId, adopted, proposedById, approvedById, confirmBy } = facts;
  const until = confirmBy?.toISOString() ?? null;
  const sources = files.map(({ file, source }) => [file, source]);
  return vault.blindIndex(
    "policy-pack",
    JSON.stringify([id, communityId, adopted, proposedById, approvedById, until, sources]),
  );
}
