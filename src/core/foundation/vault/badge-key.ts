import { createPrivateKey, hkdfSync, type KeyObject } from "node:crypto";
import type { VaultKeys } from "./keys.ts";

/** An Ed25519 seed in PKCS #8 (RFC 8410) is these bytes and the seed. */
const PKCS8_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const SEED_BYTES = 32;

/**
 * Signs a community's badges and revocation lists. Derived from the key that signs the audit log, so that a key file of any
 * age has it, and so does every backup of that file. It differs for each community: what one signs, no other can have signed.
 */
export function badgeKeyOf({ auditKey }: Pick<VaultKeys, "auditKey">, issuer: string): KeyObject {
  const secret = Buffer.from(auditKey.export({ format: "jwk" }).d ?? "", "base64url");
  if (secret.length !== SEED_BYTES) throw new Error("the audit key is no Ed25519 private key");
  const info = JSON.stringify(["curbside badge key v1", issuer]);
  const seed = Buffer.from(hkdfSync("sha256", secret, Buffer.alloc(0), info, SEED_BYTES));
  return createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), format: "der", type: "pkcs8" });
}
