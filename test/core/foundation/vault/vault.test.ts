import { createHash, randomBytes } from "node:crypto";
import { join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, inject, test } from "vitest";
import type { Store } from "#core/foundation/store/open-store.ts";
import { createKeys } from "#core/foundation/vault/keys.ts";
import { createVault, type Owner, type Place, type Vault } from "#core/foundation/vault/vault.ts";
import { describeOnBoth } from "../../../support/databases.ts";

const random = (length: number) => new Uint8Array(randomBytes(length));
const at = new Date(0);
const ana: Owner = { memberId: "ana" };
const ben: Owner = { memberId: "ben" };
const place: Place = { table: "Message", column: "originalSealed", row: "m1" };

let vault: Vault;

const newKeys = () =>
  createKeys(join(inject("databaseFolder"), "keys", `${randomBytes(6).toString("hex")}.json`));

beforeAll(() => {
  vault = createVault(newKeys(), { randomBytes: random });
});

async function withOwners(store: Store, ...owners: Owner[]): Promise<Store> {
  await store.tx(async (tx) => {
    for (const owner of owners) await vault.createKey(tx, owner, at);
  });
  return store;
}

describeOnBoth("the vault", ({ openNew }) => {
  test("gives back any text in its place, also with lone surrogates and nothing in it", async () => {
    const store = await withOwners(await openNew(), ana);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 200 }), async (text) => {
        const blob = await vault.seal(store.db, ana, place, text);
        expect(await vault.open(store.db, ana, place, blob)).toBe(text);
      }),
      { numRuns: 50 },
    );
    for (const text of ["", "\ud800", "a\udc00\ud800b", "\u0080", "x".repeat(40_000)])
      expect(await vault.open(store.db, ana, place, await vault.seal(store.db, ana, place, text))).toBe(text);
  });

  test("opens nothing in any other place, nor for another owner", async () => {
    const store = await withOwners(await openNew(), ana, ben, "system", { communityId: "ana" });
    const word = fc.string({ maxLength: 12 });
    const places = fc.record({ table: word, column: word, row: word });
    await fc.assert(
      fc.asyncProperty(places, places, async (sealed, opened) => {
        fc.pre(sealed.table !== opened.table || sealed.column !== opened.column || sealed.row !== opened.row);
        const blob = await vault.seal(store.db, ana, sealed, "private");
        await expect(vault.open(store.db, ana, opened, blob)).rejects.toMatchObject({ why: "wrong-place" });
      }),
      { numRuns: 40 },
    );
    const blob = await vault.seal(store.db, ana, place, "private");
    for (const owner of [ben, "system", { communityId: "ana" }] as const)
      await expect(vault.open(store.db, owner, place, blob)).rejects.toMatchObject({ why: "unknown-key" });
  });

  test("takes no two places for one, however they are spelled", async () => {
    const store = await withOwners(await openNew(), ana);
    const blob = await vault.seal(store.db, ana, { table: "a|b", column: "c", row: "d" }, "private");
    const other = { table: "a", column: "b|c", row: "d" };
    await expect(vault.open(store.db, ana, other, blob)).rejects.toMatchObject({ why: "wrong-place" });
  });

  test("notices any changed, missing or added byte", async () => {
    const store = await withOwners(await openNew(), ana);
    const blob = await vault.seal(store.db, ana, place, "private");
    await fc.assert(
      fc.asyncProperty(fc.nat(blob.length - 1), fc.integer({ min: 1, max: 255 }), async (index, flip) => {
        const changed = blob.map((byte, position) => (position === index ? byte ^ flip : byte));
        await expect(vault.open(store.db, ana, place, changed)).rejects.toMatchObject({ name: "VaultError" });
      }),
      { numRuns: 60 },
    );
    const longer = Uint8Array.of(...blob, 0);
    for (const wrong of [blob.subarray(0, -1), longer, new Uint8Array(0), blob.subarray(0, 20)])
      await expect(vault.open(store.db, ana, place, wrong)).rejects.toMatchObject({ name: "VaultError" });
  });

  test("refuses a data key that was put under another owner's name", async () => {
    const store = await withOwners(await openNew(), ana, ben);
    const blob = await vault.seal(store.db, ana, place, "private");
    const { wrapped } = await store.db.vaultKey.findUniqueOrThrow({ where: { owner: "member:ana" } });
    await store.db.vaultKey.update({ where: { owner: "member:ben" }, data: { wrapped } });
    await expect(vault.open(store.db, ben, place, blob)).rejects.toMatchObject({ why: "wrong-place" });
  });

  test("can never open again what a forgotten owner sealed, not even after joining anew", async () => {
    const store = await withOwners(await openNew(), ana, ben);
    const blob = await vault.seal(store.db, ana, place, "private");
    const other = await vault.seal(store.db, ben, place, "stays");
    await store.tx((tx) => vault.forget(tx, ana));
    await expect(vault.open(store.db, ana, place, blob)).rejects.toMatchObject({ why: "key-gone" });
    await expect(vault.seal(store.db, ana, place, "more")).rejects.toMatchObject({ why: "key-gone" });
    await withOwners(store, ana);
    await expect(vault.open(store.db, ana, place, blob)).rejects.toMatchObject({ why: "unknown-key" });
    expect(await vault.open(store.db, ben, place, other)).toBe("stays");
  });

  test("opens many at once, in their order, and tells of each that it cannot open why", async () => {
    const store = await withOwners(await openNew(), ana, ben);
    const field = async (owner: Owner, text: string, at: Place = place) => ({
      owner,
      place: at,
      blob: await vault.seal(store.db, owner, at, text),
    });
    const other = { ...place, row: "m2" };
    const [first, second, third] = [
      await field(ana, "one"),
      await field(ben, "two"),
      await field(ben, "three", other),
    ];
    const all = [
      first,
      second,
      { ...third, place },
      third,
      { ...second, owner: ana },
      first,
      { ...first, blob: new Uint8Array(3) },
    ];
    const opened = [
      { text: "one" },
      { text: "two" },
      { trouble: "wrong-place" },
      { text: "three" },
      { trouble: "unknown-key" },
      { text: "one" },
      { trouble: "damaged" },
    ];
    expect(await vault.openEach(store.db, all)).toEqual(opened);
    await store.tx((tx) => vault.forget(tx, ben));
    expect(await vault.openEach(store.db, [first, second])).toEqual([
      { text: "one" },
      { trouble: "key-gone" },
    ]);
    expect(await vault.openEach(store.db, [])).toEqual([]);
  });

  test("makes one key an owner", async () => {
    const store = await withOwners(await openNew(), ana);
    await expect(withOwners(store, ana)).rejects.toThrow();
  });

  test("opens nothing with another key file", async () => {
    const store = await withOwners(await openNew(), ana);
    const blob = await vault.seal(store.db, ana, place, "private");
    const stranger = createVault(newKeys(), { randomBytes: random });
    await expect(stranger.open(store.db, ana, place, blob)).rejects.toMatchObject({ why: "unknown-key" });
  });

  test("seals the same text differently each time, and short texts to one length", async () => {
    const store = await withOwners(await openNew(), ana);
    const blobs = await Promise.all(
      ["yes", "yes", "no", "", "a rather longer line of text"].map((text) =>
        vault.seal(store.db, ana, place, text),
      ),
    );
    const hashes = blobs.map((blob) => createHash("sha256").update(blob).digest("hex"));
    expect(new Set(hashes).size).toBe(5);
    expect(new Set(blobs.map((blob) => blob.length)).size).toBe(1);
    expect(Buffer.from(blobs[0] ?? []).includes("yes")).toBe(false);
  });
});

describe("a blind index", () => {
  test("is stable, and tells scopes, values and key files apart", () => {
    const one = vault.blindIndex("c1|discord|account", "42");
    expect(vault.blindIndex("c1|discord|account", "42")).toBe(one);
    const others = [
      vault.blindIndex("c2|discord|account", "42"),
      vault.blindIndex("c1|discord|account", "43"),
      vault.blindIndex("c1|discord|account|42", ""),
      createVault(newKeys(), { randomBytes: random }).blindIndex("c1|discord|account", "42"),
    ];
    expect(new Set([one, ...others]).size).toBe(5);
    expect(one).toMatch(/^[\w-]{43}$/);
  });

  test("the words of one scope have short keys that no other scope has", () => {
    const keyOf = vault.wordIndex("c1");
    expect(keyOf("asthma")).toMatch(/^[0-9a-v]{12}$/);
    expect(vault.wordIndex("c1")("asthma")).toBe(keyOf("asthma"));
    const others = [keyOf("asthm"), vault.wordIndex("c2")("asthma"), keyOf("")];
    expect(new Set([keyOf("asthma"), ...others]).size).toBe(4);
  });

  test("an opaque key fits where platforms take 25 characters, and is no index", () => {
    expect(vault.opaqueKey("id")).toMatch(/^[\w-]{22}$/);
    expect(vault.opaqueKey("id")).toBe(vault.opaqueKey("id"));
    expect(vault.opaqueKey("id")).not.toBe(vault.opaqueKey("id2"));
    expect(vault.blindIndex("opaque", "id")).not.toContain(vault.opaqueKey("id"));
  });
});
