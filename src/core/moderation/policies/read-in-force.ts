import type { Core } from "#core/core.ts";
import type { Db, Tx } from "#core/foundation/store/open-store.ts";
import { VaultError } from "#core/foundation/vault/sealing.ts";
import type { PackSource } from "#core/screening/policies/pack.ts";
import { PolicyError } from "#core/screening/policies/policy-file.ts";
import { openFiles, type PackFacts, witnessOf } from "./policy-pack.ts";

/** Own files that hold, and who agreed to them. */
export interface HeldPack extends PackFacts {
  readonly files: readonly PackSource[];
  readonly inForceAt: Date;
}

/** The files that two people agreed to, and those that one person put over them for a day. */
export interface InForce {
  readonly agreed: HeldPack;
  readonly emergency: HeldPack | undefined;
}

/** Of two packs that hold, the one that the rules are made of now. */
export const packNow = ({ agreed, emergency }: InForce, now: Date): HeldPack =>
  emergency?.confirmBy != null && emergency.confirmBy > now ? emergency : agreed;

const BY_HAND = "was changed by hand, or sealed with other keys";

export const changedByHand = () =>
  new PolicyError([{ file: "the database", problem: `what is in force ${BY_HAND}` }], { inForce: true });

/** A database that was not brought up to date yet knows no packs. */
function noneIfOlder(error: unknown): [] {
  if (error instanceof Error && "code" in error && error.code === "P2021") return [];
  throw error;
}

/** Which rows hold, so that a change is seen without opening anything. */
export async function packVersion(db: Tx | Db): Promise<string> {
  const rows = await db.policyPack
    .findMany({
      where: { slot: { not: null } },
      select: { id: true, slot: true, witness: true },
      orderBy: { slot: "asc" },
    })
    .catch(noneIfOlder);
  return rows.map(({ id, slot, witness }) => `${slot} ${id} ${witness}`).join("\n");
}

/**
 * Holds what two people agreed to until the transaction ends: one who puts files in force alone and two who agree to others at
 * that moment take turns, so that neither is built on rules that hold no more.
 */
export async function holdInForce(tx: Tx): Promise<void> {
  await tx.$executeRaw`UPDATE "PolicyPack" SET "slot" = "slot" WHERE "slot" = 'in-force'`;
}

/**
 * The own files in force; undefined where nobody was asked for a second person yet. Throws PolicyError for what was changed by
 * hand: nothing is in force that nobody can tell two people agreed to.
 */
export async function readInForce(db: Tx | Db, core: Pick<Core, "vault">): Promise<InForce | undefined> {
  const rows = await db.policyPack.findMany({ where: { slot: { not: null } } }).catch(noneIfOlder);
  if (rows.length === 0) return undefined;
  const held = new Map<string, HeldPack>();
  for (const row of rows) {
    const pack = await openFiles(db, core, row).catch((error: unknown) => {
      throw error instanceof VaultError ? changedByHand() : error;
    });
    if (witnessOf(core, row, pack) !== row.witness) throw changedByHand();
    held.set(row.state, { ...row, files: pack.files });
  }
  const agreed = held.get("in-force");
  if (agreed === undefined) throw changedByHand();
  return { agreed, emergency: held.get("emergency") };
}
