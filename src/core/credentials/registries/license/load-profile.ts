import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { refuse } from "#core/errors.ts";
import { shippedPath } from "../shipped.ts";
import { type LicenseProfile, readProfile } from "./profile.ts";

const FILE = /\.ya?ml$/i;

/** The profiles that come with Curbside. */
const shippedFolder = () => shippedPath("profiles/");

/** An installation's own profiles; one with the name of a shipped one takes its place. */
const ownFolder = (registries: string): string => join(registries, "profiles");

const nameOf = (path: string) => basename(path).replace(FILE, "");

function inFolder(folder: string, name: string): string | undefined {
  return [".yaml", ".yml"].map((end) => join(folder, `${name}${end}`)).find((path) => existsSync(path));
}

/** The profile of a name (an own one before a shipped one) or of a path. Refuses `not_found`; throws ProfileError. */
export function loadProfile(registries: string, asked: string): LicenseProfile {
  const path = FILE.test(asked)
    ? asked
    : (inFolder(ownFolder(registries), asked) ?? inFolder(shippedFolder(), asked));
  if (path === undefined || !existsSync(path)) throw refuse("not_found", { what: "profile" });
  return readProfile(basename(path), nameOf(path), readFileSync(path, "utf8"));
}

/** The names of the profiles that come with Curbside. */
export const shippedProfiles = (): string[] =>
  readdirSync(shippedFolder())
    .filter((file) => FILE.test(file))
    .map(nameOf)
    .sort();
