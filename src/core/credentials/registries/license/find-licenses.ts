import { dayText } from "../days.ts";
import { closest, licenseKeys } from "../license-number.ts";
import type { RegistryReader } from "../registry-reader.ts";
import { LICENSE_STATUSES, type LicenseStatus } from "./profile.ts";

/** One row of a state's file. */
export interface License {
  /** As the file has it, with what stands before it where numbers are only unique so. */
  readonly number: string;
  readonly last: string | null;
  readonly first: string | null;
  readonly middle: string | null;
  /** The whole name, where the file has it in one column. */
  readonly name: string | null;
  readonly type: string | null;
  readonly status: LicenseStatus;
  /** The status in the file's own words. */
  readonly said: string | null;
  readonly standing: string | null;
  readonly expiresAt: string | null;
  readonly discipline: string | null;
}

function licenseOf(row: Record<string, unknown>): License {
  const text = (name: string) => (typeof row[name] === "string" ? row[name] : null);
  return {
    number: String(row.number),
    last: text("last"),
    first: text("first"),
    middle: text("middle"),
    name: text("name"),
    type: text("type"),
    status: LICENSE_STATUSES.find((known) => known === row.status) ?? "unknown",
    said: text("said"),
    standing: text("standing"),
    expiresAt: dayText(Number(row.expires)),
    discipline: text("discipline"),
  };
}

/** The state whose licences a registry holds, and what its profile calls it. */
export function profileOf(reader: RegistryReader): { state: string; title: string } | undefined {
  const [profile] = reader.all("SELECT state, title FROM profile");
  return profile === undefined ? undefined : { state: String(profile.state), title: String(profile.title) };
}

/** The licences with this number, or those that may have it (license-number.ts). One number may have several rows. */
export function licensesWith(reader: RegistryReader, number: string): License[] {
  const rows = new Map<number, License>();
  for (const key of licenseKeys(number))
    for (const row of reader.all("SELECT * FROM license WHERE digits = ?1 OR behind = ?1", key))
      rows.set(Number(row.id), licenseOf(row));
  return closest([...rows.values()], number, (row) => [row.number]);
}
