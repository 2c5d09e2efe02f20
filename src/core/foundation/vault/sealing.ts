import { createCipheriv, createDecipheriv, createHmac, createSecretKey, type KeyObject } from "node:crypto";

/** Why a sealed field could not be opened. `wrong-place` is also what a changed byte looks like. */
export type VaultTrouble = "key-gone" | "wrong-place" | "unknown-key" | "damaged";

/** A sealed field that cannot be opened. Carries no content. */
export class VaultError extends Error {
  readonly why: VaultTrouble;

  constructor(why: VaultTrouble) {
    super(`A sealed field cannot be opened: ${why}.`);
    this.name = "VaultError";
    this.why = why;
  }
}

// version 1 | key id 4 | nonce 12 | ciphertext | tag 16
const VERSION = 1;
const KEY_ID_BYTES = 4;
export const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES;

/** Texts are padded to whole blocks, so that a length tells little about a short one. */
const BLOCK_BYTES = 32;
const END_OF_TEXT = 0x80;

/** First byte of what is encrypted: UTF-8 loses lone surrogates, so a text that has any is kept as UTF-16. */
const UTF8 = 8;
const UTF16 = 16;

const keyIds = new WeakMap<Uint8Array, Buffer>();

/** Names a key without giving it away, so that a blob says which key it needs. */
export function keyIdOf(key: Uint8Array): Buffer {
  const id =
    keyIds.get(key) ?? createHmac("sha256", key).update("curbside key id").digest().subarray(0, KEY_ID_BYTES);
  keyIds.set(key, id);
  return id;
}

const keyObjects = new WeakMap<Uint8Array, KeyObject>();

/** Node makes a key object of a plain key at every use, which costs more than sealing a short text. */
function keyObjectOf(key: Uint8Array): KeyObject {
  const known = keyObjects.get(key) ?? createSecretKey(key);
  keyObjects.set(key, known);
  return known;
}

function pad(text: string): Buffer {
  const wellFormed = text.isWellFormed();
  const body = Buffer.from(text, wellFormed ? "utf8" : "utf16le");
  const padded = Buffer.alloc(Math.ceil((body.length + 2) / BLOCK_BYTES) * BLOCK_BYTES);
  padded[0] = wellFormed ? UTF8 : UTF16;
  body.copy(padded, 1);
  padded[body.length + 1] = END_OF_TEXT;
  return padded;
}

function unpad(padded: Buffer): string {
  const end = padded.lastIndexOf(END_OF_TEXT);
  const encoding = padded[0] === UTF8 ? "utf8" : padded[0] === UTF16 ? "utf16le" : undefined;
  if (end < 1 || encoding === undefined) throw new VaultError("damaged");
  return padded.toString(encoding, 1, end);
}

/** AES-256-GCM over raw bytes; `place` is authenticated, not stored: opening needs the same one. */
export function sealBytes(
  key: Uint8Array,
  place: string,
  bytes: Uint8Array,
  nonce: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const cipher = createCipheriv("aes-256-gcm", keyObjectOf(key), nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(place, "utf8"));
  const parts = [
    Uint8Array.of(VERSION),
    keyIdOf(key),
    nonce,
    cipher.update(bytes),
    cipher.final(),
    cipher.getAuthTag(),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

/** Throws VaultError: damaged (not a blob), unknown-key (sealed with another key), wrong-place (moved or changed). */
export function openBytes(key: Uint8Array, place: string, blob: Uint8Array): Buffer {
  if (blob.length < HEADER_BYTES + TAG_BYTES || blob[0] !== VERSION) throw new VaultError("damaged");
  if (!keyIdOf(key).equals(blob.subarray(1, 1 + KEY_ID_BYTES))) throw new VaultError("unknown-key");
  const nonce = blob.subarray(1 + KEY_ID_BYTES, HEADER_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", keyObjectOf(key), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place, "utf8"));
  decipher.setAuthTag(blob.subarray(blob.length - TAG_BYTES));
  const start = decipher.update(blob.subarray(HEADER_BYTES, blob.length - TAG_BYTES));
  try {
    return Buffer.concat([start, decipher.final()]);
  } catch {
    throw new VaultError("wrong-place");
  }
}

export function sealText(key: Uint8Array, place: string, text: string, nonce: Uint8Array) {
  return sealBytes(key, place, pad(text), nonce);
}

export function openText(key: Uint8Array, place: string, blob: Uint8Array): string {
  return unpad(openBytes(key, place, blob));
}
