import type { NppesProvider } from "../registries/nppes/provider.ts";
import { type NuccEntry, type Profession, professionOf } from "../registries/nucc/profession-of.ts";
import type { Registries } from "../registries/open-registries.ts";
import { type Check, type SourceVersion, unknown, versionOf, withoutOldComfort } from "./check.ts";
import { type Claimed, claimedProfessions } from "./claimed.ts";
import { supported } from "./profession-words.ts";

export interface TaxonomyChecked {
  readonly check: Check;
  /** What NPPES says they are, where it says one thing. */
  readonly profession?: Profession;
}

/** Who learns or assists may have put down the profession that they learn or assist as well. */
const BESIDE: ReadonlySet<Profession> = new Set([
  "resident or student",
  "pharmacy technician",
  "physical therapist assistant",
]);

interface Told {
  readonly primary: Profession | undefined;
  readonly ambiguous: boolean;
  readonly all: readonly Profession[];
}

function told(
  { taxonomies, primary }: NppesProvider,
  entryOf: (code: string) => NuccEntry | undefined,
): Told {
  const profession = (code: string) => professionOf(code, entryOf(code));
  const all = [...new Set(taxonomies.map(({ code }) => profession(code)).filter((one) => one !== undefined))];
  // An ambiguous primary taxonomy does no harm where all of them are one profession.
  const only = all.length === 1 && taxonomies.every(({ code }) => profession(code) === all[0]);
  const first = primary.is === "one" ? profession(primary.code) : only ? all[0] : undefined;
  return { primary: first, ambiguous: primary.is === "ambiguous", all };
}

const AMBIGUOUS = "NPPES has several taxonomies and does not say which is the primary one";

function judge(
  { primary, ambiguous, all }: Told,
  claimed: Claimed,
): { result: Check["result"]; says: string } {
  const professions = claimedProfessions(claimed);
  const what = all.join(", ");
  if (claimed.profession === undefined || claimed.profession.trim() === "")
    return {
      result: "unknown",
      says: `No profession was claimed; NPPES says ${what || "nothing that can be told"}.`,
    };
  if (professions === undefined || professions.length === 0)
    return { result: "unknown", says: "The profession that was claimed is not one that is checked here." };
  if (all.length === 0)
    return { result: "unknown", says: "No profession follows from the taxonomies in NPPES." };
  if (primary !== undefined && supported(professions, [primary]) !== undefined)
    return {
      result: "match",
      says: ambiguous
        ? `${AMBIGUOUS}, but all are ${primary}, as claimed.`
        : `They told NPPES that they are a ${primary}, as claimed.`,
    };
  const beside = supported(professions, all);
  if (beside === undefined)
    return { result: "mismatch", says: `They told NPPES that they are another thing: ${what}.` };
  if (ambiguous) return { result: "review", says: `${AMBIGUOUS}: ${what}.` };
  if (primary !== undefined && BESIDE.has(primary))
    return primary === "resident or student"
      ? { result: "mismatch", says: "NPPES has them as a resident or student first." }
      : { result: "review", says: `NPPES has them as a ${primary} first, and as a ${beside} beside.` };
  return all.some((one) => BESIDE.has(one))
    ? { result: "review", says: `NPPES has more than one thing: ${what}.` }
    : { result: "match", says: `They told NPPES that they are a ${beside}, among others (${what}).` };
}

/** Whether what they told NPPES of their profession is what they claim now. */
export function checkTaxonomy(
  registries: Registries,
  claimed: Claimed,
  nppes: { readonly provider?: NppesProvider; readonly version?: SourceVersion },
  now: Date,
): TaxonomyChecked {
  const { provider } = nppes;
  if (provider === undefined)
    return { check: unknown("taxonomy", "Without a row in NPPES there is no taxonomy to look at.") };
  const nucc = registries.nuccEntry("");
  if (nucc === undefined)
    return { check: unknown("taxonomy", "The NUCC taxonomy was not imported here, so codes say nothing.") };
  const facts = told(provider, (code) => registries.nuccEntry(code)?.found);
  const { result, says } = judge(facts, claimed);
  const outcome = result === "match" ? "same" : result === "mismatch" ? "different" : "not-compared";
  const registry = facts.all.join(", ");
  const own = withoutOldComfort({
    source: "taxonomy",
    result,
    says,
    fields: [{ field: "profession", outcome, ...(registry === "" ? {} : { registry }) }],
    version: versionOf(nucc, now),
  });
  // What NPPES said a long time ago is no better for a new list of codes.
  const old = nppes.version?.stale === true && own.result === "match";
  const check: Check = old ? { ...own, result: "unknown", says: `${own.says} But NPPES is too old.` } : own;
  const profession = facts.primary ?? (facts.all.length === 1 ? facts.all[0] : undefined);
  return { check, ...(profession === undefined ? {} : { profession }) };
}
