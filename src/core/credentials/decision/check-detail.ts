import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { VaultError } from "#core/foundation/vault/sealing.ts";
import type { Check, CheckResult } from "../checks/check.ts";

/** What a check says beyond its result; sealed, since it names somebody and their number. */
export interface CheckDetail {
  readonly says: string;
  readonly fields: Check["fields"];
  readonly candidates: NonNullable<Check["candidates"]>;
  /** Where a person looked. */
  readonly url: string | null;
}

export interface WrittenCheck {
  readonly communityId: string;
  readonly credentialId: string;
  readonly memberId: string;
  readonly source: string;
  readonly method: "bulk" | "api" | "manual";
  readonly result: CheckResult;
  readonly file: string | null;
  readonly asOf: string | null;
  readonly sha256: string | null;
  readonly detail: CheckDetail;
  /** Null for the monthly sweep. */
  readonly byId: string | null;
  readonly checkedAt: Date;
}

const placeOf = (row: string) => ({ table: "CredentialCheck", column: "detailSealed", row });

/** Adds one look at one source; what was seen before stays. */
export async function writeCheck(tx: Tx, core: Core, check: WrittenCheck): Promise<string> {
  const { detail, memberId, ...columns } = check;
  const id = core.newId();
  const detailSealed = await core.vault.seal(tx, { memberId }, placeOf(id), JSON.stringify(detail));
  await tx.credentialCheck.create({ data: { id, ...columns, detailSealed } });
  return id;
}

const ERASED: CheckDetail = { says: "", fields: [], candidates: [], url: null };

export async function openDetail(
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  { id, memberId, detailSealed }: { id: string; memberId: string; detailSealed: Uint8Array },
): Promise<CheckDetail> {
  const sealed = { owner: { memberId }, place: placeOf(id), blob: detailSealed };
  const [opened = { trouble: "damaged" }] = await vault.openEach(tx, [sealed]);
  // Its provider was erased, and the key with them.
  if ("trouble" in opened && opened.trouble === "key-gone") return ERASED;
  if ("trouble" in opened) throw new VaultError(opened.trouble);
  const detail: CheckDetail = JSON.parse(opened.text);
  return detail;
}

/** Every look at every source, the oldest first. */
export const allChecks = (tx: Tx | Core["db"], credentialId: string) =>
  tx.credentialCheck.findMany({
    where: { credentialId },
    orderBy: [{ checkedAt: "asc" }, { id: "asc" }],
  });

/** The newest look at each source, in the order of looking. */
export async function newestChecks(tx: Tx | Core["db"], credentialId: string) {
  const newest = new Map((await allChecks(tx, credentialId)).map((check) => [check.source, check]));
  return [...newest.values()].sort((one, other) => one.id.localeCompare(other.id));
}

/**
 * The last result of each source that decided something: what was unknown for want of a file, or doubtful, leaves what was
 * known before.
 */
export async function lastDecided(tx: Tx | Core["db"], credentialId: string): Promise<Map<string, string>> {
  const decided = (await allChecks(tx, credentialId)).filter(
    ({ result }) => result !== "unknown" && result !== "review",
  );
  return new Map(decided.map(({ source, result }) => [source, result]));
}
