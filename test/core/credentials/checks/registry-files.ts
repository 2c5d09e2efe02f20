import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { importLeie } from "#core/credentials/registries/leie/import-leie.ts";
import { importLicense } from "#core/credentials/registries/license/import-license.ts";
import { importNppes } from "#core/credentials/registries/nppes/import-nppes.ts";
import { importNucc } from "#core/credentials/registries/nucc/import-nucc.ts";
import { openRegistries } from "#core/credentials/registries/open-registries.ts";
import { licensePath, registryPath } from "#core/credentials/registries/registry-file.ts";
import { csv, type Fields, leieFile, NOW, nppesFile, workFolder } from "../registries/files.ts";

/** A licence as a test says it; each profile writes it in its own way. */
export interface LicenseLine {
  readonly number: string;
  readonly last: string;
  readonly first: string;
  readonly middle?: string;
  readonly type: string;
  readonly status?: string;
  /** YYYY-MM-DD */
  readonly expires?: string;
  readonly discipline?: string;
}

const WA_HEADER =
  "CredentialNumber,LastName,FirstName,MiddleName,CredentialType,Status,ExpirationDate,ActionTaken".split(
    ",",
  );
const FL_HEADER =
  "Rank-Code|License-Number|Last-Name|First-Name|Middle-Name|Profession-Name|License-Status-Description|License-Active-Status-Description|Expire-Date|Board-Action-Indicator";
const TX_HEADER =
  "license_number,last_name,first_name,license_type,registration_status,license_status,license_expiration_date,disciplinary_status".split(
    ",",
  );

const slashed = (day: string) => (day === "" ? "" : `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`);

/** The files of three states as those write them. */
export const LICENSE_FILES = {
  "wa-health": (lines: readonly LicenseLine[]) =>
    csv([
      WA_HEADER,
      ...lines.map((one) => [
        one.number,
        one.last,
        one.first,
        one.middle ?? "",
        one.type,
        one.status ?? "ACTIVE",
        (one.expires ?? "2027-01-31").replaceAll("-", ""),
        one.discipline ?? "No",
      ]),
    ]),
  "fl-mqa": (lines: readonly LicenseLine[]) =>
    `${[
      FL_HEADER,
      ...lines.map(
        ({ number, last, first, middle = "", type, status = "ACTIVE", expires, discipline = "N" }) =>
          [
            /^[A-Z]+/.exec(number)?.[0] ?? "",
            number.replace(/^[A-Z]+/, ""),
            last,
            first,
            middle,
            type,
            /^(?:ACTIVE|INACTIVE)$/.test(status) ? "CLEAR" : status,
            /^(?:INACTIVE|EXPIRED|REVOKED)$/.test(status) ? status : "ACTIVE",
            slashed(expires ?? "2027-01-31"),
            discipline,
            "",
          ].join("|"),
      ),
    ].join("\n")}\n`,
  "tx-medical": (lines: readonly LicenseLine[]) =>
    csv([
      TX_HEADER,
      ...lines.map((one) => [
        one.number,
        one.last,
        one.first,
        one.type,
        "ACTIVE",
        one.status ?? "NONE",
        one.expires ?? "2027-01-31",
        one.discipline ?? "NONE",
      ]),
    ]),
} as const;
export type Profile = keyof typeof LICENSE_FILES;

const PHYSICIANS = "Allopathic & Osteopathic Physicians";
const NUCC = [
  ["207R00000X", PHYSICIANS, "Internal Medicine"],
  ["207Q00000X", PHYSICIANS, "Family Medicine"],
  ["2084P0800X", PHYSICIANS, "Psychiatry & Neurology"],
  ["390200000X", "Student, Health Care", "Student in an Organized Health Care Education/Training Program"],
  ["363A00000X", "Physician Assistants & Advanced Practice Nursing Providers", "Physician Assistant"],
  ["363LF0000X", "Physician Assistants & Advanced Practice Nursing Providers", "Nurse Practitioner"],
  ["163W00000X", "Nursing Service Providers", "Registered Nurse"],
  ["183500000X", "Pharmacy Service Providers", "Pharmacist"],
  ["183700000X", "Pharmacy Service Providers", "Pharmacy Technician"],
  ["225100000X", "Rehabilitative Service Providers", "Physical Therapist"],
  ["225200000X", "Rehabilitative Service Providers", "Physical Therapy Assistant"],
  ["103T00000X", "Behavioral Health & Social Service Providers", "Psychologist"],
  ["1041C0700X", "Behavioral Health & Social Service Providers", "Social Worker"],
  ["174400000X", "Other Service Providers", "Specialist"],
];

/** A taxonomy of NPPES at a place of its row. */
export const taxonomy = (at: number, code: string, license = "", state = "", primary = "N"): Fields => ({
  [`Healthcare Provider Taxonomy Code_${at}`]: code,
  [`Provider License Number_${at}`]: license,
  [`Provider License Number State Code_${at}`]: state,
  [`Healthcare Provider Primary Taxonomy Switch_${at}`]: primary,
});

export interface World {
  readonly nppes?: readonly Fields[];
  readonly leie?: readonly Fields[];
  readonly licenses?: Partial<Record<Profile, readonly LicenseLine[]>>;
  readonly nucc?: boolean;
  /** Days that files speak of, where they are not of last month. */
  readonly asOf?: Partial<Record<"nppes" | "leie" | Profile, string>>;
}

const made = new Map<string, Buffer>();

/** Imports a file through its importer, or gives the registry that the same file gave before. */
async function once(path: string, key: string, make: () => Promise<unknown>): Promise<void> {
  const before = made.get(key);
  if (before === undefined) {
    await make();
    made.set(key, readFileSync(path));
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, before);
}

/** Writes files and makes registries of them through the importers that an admin uses. */
export const registriesOf = async (world: World) => openRegistries(await folderOf(world));

/** The same, as the folder that holds them. */
export async function folderOf({
  nppes,
  leie,
  licenses = {},
  nucc = true,
  asOf = {},
}: World): Promise<string> {
  const { folder, file } = workFolder();
  const common = { folder, now: NOW, acceptSmaller: true };
  if (nppes !== undefined) {
    const name = `npidata_pfile_20050523-${(asOf.nppes ?? "2026-02-08").replaceAll("-", "")}.csv`;
    const content = nppesFile(nppes);
    await once(registryPath(folder, "nppes"), name + content, () =>
      importNppes({ ...common, path: file(name, content) }),
    );
  }
  if (leie !== undefined) {
    const day = asOf.leie ?? "2026-02-10";
    const content = leieFile(leie);
    await once(registryPath(folder, "leie"), day + content, () =>
      importLeie({ ...common, path: file("UPDATED.csv", content), asOf: day }),
    );
  }
  for (const [profile, write] of Object.entries(LICENSE_FILES) as [
    Profile,
    (typeof LICENSE_FILES)[Profile],
  ][]) {
    const lines = licenses[profile];
    if (lines === undefined) continue;
    const day = asOf[profile] ?? "2026-02-10";
    const content = write(lines);
    await once(licensePath(folder, profile), profile + day + content, () =>
      importLicense({ ...common, path: file(`${profile}.csv`, content), profile, asOf: day }),
    );
  }
  if (nucc) {
    const header = "Code,Grouping,Classification,Specialization,Definition,Notes,Display Name,Section".split(
      ",",
    );
    const rows = NUCC.map(([code = "", grouping = "", what = ""]) => [
      code,
      grouping,
      what,
      "",
      "",
      "",
      what,
      "Individual",
    ]);
    await once(registryPath(folder, "nucc"), "nucc", () =>
      importNucc({ ...common, path: file("nucc_taxonomy_260.csv", csv([header, ...rows])) }),
    );
  }
  return folder;
}
