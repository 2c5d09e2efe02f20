import { chmodSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { createKeys, loadKeys } from "#core/foundation/vault/keys.ts";

let count = 0;

function newFile(): string {
  count += 1;
  return join(inject("databaseFolder"), `home-with-keys-${count}`, "keys", "vault.json");
}

describe("the vault's key file", () => {
  test("is made for its owner's eyes only, and read back as it was made", () => {
    const file = newFile();
    const made = createKeys(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const loaded = loadKeys(file);
    expect(loaded.kid).toBe(made.kid);
    expect(loaded.kek.equals(made.kek)).toBe(true);
    expect(loaded.indexKey.equals(made.indexKey)).toBe(true);
    expect(loaded.auditKey.equals(made.auditKey)).toBe(true);
    expect(loaded.kek.equals(loaded.indexKey)).toBe(false);
  });

  test("is never replaced", () => {
    const file = newFile();
    createKeys(file);
    const before = readFileSync(file, "utf8");
    expect(() => createKeys(file)).toThrow(expect.objectContaining({ why: "exists", file }));
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  test.skipIf(process.platform === "win32")("is refused when others may read it", () => {
    const file = newFile();
    createKeys(file);
    for (const mode of [0o640, 0o604, 0o620]) {
      chmodSync(file, mode);
      expect(() => loadKeys(file)).toThrow(expect.objectContaining({ why: "exposed" }));
    }
    chmodSync(file, 0o400);
    expect(loadKeys(file).kid).toMatch(/^[0-9a-f]{8}$/);
  });

  test("is refused when it is missing or damaged, without a word of what is in it", () => {
    expect(() => loadKeys(newFile())).toThrow(expect.objectContaining({ why: "missing" }));
    const file = newFile();
    createKeys(file);
    const content = JSON.parse(readFileSync(file, "utf8")) as { kek: string };
    for (const wrong of [
      "{",
      JSON.stringify({ ...content, kek: content.kek.slice(2) }),
      JSON.stringify({ ...content, auditKey: "AAAA" }),
    ]) {
      writeFileSync(file, wrong, { mode: 0o600 });
      let message = "";
      try {
        loadKeys(file);
      } catch (error) {
        message = JSON.stringify([error, String(error), (error as Error).stack]);
      }
      expect(message).toContain("malformed");
      expect(message).not.toContain(content.kek.slice(4, 12));
    }
  });
});
