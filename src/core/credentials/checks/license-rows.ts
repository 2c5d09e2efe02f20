import type { PersonName } from "../names/compare-names.ts";
import type { License } from "../registries/license/find-licenses.ts";
import { licenseWhole } from "../registries/license-number.ts";
import type { Profession } from "../registries/nucc/profession-of.ts";
import type { Found } from "../registries/open-registries.ts";
import { bestName, type NameFit, namesOnLicense } from "./best-name.ts";
import { professionsIn, supported } from "./profession-words.ts";

/** A row with the number that was claimed, and how its name compares. */
export interface LicenseRow {
  readonly from: Found<readonly License[]>;
  readonly license: License;
  readonly name: NameFit;
}

export type Chosen =
  /** Rows of one licence: some states write one for each case of discipline. */
  | { readonly is: "one"; readonly rows: readonly [LicenseRow, ...LicenseRow[]] }
  | { readonly is: "near"; readonly rows: readonly [LicenseRow, ...LicenseRow[]] }
  | { readonly is: "several"; readonly rows: readonly LicenseRow[] }
  | { readonly is: "other"; readonly rows: readonly [LicenseRow, ...LicenseRow[]] }
  | { readonly is: "none" };

export function rowsOf(found: readonly Found<readonly License[]>[], person: PersonName): LicenseRow[] {
  return found.flatMap((from) =>
    from.found.flatMap((license) => {
      const name = bestName(person, namesOnLicense(license));
      return name === undefined ? [] : [{ from, license, name }];
    }),
  );
}

/** What the licence says of the profession: `undefined` where it says nothing, `null` where its words are not known here. */
export function professionsOn({ type }: License): readonly Profession[] | undefined | null {
  return type === null ? undefined : (professionsIn(type) ?? null);
}

/** Whether a licence may be one for what was claimed. */
function mayBeFor({ license }: LicenseRow, claimed: readonly Profession[]): boolean {
  const professions = professionsOn(license);
  return professions == null || claimed.length === 0 || supported(claimed, professions) !== undefined;
}

const isRows = (rows: readonly LicenseRow[]): rows is readonly [LicenseRow, ...LicenseRow[]] =>
  rows.length > 0;

/** Several rows are one licence when number and kind are the same. */
function grouped(rows: readonly LicenseRow[]): LicenseRow[][] {
  const groups = new Map<string, LicenseRow[]>();
  for (const row of rows) {
    const key = `${licenseWhole(row.license.number)} ${row.license.type}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/**
 * Which of the licences with one number is this person's. Boards number on their own: somebody else's of another profession
 * says nothing. Of several that fit by name, the one for the profession that was claimed.
 */
export function chooseLicense(rows: readonly LicenseRow[], claimed: readonly Profession[]): Chosen {
  const fitting = rows.filter(({ name }) => name.fit === "fits");
  const groups = grouped(fitting);
  const forIt = groups.filter(([row]) => row !== undefined && mayBeFor(row, claimed));
  const [own] = groups.length === 1 ? groups : forIt;
  if (own !== undefined && isRows(own)) {
    const beside = fitting.filter((row) => !own.includes(row));
    const grave = beside.some(({ license }) => /^(?:suspended|revoked|limited)$/.test(license.status));
    return forIt.length > 1 || grave ? { is: "several", rows: fitting } : { is: "one", rows: own };
  }
  if (fitting.length > 0) return { is: "several", rows: fitting };
  const near = rows.filter(({ name }) => name.fit === "near");
  if (isRows(near)) return { is: grouped(near).length > 1 ? "several" : "near", rows: near };
  const others = rows.filter((row) => mayBeFor(row, claimed));
  return isRows(others) ? { is: "other", rows: others } : { is: "none" };
}
