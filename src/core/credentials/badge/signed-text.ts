import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";

/** The public key of an issuer with this id, or undefined when it is not known. */
export type BadgeKeys = (issuer: string, kid: string) => KeyObject | undefined;

export type SignedKind = "curbside-badge+jws" | "curbside-revocations+jws";

/** Other members, such as `crit`, `jwk` or `b64`, are refused: they would say how to read what is not yet trusted. */
const HEADER = z.strictObject({
  alg: z.literal("EdDSA"),
  kid: z.string().regex(/^[A-Za-z0-9_-]{16}$/),
  typ: z.string(),
});

const SIGNATURE_BYTES = 64;

export type Opened<T> =
  | { readonly ok: true; readonly content: T }
  | { readonly ok: false; readonly why: "malformed" | "unknown-key" | "signature" };

/** The raw public half, 32 bytes. */
export function rawPublicKey(key: KeyObject): Buffer {
  const publicKey = key.type === "private" ? createPublicKey(key) : key;
  return Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url");
}

/** Names a key by what it is: the first 16 characters of the SHA-256 of its public half. */
export function kidOf(key: KeyObject): string {
  return createHash("sha256").update(rawPublicKey(key)).digest("base64url").slice(0, 16);
}

const encode = (value: object) => Buffer.from(JSON.stringify(value), "utf8").toString("base64url");

/** A compact JWS (RFC 7515) signed with Ed25519 (RFC 8037). */
export function signAs(kind: SignedKind, content: object, key: KeyObject): string {
  const signed = `${encode({ alg: "EdDSA", kid: kidOf(key), typ: kind })}.${encode(content)}`;
  return `${signed}.${sign(null, Buffer.from(signed, "ascii"), key).toString("base64url")}`;
}

/** Undefined unless it is the one spelling of its bytes: otherwise a changed last character would go unseen. */
function decode(part: string): Buffer | undefined {
  const bytes = Buffer.from(part, "base64url");
  return part !== "" && bytes.toString("base64url") === part ? bytes : undefined;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Reads and checks a signed text; its content is trusted only when the key is that of the issuer that it names. */
export function openSigned<T extends { iss: string }>(
  text: string,
  { kind, limit, shape, keys }: { kind: SignedKind; limit: number; shape: z.ZodType<T>; keys: BadgeKeys },
): Opened<T> {
  const malformed = { ok: false, why: "malformed" } as const;
  if (text.length > limit) return malformed;
  const [first = "", second = "", third = "", ...more] = text.split(".");
  const [headerBytes, contentBytes, signature] = [decode(first), decode(second), decode(third)];
  if (more.length > 0 || headerBytes === undefined || contentBytes === undefined) return malformed;
  if (signature === undefined || signature.length !== SIGNATURE_BYTES) return malformed;
  const header = HEADER.safeParse(parseJson(headerBytes));
  const content = shape.safeParse(parseJson(contentBytes));
  if (!header.success || header.data.typ !== kind || !content.success) return malformed;
  const key = keys(content.data.iss, header.data.kid);
  if (key === undefined) return { ok: false, why: "unknown-key" };
  if (!verify(null, Buffer.from(`${first}.${second}`, "ascii"), key, signature))
    return { ok: false, why: "signature" };
  return { ok: true, content: content.data };
}
