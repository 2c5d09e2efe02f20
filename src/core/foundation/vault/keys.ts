import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from "node:crypto";
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";

/** The keys that stay outside the database: without this file, nothing in it can be opened. */
export interface VaultKeys {
  /** Names `kek`; recorded beside everything it wraps. */
  readonly kid: string;
  /** Wraps the data keys. 32 bytes. */
  readonly kek: Buffer;
  /** Keys the blind indexes. 32 bytes. */
  readonly indexKey: Buffer;
  /** Signs the audit log's checkpoints. Ed25519. */
  readonly auditKey: KeyObject;
}

/** The key file is missing, readable by others, or not what createKeys() writes. */
export class VaultKeysError extends Error {
  readonly why: "missing" | "exposed" | "malformed" | "exists";
  readonly file: string;

  constructor(why: VaultKeysError["why"], file: string) {
    super(MESSAGES[why](file));
    this.name = "VaultKeysError";
    this.why = why;
    this.file = file;
  }
}

const MESSAGES = {
  missing: (file: string) => `The vault's key file ${file} does not exist.`,
  exposed: (file: string) => `The vault's key file ${file} can be read by others: run chmod 600 on it.`,
  malformed: (file: string) => `The vault's key file ${file} is damaged: restore it from your backup.`,
  exists: (file: string) => `The vault's key file ${file} exists already and was not touched.`,
};

const key32 = z
  .base64url()
  .transform((text) => Buffer.from(text, "base64url"))
  .refine((bytes) => bytes.length === 32);

const FILE = z.strictObject({
  version: z.literal(1),
  kid: z.string().regex(/^[0-9a-f]{8}$/),
  kek: key32,
  indexKey: key32,
  auditKey: z
    .base64url()
    .transform((text) =>
      createPrivateKey({ key: Buffer.from(text, "base64url"), format: "der", type: "pkcs8" }),
    ),
});

/** Reads the key file. Throws VaultKeysError, also when group or others may read it (not checked on Windows). */
export function loadKeys(file: string): VaultKeys {
  let text: string;
  try {
    if (process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0)
      throw new VaultKeysError("exposed", file);
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") throw new VaultKeysError("missing", file);
    throw error;
  }
  try {
    const { kid, kek, indexKey, auditKey } = FILE.parse(JSON.parse(text));
    return { kid, kek, indexKey, auditKey };
  } catch {
    // What was wrong could quote a key, so it is not passed on.
    throw new VaultKeysError("malformed", file);
  }
}

/** Writes new keys, readable by the owner alone, and syncs them to the disk. Never replaces a file: throws "exists". */
export function createKeys(file: string): VaultKeys {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync("ed25519");
  const content = {
    version: 1,
    kid: randomBytes(4).toString("hex"),
    kek: randomBytes(32).toString("base64url"),
    indexKey: randomBytes(32).toString("base64url"),
    auditKey: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64url"),
  };
  let handle: number;
  try {
    handle = openSync(file, "wx", 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") throw new VaultKeysError("exists", file);
    throw error;
  }
  try {
    writeSync(handle, `${JSON.stringify(content, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return loadKeys(file);
}
