/** What an audit entry may tell beside its fields: ids, codes and counts. Numbers are whole. */
export type AuditDetail = { readonly [key: string]: AuditValue };
type AuditValue = string | number | boolean | null | readonly AuditValue[] | AuditDetail;

/** Longer strings could hide a text that a person wrote. */
export const LONGEST_STRING = 200;

/**
 * JSON with sorted keys and no spaces: the same value gives the same bytes on every machine. Throws on a string of more
 * than 200 characters and on a number that is not a whole safe one, since neither belongs in the audit log.
 */
export function canonicalJson(value: AuditValue): string {
  if (typeof value === "string" && value.length > LONGEST_STRING)
    throw new Error(
      `an audit entry holds ids, codes and counts; a string of ${value.length} characters is none`,
    );
  if (typeof value === "number" && !Number.isSafeInteger(value))
    throw new Error("an audit entry holds whole numbers only");
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value as AuditDetail)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}
