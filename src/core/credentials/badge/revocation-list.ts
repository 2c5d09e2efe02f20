import type { KeyObject } from "node:crypto";
import { z } from "zod";
import { type BadgeKeys, openSigned, signAs } from "./signed-text.ts";

/** A list older than this says nothing any more; it must be published more often. */
export const LIST_SECONDS = 8 * 24 * 3600;
/** How far two clocks may be apart. */
export const SKEW_SECONDS = 60;
/** About a hundred thousand revoked badges. */
export const LIST_LIMIT = 8_000_000;

export const seconds = (at: Date) => Math.floor(at.getTime() / 1000);
/** Seconds since 1970, as RFC 7519 writes times. The last is in the year 9999. */
export const NUMERIC_DATE = z.int().min(0).max(253_402_300_799);
export const ISSUER = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const LIST = z
  .object({ iss: ISSUER, iat: NUMERIC_DATE, exp: NUMERIC_DATE, jtis: z.array(z.string()) })
  .refine(({ iat, exp }) => exp > iat && exp - iat <= LIST_SECONDS);

/** Which badges of an issuer no longer hold, of those that have not run out yet. */
export type RevocationList = z.infer<typeof LIST>;

export type ListTrouble = "malformed" | "unknown-key" | "signature" | "not-yet" | "stale" | "other-issuer";

export function signRevocationList(
  { issuer, jtis, now }: { issuer: string; jtis: readonly string[]; now: Date },
  key: KeyObject,
): string {
  const iat = seconds(now);
  const list = LIST.parse({ iss: issuer, iat, exp: iat + LIST_SECONDS, jtis });
  return signAs("curbside-revocations+jws", list, key);
}

export function openRevocationList(
  text: string,
  { keys, now }: { keys: BadgeKeys; now: Date },
): { ok: true; list: RevocationList } | { ok: false; why: ListTrouble } {
  const opened = openSigned(text, { kind: "curbside-revocations+jws", limit: LIST_LIMIT, shape: LIST, keys });
  if (!opened.ok) return opened;
  const { content: list } = opened;
  if (list.iat > seconds(now) + SKEW_SECONDS) return { ok: false, why: "not-yet" };
  if (list.exp <= seconds(now)) return { ok: false, why: "stale" };
  return { ok: true, list };
}
