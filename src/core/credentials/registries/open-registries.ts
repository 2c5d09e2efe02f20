import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { canBeLookedUp, type Exclusion, findExclusions, type SoughtPerson } from "./leie/find-exclusions.ts";
import { type License, licensesWith, profileOf } from "./license/find-licenses.ts";
import { closest, licenseKeys } from "./license-number.ts";
import { type NppesProvider, providerOf } from "./nppes/provider.ts";
import type { NuccEntry } from "./nucc/profession-of.ts";
import { type Registry, type RegistrySource, registryPath } from "./registry-file.ts";
import { RegistryReader } from "./registry-reader.ts";
import { stateCode } from "./states.ts";

/** What a registry says, and which one it was. */
export interface Found<T> {
  readonly registry: Registry;
  /** What people call it, such as "Texas Medical Board". */
  readonly name: string;
  readonly source: RegistrySource;
  /** Until which day it holds all changes. */
  readonly until: string;
  readonly found: T;
}

/**
 * Look-ups in the registries of an installation. Each gives undefined when the registry is missing: that is "unknown", and
 * something other than a registry that has no such row.
 */
export interface Registries extends Disposable {
  findNppes(npi: string): Found<NppesProvider | undefined> | undefined;
  /** Providers who say that they have this licence; of those with the same digits, the ones whose whole number it is. */
  findNppesByLicense(state: string, number: string): Found<readonly NppesProvider[]> | undefined;
  /** One for each registry of that state; undefined when there is none. */
  findLicenses(state: string, number: string): readonly Found<readonly License[]>[] | undefined;
  /** Rows by any of the last names that somebody has or had, and by NPI; undefined also without either. */
  exclusionsFor(person: SoughtPerson): Found<readonly Exclusion[]> | undefined;
  nuccEntry(code: string): Found<NuccEntry | undefined> | undefined;
  /** All files that the registries are made of now. */
  sources(): readonly RegistrySource[];
}

/** What was reported of a number is kept beside what its own row says. */
const PROVIDERS =
  "SELECT provider.*, reported.day AS reported FROM provider LEFT JOIN reported ON reported.npi = provider.npi";
const LICENSE_FILE = /^license-(.+)\.sqlite$/;

/** The files of licences in the folder, by the names of their profiles. */
export function licenseFiles(folder: string): { profile: string; path: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const profile = LICENSE_FILE.exec(name)?.[1];
      return profile === undefined ? [] : [{ profile, path: join(folder, name) }];
    });
}

class OpenRegistries implements Registries {
  readonly #folder: string;
  readonly #nppes: RegistryReader;
  readonly #nucc: RegistryReader;
  readonly #leie: RegistryReader;
  readonly #licenses = new Map<string, RegistryReader>();

  constructor(folder: string) {
    this.#folder = folder;
    this.#nppes = new RegistryReader(registryPath(folder, "nppes"));
    this.#nucc = new RegistryReader(registryPath(folder, "nucc"));
    this.#leie = new RegistryReader(registryPath(folder, "leie"));
  }

  findNppes(npi: string) {
    const from = fromOf("nppes", this.#nppes);
    if (from === undefined) return undefined;
    const [row] = this.#nppes.all(`${PROVIDERS} WHERE provider.npi = ?`, Number(npi));
    return { ...from, found: row === undefined ? undefined : providerOf(row) };
  }

  findNppesByLicense(state: string, number: string) {
    const from = fromOf("nppes", this.#nppes);
    if (from === undefined) return undefined;
    const code = stateCode(state);
    const rows = licenseKeys(number).flatMap((key) =>
      this.#nppes.all(
        `${PROVIDERS} JOIN license ON license.npi = provider.npi WHERE license.digits = ? AND license.state = ?`,
        key,
        code,
      ),
    );
    const found = closest(rows.map(providerOf), number, ({ taxonomies }) =>
      taxonomies.flatMap((one) => (one.state === code && one.license !== null ? [one.license] : [])),
    );
    return { ...from, found };
  }

  findLicenses(state: string, number: string) {
    const code = stateCode(state);
    const found = this.#licenseReaders().flatMap((reader) => {
      const from = fromOf("license", reader);
      const profile = profileOf(reader);
      if (from === undefined || profile?.state !== code) return [];
      return [{ ...from, name: profile.title, found: licensesWith(reader, number) }];
    });
    return found.length === 0 ? undefined : found;
  }

  /** A state's registry may have been added or removed since the last look. */
  #licenseReaders(): RegistryReader[] {
    const files = licenseFiles(this.#folder);
    for (const [path, reader] of this.#licenses)
      if (!files.some((file) => file.path === path)) {
        reader[Symbol.dispose]();
        this.#licenses.delete(path);
      }
    return files.map(({ path }) => {
      const known = this.#licenses.get(path) ?? new RegistryReader(path);
      this.#licenses.set(path, known);
      return known;
    });
  }

  exclusionsFor(person: SoughtPerson) {
    const from = fromOf("leie", this.#leie);
    if (from === undefined || !canBeLookedUp(person)) return undefined;
    return { ...from, found: findExclusions(this.#leie, person) };
  }

  nuccEntry(code: string) {
    const from = fromOf("nucc", this.#nucc);
    if (from === undefined) return undefined;
    const [row] = this.#nucc.all("SELECT * FROM taxonomy WHERE code = ?", code);
    return { ...from, found: row === undefined ? undefined : entryOf(row) };
  }

  sources() {
    const readers = [this.#nppes, this.#nucc, this.#leie, ...this.#licenseReaders()];
    return readers.flatMap((reader) => reader.sources());
  }

  [Symbol.dispose](): void {
    for (const reader of [this.#nppes, this.#nucc, this.#leie, ...this.#licenses.values()])
      reader[Symbol.dispose]();
  }
}

const NAMES: Readonly<Record<Registry, string>> = {
  nppes: "NPPES",
  nucc: "NUCC taxonomy",
  leie: "OIG list of exclusions (LEIE)",
  license: "State licences",
};

function fromOf(registry: Registry, reader: RegistryReader) {
  const source = reader.source();
  const until = reader.until();
  return source === undefined || until === undefined
    ? undefined
    : { registry, name: NAMES[registry], source, until };
}

function entryOf(row: Record<string, unknown>): NuccEntry {
  return {
    code: String(row.code),
    grouping: String(row.grouping),
    classification: String(row.classification),
    specialization: String(row.specialization),
    display: String(row.display),
    section: String(row.section),
  };
}

/** Opens the registries in a folder for reading. A registry that is replaced meanwhile is opened anew at the next look-up. */
export const openRegistries = (folder: string): Registries => new OpenRegistries(folder);
