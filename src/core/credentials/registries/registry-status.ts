import { existsSync } from "node:fs";
import { ageInDays } from "./days.ts";
import { licenseFiles } from "./open-registries.ts";
import {
  type Covered,
  coveredBy,
  openRegistry,
  type Registry,
  type RegistrySource,
  registryPath,
} from "./registry-file.ts";

export interface RegistryStatus {
  readonly registry: Registry;
  /** Which state's file, for licences. */
  readonly profile?: string;
  readonly state: "fresh" | "stale" | "missing" | "unreadable";
  /** Of the last day until which it holds all changes. */
  readonly ageDays?: number;
  readonly covered?: Covered;
  readonly source?: RegistrySource;
  /** All files that went into it. */
  readonly sources?: readonly RegistrySource[];
}

/** Older than this, and a registry says too little about today. NUCC has two releases a year. */
const OLD_DAYS: Readonly<Record<Registry, number>> = { nppes: 45, leie: 45, license: 45, nucc: 240 };

export const isStale = (registry: Registry, ageDays: number): boolean => ageDays > OLD_DAYS[registry];

function statusOf(registry: Registry, path: string, now: Date, profile?: string): RegistryStatus {
  const which = { registry, ...(profile === undefined ? {} : { profile }) };
  if (!existsSync(path)) return { ...which, state: "missing" };
  const open = openRegistry(path);
  if (open === undefined) return { ...which, state: "unreadable" };
  open.db.close();
  const { source, sources } = open;
  const covered = coveredBy(sources);
  const ageDays = ageInDays(covered.until, now);
  const state = isStale(registry, ageDays) ? "stale" : "fresh";
  return { ...which, state, ageDays, covered, source, sources };
}

/** How each registry stands: the three of the country, and those of the states that were imported. */
export function registryStatus(folder: string, now: Date): RegistryStatus[] {
  const licenses = licenseFiles(folder);
  return [
    ...(["nppes", "nucc", "leie"] as const).map((name) => statusOf(name, registryPath(folder, name), now)),
    ...(licenses.length === 0
      ? [{ registry: "license", state: "missing" } as const]
      : licenses.map(({ profile, path }) => statusOf("license", path, now, profile))),
  ];
}
