import type { PersonName } from "../names/compare-names.ts";
import type { Profession } from "../registries/nucc/profession-of.ts";
import type { Registries } from "../registries/open-registries.ts";
import { howItFits, type NameFit, nameFields } from "./best-name.ts";
import { type Check, isTooOld, unknown, versionOf, withoutOldComfort } from "./check.ts";
import { type Claimed, claimedState, licenseOf, personOf } from "./claimed.ts";
import { judgeLicense } from "./judge-license.ts";
import { chooseLicense, rowsOf } from "./license-rows.ts";
import { professionsIn } from "./profession-words.ts";

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

/** Whether the state's own file has this licence for this person, and what it says of it today. */
export function checkLicense(
  registries: Registries,
  claimed: Claimed,
  inNppes: readonly PersonName[],
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
  const professions = professionsIn(claimed.profession) ?? [];
  const chosen = chooseLicense(rowsOf(found, person(claimed, inNppes)), professions);
  if (chosen.is === "none") {
    const from = found.find((one) => isTooOld(one, now)) ?? first;
    const says = `${state} has no such licence in what was imported here.`;
    const version = versionOf(from, now);
    return {
      check: withoutOldComfort({ source: "license", result: "not-found", says, fields: [], version }),
    };
  }
  const [row] = chosen.rows;
  const version = versionOf(row?.from ?? first, now, row?.license);
  const about = row === undefined ? [] : nameFields(row.name);
  const say = (result: Check["result"], says: string, fields: Check["fields"]): Check =>
    withoutOldComfort({ source: "license", result, says, fields, version });
  switch (chosen.is) {
    case "several":
      return { check: say("review", `Several licences of ${state} fit the number and the name.`, about) };
    case "other":
      return {
        check: say("mismatch", "The licence is somebody else's: the name is another one.", [
          { field: "licence number", outcome: "same", registry: chosen.rows[0].license.number },
          ...about,
        ]),
      };
    case "near":
    case "one":
      break;
  }
  const { result, says, fields, profession, expiresAt } = judgeLicense(chosen.rows, professions, now);
  const near = chosen.is === "near" && result === "match";
  const { name } = chosen.rows[0];
  // In an old file, a day that has come since may have been moved on meanwhile.
  const renewed = version.stale && result === "inactive" && says.startsWith("it expired on");
  const check = say(
    near ? "review" : renewed ? "unknown" : result,
    `The licence is there: ${howItFits(name)}, and ${says}.`,
    [...about, ...fields],
  );
  if (chosen.is === "near") return { check, name };
  return {
    check,
    name,
    ...(profession === undefined ? {} : { profession }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
}
