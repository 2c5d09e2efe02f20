import { licenseKeys } from "../registries/license-number.ts";
import type { NppesProvider } from "../registries/nppes/provider.ts";
import type { Registries } from "../registries/open-registries.ts";
import {
  bestName,
  hasOtherFirstName,
  howItFits,
  type NameFit,
  nameFields,
  namesInNppes,
} from "./best-name.ts";
import { type Check, type FieldOutcome, unknown, versionOf, withoutOldComfort } from "./check.ts";
import { type Claimed, claimedState, licenseOf, personOf, validNpi } from "./claimed.ts";

export interface NppesChecked {
  readonly check: Check;
  /** The person's own row, whether or not the name fits. */
  readonly provider?: NppesProvider;
  readonly name?: NameFit;
}

/** What they told NPPES of their licences in the state that was claimed. Undefined when it has none there, or none was claimed. */
function licenseField({ taxonomies }: NppesProvider, claimed: Claimed): FieldOutcome | undefined {
  const [state, license] = [claimedState(claimed), licenseOf(claimed)];
  if (state === undefined || license === undefined) return undefined;
  const listed = taxonomies.flatMap((one) =>
    one.state === state && one.license !== null ? [one.license] : [],
  );
  if (listed.length === 0) return undefined;
  const keys = licenseKeys(license);
  const same = listed.some((number) => licenseKeys(number).some((key) => keys.includes(key)));
  return {
    field: `licence in ${state}`,
    outcome: same ? "same" : "different",
    registry: [...new Set(listed)].join(", "),
  };
}

/** Whether the NPI is this person's, and in use. It says nothing about a licence: NPPES takes what providers tell it. */
export function checkNppes(registries: Registries, claimed: Claimed, now: Date): NppesChecked {
  const npi = validNpi(claimed);
  if (npi === undefined)
    return { check: unknown("nppes", "Without a valid NPI there is nothing to look up.") };
  const found = registries.findNppes(npi);
  if (found === undefined)
    return {
      check: unknown("nppes", "NPPES was not imported here, so nothing is known of whose NPI this is."),
    };
  const provider = found.found;
  const version = versionOf(found, now, provider);
  const say = (result: Check["result"], says: string, fields: readonly FieldOutcome[] = []): Check =>
    withoutOldComfort({ source: "nppes", result, says, fields, version });
  if (provider === undefined) return { check: say("not-found", "NPPES has no such NPI.") };
  if (provider.entity === "organisation")
    return { check: say("mismatch", "The NPI is that of an organisation, not of a person.") };
  if (provider.deactivated) {
    const since = provider.deactivatedAt === null ? "" : ` on ${provider.deactivatedAt}`;
    return { check: say("inactive", `The NPI was deactivated${since}.`) };
  }
  const name = bestName(personOf(claimed), namesInNppes(provider));
  if (name === undefined) return { check: say("review", "NPPES has no name for the NPI."), provider };
  const license = licenseField(provider, claimed);
  const fields = [...nameFields(name), ...(license === undefined ? [] : [license])];
  const how = howItFits(name);
  if (hasOtherFirstName(name))
    return {
      check: say(
        "review",
        "The NPI is in use; the last name fits, and the first name is another one.",
        fields,
      ),
      provider,
      name,
    };
  if (name.fit === "other")
    return {
      check: say("mismatch", "The NPI is somebody else's: the name is another one.", fields),
      provider,
    };
  if (name.fit === "near")
    return { check: say("review", `The NPI is in use, and ${how}.`, fields), provider, name };
  if (license?.outcome === "different")
    return {
      check: say("review", `The NPI is in use, and ${how}; but NPPES has another licence number.`, fields),
      provider,
      name,
    };
  return { check: say("match", `The NPI is in use, and ${how}.`, fields), provider, name };
}
