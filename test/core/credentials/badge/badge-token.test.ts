import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  BADGE_SECONDS,
  type BadgeClaims,
  type Revocations,
  signBadge,
  TOKEN_LIMIT,
  verifyBadge,
} from "#core/credentials/badge/badge-token.ts";
import { keySetOf, ownBadgeKeys, readKeySet } from "#core/credentials/badge/key-set.ts";
import { signRevocationList } from "#core/credentials/badge/revocation-list.ts";
import { type BadgeKeys, kidOf } from "#core/credentials/badge/signed-text.ts";
import { badgeKeyOf } from "#core/foundation/vault/badge-key.ts";

const NOW = new Date("2031-03-04T09:00:00Z");
const DAY = 24 * 3600;
const iat = NOW.getTime() / 1000;
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

const key = generateKeyPairSync("ed25519").privateKey;
const stranger = generateKeyPairSync("ed25519").privateKey;

const CLAIMS: BadgeClaims = {
  iss: "sunny-side",
  jti: "0193a2c4-7f1e-7b6a-9c3d-5e8f10a2b4c6",
  iat,
  exp: iat + BADGE_SECONDS,
  sub: "q2F0ZWd3Zm9yZXZlci1hbg",
  act: { platform: "south", key: "5f0Zb1l8l0l3hN6m3J5m0O2cQ8c1yq9y2b7x4e6t8v0" },
  prof: "Pharmacist",
  juris: "GB",
  name: "Ana Łukasz ✓",
  chk: iat - DAY,
  src: "GPhC register",
  until: null,
  by: 2,
};

/** What a verifier has who trusts these keys, each for its own issuer. */
function published(...sets: (readonly [issuer: string, key: KeyObject])[]): BadgeKeys {
  const keys = sets.flatMap(([issuer, one]) => keySetOf(issuer, one).keys);
  const read = readKeySet(JSON.stringify({ keys }));
  if (read === undefined) throw new Error("the key set cannot be read");
  return read;
}

const KEYS = published(["sunny-side", key]);
const TOKEN = signBadge(CLAIMS, key);

interface Given {
  keys?: BadgeKeys;
  revocations?: Revocations;
  now?: Date;
}

function verdict(token: string, { keys = KEYS, revocations = "not-wanted", now = NOW }: Given = {}): string {
  const found = verifyBadge(token, { keys, revocations, now });
  return found.ok ? "ok" : found.why;
}

const part = (value: unknown) =>
  Buffer.from(typeof value === "string" ? value : JSON.stringify(value)).toString("base64url");

/** Any header and content, signed well. */
function signedRaw(header: unknown, content: unknown, by = key): string {
  const text = `${part(header)}.${part(content)}`;
  return `${text}.${sign(null, Buffer.from(text), by).toString("base64url")}`;
}

const HEADER = { alg: "EdDSA", kid: kidOf(key), typ: "curbside-badge+jws" };

const listOf = (more: { issuer?: string; jtis?: string[]; now?: Date } = {}, by = key): Revocations => ({
  list: signRevocationList({ issuer: "sunny-side", jtis: [], now: NOW, ...more }, by),
});

describe("a badge", () => {
  test("says what was signed, and fits into one message", () => {
    expect(TOKEN.length).toBeLessThan(800);
    const found = verifyBadge(TOKEN, { keys: KEYS, revocations: "not-wanted", now: NOW });
    expect(found).toEqual({ ok: true, claims: CLAIMS, notRevokedAt: null });
    const { name, ...nameless } = CLAIMS;
    expect(name).toBe("Ana Łukasz ✓");
    expect(verdict(signBadge(nameless, key))).toBe("ok");
  });

  test("of any words comes back as it was, or is too long to be one", () => {
    const word = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(word, word, word, fc.integer({ min: 1, max: BADGE_SECONDS }), (name, prof, src, lasts) => {
        const claims = { ...CLAIMS, name, prof, src, exp: iat + lasts };
        const token = signBadge(claims, key);
        const found = verifyBadge(token, { keys: KEYS, revocations: "not-wanted", now: NOW });
        if (token.length > TOKEN_LIMIT) expect(found).toEqual({ ok: false, why: "malformed" });
        else expect(found).toEqual({ ok: true, claims, notRevokedAt: null });
      }),
    );
  });

  test("fails after any one character is changed, left out or added", () => {
    const characters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \n\u00e9"];
    for (let at = 0; at < TOKEN.length; at += 1) {
      expect(verdict(TOKEN.slice(0, at) + TOKEN.slice(at + 1))).not.toBe("ok");
      for (const other of characters)
        if (other !== TOKEN[at])
          expect(verdict(TOKEN.slice(0, at) + other + TOKEN.slice(at + 1))).not.toBe("ok");
    }
    fc.assert(
      fc.property(fc.nat(TOKEN.length), fc.string({ minLength: 1, maxLength: 3 }), (at, more) => {
        expect(verdict(TOKEN.slice(0, at) + more + TOKEN.slice(at))).not.toBe("ok");
      }),
    );
  });

  test("of any other text is refused and never throws", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.base64String(), { maxLength: 4 }).map((all) => all.join(".")),
        ),
        (text) => {
          expect(verdict(text)).toBe("malformed");
        },
      ),
    );
    for (const text of [
      "",
      ".",
      "..",
      "...",
      `${TOKEN}.`,
      TOKEN.slice(0, -10),
      `${TOKEN}${"A".repeat(5000)}`,
    ])
      expect(verdict(text)).toBe("malformed");
  });

  test.each([
    ["another algorithm", { ...HEADER, alg: "none" }],
    ["an algorithm of secrets", { ...HEADER, alg: "HS256" }],
    ["what must be understood", { ...HEADER, crit: ["exp"], exp: 1 }],
    ["an unencoded content", { ...HEADER, b64: false }],
    ["a key of its own", { ...HEADER, jwk: {} }],
    ["another type", { ...HEADER, typ: "JWT" }],
    ["no type", { alg: "EdDSA", kid: HEADER.kid }],
    ["no object", [HEADER]],
  ])("whose header asks for %s is malformed", (_, header) => {
    expect(verdict(signedRaw(header, CLAIMS))).toBe("malformed");
  });

  test.each([
    ["no number of people", { ...CLAIMS, by: undefined }],
    ["more than 30 days", { ...CLAIMS, exp: iat + BADGE_SECONDS + 1 }],
    ["an end before its start", { ...CLAIMS, exp: iat }],
    ["times that are texts", { ...CLAIMS, iat: String(iat) }],
    ["parts of seconds", { ...CLAIMS, iat: iat + 0.5 }],
    ["an issuer that is no slug", { ...CLAIMS, iss: "Sunny|Side" }],
    ["no object", "[]"],
    ["bytes that are no text", Buffer.from([0xff]).toString("latin1")],
  ])("whose content has %s is malformed", (_, content) => {
    expect(verdict(signedRaw(HEADER, content))).toBe("malformed");
  });

  test("is not signed for more than 30 days", () => {
    expect(() => signBadge({ ...CLAIMS, exp: iat + BADGE_SECONDS + 1 }, key)).toThrow();
  });

  test("says more to a later version, and less is not missed", () => {
    expect(verdict(signedRaw(HEADER, { ...CLAIMS, later: "words" }))).toBe("ok");
  });

  test("holds from its making until its end, with a minute for clocks that differ", () => {
    expect(verdict(TOKEN, { now: later(-61) })).toBe("not-yet");
    expect(verdict(TOKEN, { now: later(-60) })).toBe("ok");
    expect(verdict(TOKEN, { now: later(BADGE_SECONDS - 1) })).toBe("ok");
    expect(verdict(TOKEN, { now: later(BADGE_SECONDS) })).toBe("expired");
  });

  test("is no badge of a key or an issuer that is not trusted", () => {
    expect(verdict(TOKEN, { keys: published(["sunny-side", stranger]) })).toBe("unknown-key");
    expect(verdict(TOKEN, { keys: published(["lantern", key]) })).toBe("unknown-key");
    expect(verdict(signedRaw(HEADER, CLAIMS, stranger))).toBe("signature");
    const both = published(["sunny-side", key], ["lantern", stranger]);
    expect(verdict(signBadge(CLAIMS, stranger), { keys: both })).toBe("unknown-key");
    expect(verdict(signBadge({ ...CLAIMS, iss: "lantern" }, stranger), { keys: both })).toBe("ok");
  });

  test("cannot be a revocation list, nor the other way round", () => {
    const revocations = listOf();
    if (typeof revocations === "string") throw new Error("no list");
    expect(verdict(revocations.list)).toBe("malformed");
    expect(verifyBadge(TOKEN, { keys: KEYS, revocations: { list: TOKEN }, now: NOW })).toEqual({
      ok: false,
      why: "revocations-missing",
      list: "malformed",
    });
  });
});

describe("a revocation list", () => {
  test("has to be there unless somebody does without it", () => {
    expect(verdict(TOKEN, { revocations: "none" })).toBe("revocations-missing");
    expect(verdict(TOKEN, { revocations: listOf() })).toBe("ok");
  });

  test("names what no longer holds", () => {
    expect(verdict(TOKEN, { revocations: listOf({ jtis: ["other", CLAIMS.jti] }) })).toBe("revoked");
    expect(verdict(TOKEN, { revocations: listOf({ jtis: [CLAIMS.jti.slice(0, -1)] }) })).toBe("ok");
  });

  test("runs out after eight days, and one from the future says nothing", () => {
    const revocations = listOf();
    expect(verdict(TOKEN, { revocations, now: later(8 * DAY - 1) })).toBe("ok");
    expect(verdict(TOKEN, { revocations, now: later(8 * DAY) })).toBe("revocations-stale");
    const made = { revocations: listOf({ now: later(61) }), keys: KEYS, now: NOW };
    expect(verifyBadge(TOKEN, made)).toMatchObject({ why: "revocations-missing", list: "not-yet" });
  });

  test("older than the badge will do: the issuer stood by the badge when it was made", () => {
    const revocations = listOf({ now: later(-3 * DAY) });
    expect(verifyBadge(TOKEN, { keys: KEYS, revocations, now: NOW })).toMatchObject({ notRevokedAt: iat });
    const newer = listOf({ now: later(DAY) });
    expect(verifyBadge(TOKEN, { keys: KEYS, revocations: newer, now: later(2 * DAY) })).toMatchObject({
      notRevokedAt: iat + DAY,
    });
  });

  test("of another issuer or key says nothing of this badge", () => {
    const keys = published(["sunny-side", key], ["lantern", stranger]);
    const other = { keys, revocations: listOf({ issuer: "lantern" }, stranger), now: NOW };
    expect(verifyBadge(TOKEN, other)).toMatchObject({ why: "revocations-missing", list: "other-issuer" });
    const forged = { keys, revocations: listOf({}, stranger), now: NOW };
    expect(verifyBadge(TOKEN, forged)).toMatchObject({ why: "revocations-missing", list: "unknown-key" });
    const header = { ...HEADER, typ: "curbside-revocations+jws" };
    const list = signedRaw(header, { iss: "sunny-side", iat, exp: iat + DAY, jtis: [] }, stranger);
    expect(verifyBadge(TOKEN, { keys, revocations: { list }, now: NOW })).toMatchObject({
      list: "signature",
    });
  });

  test("that claims to hold for longer is malformed", () => {
    const header = { ...HEADER, typ: "curbside-revocations+jws" };
    const list = signedRaw(header, { iss: "sunny-side", iat, exp: iat + 9 * DAY, jtis: [] });
    expect(verifyBadge(TOKEN, { keys: KEYS, revocations: { list }, now: NOW })).toMatchObject({
      why: "revocations-missing",
      list: "malformed",
    });
  });
});

describe("the keys of badges", () => {
  test("follow from the key that signs the audit log, and differ for each community", () => {
    // The first key of RFC 8032, section 7.1: what is derived from it must stay so for ever.
    const seed = Buffer.from("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "hex");
    const prefix = Buffer.from("302e020100300506032b657004220420", "hex");
    const auditKey = createPrivateKey({ key: Buffer.concat([prefix, seed]), format: "der", type: "pkcs8" });
    const sunny = badgeKeyOf({ auditKey }, "sunny-side");
    expect(kidOf(sunny)).toBe("ERZOfNU65S8GJmbu");
    expect(sunny.equals(badgeKeyOf({ auditKey }, "sunny-side"))).toBe(true);
    expect(kidOf(sunny)).not.toBe(kidOf(badgeKeyOf({ auditKey }, "lantern")));
    expect(kidOf(sunny)).not.toBe(kidOf(auditKey));
    const keys = ownBadgeKeys({ auditKey });
    expect(verdict(signBadge(CLAIMS, sunny), { keys })).toBe("ok");
    expect(verdict(signBadge({ ...CLAIMS, iss: "lantern" }, sunny), { keys })).toBe("unknown-key");
    expect(verdict(TOKEN, { keys })).toBe("unknown-key");
  });

  test("are published without their private half", () => {
    expect(JSON.stringify(keySetOf("sunny-side", key))).not.toContain('"d"');
    const exported = key.export({ format: "jwk" });
    expect(JSON.stringify(keySetOf("sunny-side", key))).not.toContain(exported.d);
  });

  test("are read only from a whole set of them", () => {
    const [one] = keySetOf("sunny-side", key).keys;
    const sets: unknown[] = [
      {},
      { keys: [] },
      { keys: [{ ...one, kid: kidOf(stranger) }] },
      { keys: [{ ...one, d: key.export({ format: "jwk" }).d }] },
      { keys: [{ ...one, iss: undefined }] },
      { keys: [{ ...one, x: `${one?.x}A` }] },
      { keys: [{ ...one, kty: "EC", crv: "P-256" }] },
      [one],
    ];
    for (const set of sets) expect(readKeySet(JSON.stringify(set))).toBeUndefined();
    for (const text of ["", "{", "null", TOKEN]) expect(readKeySet(text)).toBeUndefined();
  });
});
