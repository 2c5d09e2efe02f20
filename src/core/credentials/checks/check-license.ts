import type { PersonName } from "../names/compare-names.ts";
import type { License } from "../registries/license/find-licenses.ts";
import type { Profession } from "../registries/nucc/profession-of.ts";
import type { Found, Registries } from "../registries/open-registries.ts";
import { hasOtherFirstName, howItFits, type NameFit, nameFields } from "./best-name.ts";
import { type Check, isTooOld, unknown, versionOf, withoutOldComfort } from "./check.ts";
import { type Claimed, claimedProfessions, claimedState, licenseOf, personOf } from "./claimed.ts";
import { judgeLicense } from "./judge-license.ts";
import { type Chosen, chooseLicense, type LicenseRow, rowsOf } from "./license-rows.ts";

export interface LicenseChecked {
  readonly check: Check;
  readonly name?: NameFit;
  /** What the licence is for, when its name fits. */
  readonly profession?: Profession;
  readonly expiresAt?: string;
}

/** Last names that NPPES knows of the person belong to them when the NPI does. */
function person(claimed: Claimed, inNppes: readonly PersonName[]): PersonName {
  const own = personOf(claimed);
  const others = inNppes.flatMap(({ last, otherLast = [] }) => [last, ...otherLast]);
  return { ...own, otherLast: [...(own.otherLast ?? []), ...others.filter((name) => name !== null)] };
}

/** What NPPES says of the person's names. */
export interface NppesNames {
  /** All names of a row whose name fits. */
  readonly known: readonly PersonName[];
  /** The name of a row that has another first name: it may be the legal one of what they go by. */
  readonly legal?: PersonName;
}

/** The rows with the number, by the name that was claimed; by the legal one where all of those are somebody else's. */
function choose(
  found: readonly Found<readonly License[]>[],
  claimed: Claimed,
  { known, legal }: NppesNames,
): { chosen: Chosen; byLegal: boolean } {
  const professions = claimedProfessions(claimed) ?? [];
  const chosen = chooseLicense(rowsOf(found, person(claimed, known)), professions);
  if (
    chosen.is !== "other" ||
    legal === undefined ||
    !chosen.rows.every(({ name }) => hasOtherFirstName(name))
  )
    return { chosen, byLegal: false };
  const again = chooseLicense(rowsOf(found, legal), professions);
  return again.is === "one" ? { chosen: again, byLegal: true } : { chosen, byLegal: false };
}

/** What the chosen rows come to; the name is the part of the sentence that says how it fits. */
function judged(
  rows: readonly [LicenseRow, ...LicenseRow[]],
  { near, how, claimed, now }: { near: boolean; how: string; claimed: Claimed; now: Date },
): LicenseChecked {
  const [{ from, license, name }] = rows;
  const version = versionOf(from, now, license);
  const professions = claimedProfessions(claimed) ?? [];
  const { result, says, byDay, fields, profession, expiresAt } = judgeLicense(rows, professions, now);
  const check = withoutOldComfort({
    source: "license",
    // In an old file, a day that has come since may have been moved on meanwhile.
    result: near && result === "match" ? "review" : byDay && version.stale ? "unknown" : result,
    says: `The licence is there: ${how}, and ${says}.`,
    fields: [...nameFields(name), ...fields],
    version,
  });
  if (near) return { check };
  return {
    check,
    name,
    ...(profession === undefined ? {} : { profession }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}

/** Whether the state's own file has this licence for this person, and what it says of it today. */
export function checkLicense(
  registries: Registries,
  claimed: Claimed,
  inNppes: NppesNames,
  now: Date,
): LicenseChecked {
  const [state, number] = [claimedState(claimed), licenseOf(claimed)];
  if (state === undefined || number === undefined)
    return { check: unknown("license", "Without a state and a licence number there is nothing to look up.") };
  const found = registries.findLicenses(state, number);
  const [first] = found ?? [];
  if (found === undefined || first === undefined)
    return {
      check: unknown("license", `No file of licences of ${state} was imported here: look it up by hand.`),
    };
  const { chosen, byLegal } = choose(found, claimed, inNppes);
  const say = (result: Check["result"], says: string, rows: readonly LicenseRow[]): LicenseChecked => {
    const [row] = rows;
    const from = row?.from ?? found.find((one) => isTooOld(one, now)) ?? first;
    const fields = row === undefined ? [] : nameFields(row.name);
    const version = versionOf(from, now, row?.license);
    return { check: withoutOldComfort({ source: "license", result, says, fields, version }) };
  };
  switch (chosen.is) {
    case "none":
      return say("not-found", `${state} has no such licence in what was imported here.`, []);
    case "several":
      return say("review", `Several licences of ${state} may be the one, by number and name.`, chosen.rows);
    case "other":
      return say("mismatch", "The licence is somebody else's: the name is another one.", chosen.rows);
    case "near":
    case "one": {
      const how = byLegal
        ? "it has the first name that NPPES has, which is not the one that was claimed"
        : howItFits(chosen.rows[0].name);
      return judged(chosen.rows, { near: chosen.is === "near" || byLegal, how, claimed, now });
    }
  }
}
