import { createPublicKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import { badgeKeyOf } from "#core/foundation/vault/badge-key.ts";
import type { VaultKeys } from "#core/foundation/vault/keys.ts";
import { ISSUER } from "./revocation-list.ts";
import { type BadgeKeys, kidOf, rawPublicKey } from "./signed-text.ts";

/** A public key as it is published: a JSON Web Key (RFC 8037) that also names its issuer. */
const KEY = z.strictObject({
  kty: z.literal("OKP"),
  crv: z.literal("Ed25519"),
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  kid: z.string(),
  alg: z.literal("EdDSA"),
  use: z.literal("sig"),
  iss: ISSUER,
});

const KEY_SET = z.object({ keys: z.array(KEY).min(1).max(100) });
export type KeySet = z.infer<typeof KEY_SET>;

/** The public half of a community's key, to be published. */
export function keySetOf(issuer: string, key: KeyObject): KeySet {
  const x = rawPublicKey(key).toString("base64url");
  return {
    keys: [{ kty: "OKP", crv: "Ed25519", x, kid: kidOf(key), alg: "EdDSA", use: "sig", iss: issuer }],
  };
}

/** Reads a published key set; undefined when it is none, or a key's id is not its own, or a private key is in it. */
export function readKeySet(text: string): BadgeKeys | undefined {
  try {
    const { keys } = KEY_SET.parse(JSON.parse(text));
    const known = new Map<string, KeyObject>();
    for (const { kty, crv, x, kid, iss } of keys) {
      const key = createPublicKey({ key: { kty, crv, x }, format: "jwk" });
      if (kidOf(key) !== kid || rawPublicKey(key).toString("base64url") !== x) return undefined;
      known.set(`${iss}|${kid}`, key);
    }
    return (issuer, kid) => known.get(`${issuer}|${kid}`);
  } catch {
    return undefined;
  }
}

/** The keys of all communities of this installation: each follows from its issuer's slug. */
export function ownBadgeKeys(keys: Pick<VaultKeys, "auditKey">): BadgeKeys {
  return (issuer, kid) => {
    const key = createPublicKey(badgeKeyOf(keys, issuer));
    return kidOf(key) === kid ? key : undefined;
  };
}
