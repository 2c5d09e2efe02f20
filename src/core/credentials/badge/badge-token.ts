import type { KeyObject } from "node:crypto";
import { z } from "zod";
import {
  ISSUER,
  type ListTrouble,
  NUMERIC_DATE,
  openRevocationList,
  SKEW_SECONDS,
  seconds,
} from "./revocation-list.ts";
import { type BadgeKeys, openSigned, signAs } from "./signed-text.ts";

/** A badge holds no longer than this. */
export const BADGE_SECONDS = 30 * 24 * 3600;
/** What fits into one message on both platforms. */
export const TOKEN_LIMIT = 2000;

const words = z.string().min(1);

/** Short names, so that the token can be pasted into a chat. Members that are not known are left out, not refused. */
const CLAIMS = z
  .object({
    /** The community's slug. */
    iss: ISSUER,
    jti: words,
    iat: NUMERIC_DATE,
    exp: NUMERIC_DATE,
    /** An opaque id of the credential. */
    sub: words,
    /** The account: its platform, and the key under which the community's database has it. Nobody else can compute that. */
    act: z.object({ platform: words, key: words }),
    prof: words,
    juris: words,
    /** The name in the community; absent when only the profession is to be shown. */
    name: words.optional(),
    /** When it was checked. */
    chk: NUMERIC_DATE,
    /** The register that confirmed it. */
    src: words,
    /** When the licence runs out, where that is known. */
    until: NUMERIC_DATE.nullable(),
    /** How many people looked at the evidence. */
    by: z.int().min(1),
  })
  .refine(({ iat, exp }) => exp > iat && exp - iat <= BADGE_SECONDS);

export type BadgeClaims = z.infer<typeof CLAIMS>;

export type BadgeTrouble =
  | "malformed"
  | "unknown-key"
  | "signature"
  | "not-yet"
  | "expired"
  | "revoked"
  | "revocations-missing"
  | "revocations-stale";

/** A signed list, none, or "not-wanted" where somebody said so. */
export type Revocations = { readonly list: string } | "none" | "not-wanted";

export type BadgeVerdict =
  /** `notRevokedAt`: as late as that the issuer stood by it, in seconds; null when no list was wanted. */
  | { readonly ok: true; readonly claims: BadgeClaims; readonly notRevokedAt: number | null }
  /** `list`: what is wrong with the revocation list that was given. */
  | { readonly ok: false; readonly why: BadgeTrouble; readonly list?: ListTrouble };

/** Throws when the claims are not what a badge says, or it would hold for more than 30 days. */
export function signBadge(claims: BadgeClaims, key: KeyObject): string {
  return signAs("curbside-badge+jws", CLAIMS.parse(claims), key);
}

/**
 * A list of the badge's own issuer, that has not run out. One that is older than the badge will do: the issuer stood by
 * the badge when it was made, so that either way what is known is at most as old as a list may be.
 */
function againstList(claims: BadgeClaims, text: string, keys: BadgeKeys, now: Date): BadgeVerdict {
  const opened = openRevocationList(text, { keys, now });
  if (!opened.ok) {
    const why = opened.why === "stale" ? "revocations-stale" : "revocations-missing";
    return { ok: false, why, list: opened.why };
  }
  const { iss, iat, jtis } = opened.list;
  if (iss !== claims.iss) return { ok: false, why: "revocations-missing", list: "other-issuer" };
  if (jtis.includes(claims.jti)) return { ok: false, why: "revoked" };
  return { ok: true, claims, notRevokedAt: Math.max(iat, claims.iat) };
}

/** Does the issuer say this, now? It never says who shows it. Needs no database and no network. */
export function verifyBadge(
  token: string,
  { keys, revocations, now }: { keys: BadgeKeys; revocations: Revocations; now: Date },
): BadgeVerdict {
  const opened = openSigned(token, { kind: "curbside-badge+jws", limit: TOKEN_LIMIT, shape: CLAIMS, keys });
  if (!opened.ok) return opened;
  const { content: claims } = opened;
  if (claims.iat > seconds(now) + SKEW_SECONDS) return { ok: false, why: "not-yet" };
  if (claims.exp <= seconds(now)) return { ok: false, why: "expired" };
  if (revocations === "not-wanted") return { ok: true, claims, notRevokedAt: null };
  if (revocations === "none") return { ok: false, why: "revocations-missing" };
  return againstList(claims, revocations.list, keys, now);
}
