import { createHmac, createSecretKey, type KeyObject } from "node:crypto";
import { type Db, isTransaction, type Tx } from "#core/foundation/store/open-store.ts";
import { badgeKeyOf } from "./badge-key.ts";
import type { VaultKeys } from "./keys.ts";
import {
  NONCE_BYTES,
  openBytes,
  openText,
  sealBytes,
  sealText,
  VaultError,
  type VaultTrouble,
} from "./sealing.ts";

/** Whose data key seals a field: forgetting the owner makes all of it unreadable. */
export type Owner = { readonly memberId: string } | { readonly communityId: string } | "system";

/** The one row and column where a sealed field belongs. It opens nowhere else. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

/** A sealed field, and where it belongs. */
export interface Sealed {
  readonly owner: Owner;
  readonly place: Place;
  readonly blob: Uint8Array;
}

/** A text, or why it cannot be had. */
export type Opened = { readonly text: string } | { readonly trouble: VaultTrouble };

export interface Vault {
  /** Makes the owner's data key. Throws (unique constraint) when there is one. */
  createKey(tx: Tx, owner: Owner, at: Date): Promise<void>;
  /** Encrypts a text for one place. Throws VaultError "key-gone" when the owner has no key or was forgotten. */
  seal(tx: Tx | Db, owner: Owner, place: Place, text: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Throws VaultError when the owner was forgotten, the blob stood elsewhere or was changed. */
  open(tx: Tx | Db, owner: Owner, place: Place, blob: Uint8Array): Promise<string>;
  /** Many fields at once, in their order: every key is read once, and none outlives the call. */
  openEach(tx: Tx | Db, sealed: readonly Sealed[]): Promise<Opened[]>;
  /** Deletes the owner's data key. What it sealed stays in place and can never be opened again. */
  forget(tx: Tx, owner: Owner): Promise<void>;
  /** The same value in the same scope gives the same key; two scopes cannot be compared. 43 characters. */
  blindIndex(scope: string, value: string): string;
  /** What gives the words of one scope their keys: quick, since a text has hundreds. Each is 12 characters of 0-9 a-v. */
  wordIndex(scope: string): (word: string) => string;
  /** A stand-in for an id, for nonces and metadata that leave us. 22 characters of A-Z a-z 0-9 - _. */
  opaqueKey(id: string): string;
  /** The private key that signs the badges of the community with this slug. */
  badgeKey(issuer: string): KeyObject;
}

export interface VaultSources {
  readonly randomBytes: (length: number) => Uint8Array;
}

function nameOf(owner: Owner): string {
  if (owner === "system") return "system";
  return "memberId" in owner ? `member:${owner.memberId}` : `community:${owner.communityId}`;
}

/** JSON, so that no two places spell the same. */
function boundTo({ table, column, row }: Place, owner: string): string {
  return JSON.stringify([table, column, row, owner, "v1"]);
}

/** The first 60 bits, in two halves: no two words of a million share them. */
function shortKey(hash: Buffer): string {
  const half = (at: number) => (hash.readUInt32BE(at) >>> 2).toString(32).padStart(6, "0");
  return half(0) + half(4);
}

type KeyRow = { readonly kid: string; readonly wrapped: Uint8Array };

const keyPlace = (owner: string): Place => ({ table: "VaultKey", column: "wrapped", row: owner });

/**
 * Data keys are kept no longer than the transaction that read them, so that a `forget` by any process holds at once. Only
 * the system's own, which nobody can ask to forget, stays in memory.
 */
export function createVault(keys: VaultKeys, { randomBytes }: VaultSources): Vault {
  const nonce = () => randomBytes(NONCE_BYTES);
  const inTransaction = new WeakMap<object, Map<string, Buffer>>();
  let systemKey: Buffer | undefined;

  function unwrapped(owner: string, row: KeyRow | null | undefined): Buffer {
    if (row === null || row === undefined) throw new VaultError("key-gone");
    if (row.kid !== keys.kid) throw new VaultError("unknown-key");
    return openBytes(keys.kek, boundTo(keyPlace(owner), owner), row.wrapped);
  }

  const readKey = async (tx: Tx | Db, owner: string): Promise<Buffer> =>
    unwrapped(owner, await tx.vaultKey.findUnique({ where: { owner } }));

  async function dataKey(tx: Tx | Db, owner: string): Promise<Buffer> {
    if (owner === "system") {
      systemKey ??= await readKey(tx, owner);
      return systemKey;
    }
    if (!isTransaction(tx)) return readKey(tx, owner);
    const known = inTransaction.get(tx) ?? new Map<string, Buffer>();
    inTransaction.set(tx, known);
    const key = known.get(owner) ?? (await readKey(tx, owner));
    known.set(owner, key);
    return key;
  }

  const indexKey = createSecretKey(keys.indexKey);
  const keyed = (purpose: string, ...values: string[]) =>
    createHmac("sha256", indexKey)
      .update(JSON.stringify([purpose, ...values]))
      .digest();

  return {
    async createKey(tx, owner, at) {
      const name = nameOf(owner);
      const wrapped = sealBytes(keys.kek, boundTo(keyPlace(name), name), randomBytes(32), nonce());
      await tx.vaultKey.create({ data: { owner: name, kid: keys.kid, wrapped, createdAt: at } });
    },
    async seal(tx, owner, place, text) {
      const name = nameOf(owner);
      return sealText(await dataKey(tx, name), boundTo(place, name), text, nonce());
    },
    async open(tx, owner, place, blob) {
      const name = nameOf(owner);
      return openText(await dataKey(tx, name), boundTo(place, name), blob);
    },
    async openEach(tx, sealed) {
      const names = sealed.map(({ owner }) => nameOf(owner));
      const rows = await tx.vaultKey.findMany({ where: { owner: { in: [...new Set(names)] } } });
      const rowOf = new Map(rows.map((row) => [row.owner, row]));
      const opened = new Map<string, Buffer>();
      return sealed.map(({ place, blob }, at) => {
        const name = names[at] ?? "";
        try {
          const key = opened.get(name) ?? unwrapped(name, rowOf.get(name));
          opened.set(name, key);
          return { text: openText(key, boundTo(place, name), blob) };
        } catch (error) {
          if (!(error instanceof VaultError)) throw error;
          return { trouble: error.why };
        }
      });
    },
    async forget(tx, owner) {
      inTransaction.get(tx)?.delete(nameOf(owner));
      await tx.vaultKey.deleteMany({ where: { owner: nameOf(owner) } });
    },
    blindIndex: (scope, value) => keyed("index", scope, value).toString("base64url"),
    wordIndex(scope) {
      const key = createSecretKey(keyed("words", scope));
      return (word) => shortKey(createHmac("sha256", key).update(word).digest());
    },
    opaqueKey: (id) => keyed("opaque", id).subarray(0, 16).toString("base64url"),
    badgeKey: (issuer) => badgeKeyOf(keys, issuer),
  };
}
