import type { Core } from "#core/core.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { refuseTooMany } from "#core/refuse-too-many.ts";
import type { ProofKind } from "./proof.ts";

const CODE_DIGITS = 6;
const DAY_MS = 24 * 3_600_000;
const MOST_A_DAY = 5;

/** Whom the phone number or address is of, and where it was found. */
export interface Address {
  readonly to: string;
  readonly from: string;
}

/** Six digits, read aloud as two threes. */
function newDigits(core: Core): string {
  // Of four random bytes, what lies above the last whole multiple would make some codes likelier.
  const most = 10 ** CODE_DIGITS;
  const limit = 2 ** 32 - (2 ** 32 % most);
  for (;;) {
    const [a = 0, b = 0, c = 0, d = 0] = core.randomBytes(4);
    const value = ((a * 256 + b) * 256 + c) * 256 + d;
    if (value < limit) return String(value % most).padStart(CODE_DIGITS, "0");
  }
}

/** A code counts for one claim only, and is kept as a keyed hash. */
export const proofKey = ({ vault }: Pick<Core, "vault">, credentialId: string, digits: string): string =>
  vault.blindIndex(`proof|${credentialId}`, digits.replace(/\D/g, ""));

const placeFor = (row: string) => ({ table: "ControlProof", column: "addressSealed", row });

interface Sealed {
  readonly id: string;
  readonly memberId: string;
  readonly addressSealed: Uint8Array | null;
}

/** Where a number or address was found, for whoever decides; undefined for a meeting. */
export async function originOf(
  tx: Tx,
  core: Pick<Core, "vault">,
  proof: Sealed,
): Promise<string | undefined> {
  return (await keptAddress(tx, core, proof)).from;
}

/** What is still kept of a number or address: whose it is may read it. */
export async function keptAddress(
  tx: Tx,
  { vault }: Pick<Core, "vault">,
  { id, memberId, addressSealed }: Sealed,
): Promise<Partial<Address>> {
  if (addressSealed === null) return {};
  const kept: Partial<Address> = JSON.parse(await vault.open(tx, { memberId }, placeFor(id), addressSealed));
  return kept;
}

/** What stays of an address once its proof is done: where it was from, and no more. */
export async function withoutAddress(tx: Tx, core: Pick<Core, "vault">, proof: Sealed) {
  const from = await originOf(tx, core, proof);
  if (from === undefined) return null;
  return core.vault.seal(tx, { memberId: proof.memberId }, placeFor(proof.id), JSON.stringify({ from }));
}

/** Begins a proof by code: one that was open before of the same kind is over. Gives the code, which is shown once. Refuses too_many. */
export async function openProof(
  tx: Tx,
  core: Core,
  proof: {
    readonly credential: { readonly id: string; readonly communityId: string; readonly memberId: string };
    readonly kind: Exclude<ProofKind, "vouch">;
    readonly address: Address | null;
    readonly byId: string | null;
    readonly now: Date;
  },
): Promise<{ proofId: string; code: string; expiresAt: Date }> {
  const { credential, kind, address, byId, now } = proof;
  const since = new Date(now.getTime() - DAY_MS);
  const recent = await tx.controlProof.findMany({
    where: { credentialId: credential.id, kind: { not: "vouch" }, createdAt: { gt: since } },
    orderBy: { createdAt: "asc" },
  });
  refuseTooMany(recent, { most: MOST_A_DAY, withinMs: DAY_MS });
  await tx.controlProof.updateMany({
    where: { credentialId: credential.id, kind, state: "open" },
    data: { state: "over", codeKey: null, addressSealed: null },
  });
  const id = core.newId();
  const digits = newDigits(core);
  const expiresAt = new Date(now.getTime() + core.config.timing.proofCodeMs);
  await tx.controlProof.create({
    data: {
      id,
      communityId: credential.communityId,
      credentialId: credential.id,
      kind,
      state: "open",
      codeKey: proofKey(core, credential.id, digits),
      addressSealed:
        address === null
          ? null
          : await core.vault.seal(
              tx,
              { memberId: credential.memberId },
              placeFor(id),
              JSON.stringify(address),
            ),
      byId,
      createdAt: now,
      expiresAt,
    },
  });
  return { proofId: id, code: `${digits.slice(0, 3)} ${digits.slice(3)}`, expiresAt };
}
