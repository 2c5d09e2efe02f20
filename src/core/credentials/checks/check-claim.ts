import { compareNames, type PersonName } from "../names/compare-names.ts";
import type { Profession } from "../registries/nucc/profession-of.ts";
import type { Registries } from "../registries/open-registries.ts";
import { hasOtherFirstName, type NameFit, namesInNppes } from "./best-name.ts";
import { type Check, unknown } from "./check.ts";
import { checkExclusion } from "./check-exclusion.ts";
import { checkLicense, type LicenseChecked, type NppesNames } from "./check-license.ts";
import { checkNpi } from "./check-npi.ts";
import { checkNppes, type NppesChecked } from "./check-nppes.ts";
import { checkTaxonomy, type TaxonomyChecked } from "./check-taxonomy.ts";
import { type Claimed, claimedProfessions, claimHash, isOutside } from "./claimed.ts";
import { supported } from "./profession-words.ts";
import { proposeOutcome } from "./propose-outcome.ts";

export interface CheckReport {
  readonly checks: readonly Check[];
  readonly outcome: "approve" | "review" | "refuse";
  /** Why it is not "approve", in plain words, one per reason. */
  readonly reasons: readonly string[];
  /** The profession the registries support. */
  readonly profession?: string;
  /** YYYY-MM-DD, from the licence. */
  readonly expiresAt?: string;
  /** Hash over what was claimed (never the date of birth), for rulings. */
  readonly claimHash: string;
}

export interface CheckOptions {
  readonly now: Date;
  /** Rows of the list of exclusions that were ruled not to be this person, for this claim. */
  readonly cleared?: ReadonlySet<string>;
}

const SOURCES = ["npi", "nppes", "taxonomy", "license", "exclusions"] as const;

function outside(claimed: Claimed): CheckReport {
  const says = "The registries here are those of the United States: look it up by hand.";
  return {
    checks: SOURCES.map((source) => unknown(source, says)),
    outcome: "review",
    reasons: [says],
    claimHash: claimHash(claimed),
  };
}

/** The licence counts for more than what somebody told NPPES; of what was claimed, what either says. */
function professionOf(
  claimed: Claimed,
  { profession: own }: LicenseChecked,
  { profession: told }: TaxonomyChecked,
) {
  const actual = [own, told].filter((one) => one !== undefined);
  const claims = claimedProfessions(claimed) ?? [];
  for (const one of actual) {
    const found = supported(claims, [one]);
    if (found !== undefined) return found;
  }
  return actual[0];
}

/** The names of a row in NPPES that may be looked for on the licence: all of them when it is this person's. */
function namesFor({ name }: NppesChecked, names: readonly PersonName[]): NppesNames {
  if (name === undefined) return { known: [] };
  if (name.fit === "fits") return { known: names };
  return hasOtherFirstName(name) ? { known: [], legal: name.name } : { known: [] };
}

/** Two namesakes both fit a claim that gives neither middle name nor suffix. */
function differ(one: NameFit | undefined, other: NameFit | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const { middle, suffix } = compareNames(one.name, other.name);
  return middle.outcome === "different" || suffix.outcome === "different";
}

const isPresent = (name: NameFit | undefined) => name?.fit === "fits" && !name.comparison.former;

/** Checks what a provider says of themselves against the registries on this machine. It decides nothing: people do. */
export function checkClaim(registries: Registries, claimed: Claimed, options: CheckOptions): CheckReport {
  if (isOutside(claimed)) return outside(claimed);
  const { now } = options;
  const npi = checkNpi(claimed);
  const nppes = checkNppes(registries, claimed, now);
  const names = nppes.provider === undefined ? [] : namesInNppes(nppes.provider);
  const taxonomy = checkTaxonomy(
    registries,
    claimed,
    {
      ...(nppes.provider === undefined ? {} : { provider: nppes.provider }),
      ...(nppes.check.version === undefined ? {} : { version: nppes.check.version }),
    },
    now,
  );
  const license = checkLicense(registries, claimed, namesFor(nppes, names), now);
  const exclusions = checkExclusion(registries, claimed, names, options);
  const checks = [npi, nppes.check, taxonomy.check, license.check, exclusions];
  const claims = claimedProfessions(claimed) ?? [];
  const own: readonly Profession[] = license.profession === undefined ? [] : [license.profession];
  const profession = professionOf(claimed, license, taxonomy);
  const { outcome, reasons } = proposeOutcome({
    checks,
    licensedForIt: license.check.result === "match" && supported(claims, own) !== undefined,
    presentName: isPresent(nppes.name) || isPresent(license.name),
    twoPeople: differ(nppes.name, license.name),
  });
  return {
    checks,
    outcome,
    reasons,
    ...(profession === undefined ? {} : { profession }),
    ...(license.expiresAt === undefined ? {} : { expiresAt: license.expiresAt }),
    claimHash: claimHash(claimed),
  };
}
