import { createHash } from "node:crypto";

/** The same record gives the same ids, so that two exports can be compared: a UUID of version 8 (RFC 9562). */
export function uuidFor(credentialId: string, part: string): string {
  const bytes = createHash("sha256")
    .update(JSON.stringify(["curbside fhir v1", credentialId, part]))
    .digest();
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** YYYY-MM-DD. */
export const day = (at: Date): string => at.toISOString().slice(0, 10);
