import { dayText } from "../days.ts";

export interface Taxonomy {
  readonly code: string;
  readonly license: string | null;
  readonly state: string | null;
  readonly primary: boolean;
}

/** One row of NPPES. All of it but the number and its life is what the provider said of themselves. */
export interface NppesProvider {
  readonly npi: string;
  /** Null for a deactivated number, of which NPPES shows nothing more. */
  readonly entity: "individual" | "organisation" | null;
  readonly deactivated: boolean;
  readonly deactivatedAt: string | null;
  readonly replacement: string | null;
  readonly organisation: string | null;
  readonly last: string | null;
  readonly first: string | null;
  readonly middle: string | null;
  readonly suffix: string | null;
  /** Such as MD, or PT and DPT. */
  readonly titles: readonly string[];
  /** A name that was used before or is used beside. */
  readonly other: {
    readonly last: string;
    readonly first: string | null;
    readonly middle: string | null;
    readonly type: string | null;
  } | null;
  /** Where they practise. */
  readonly state: string | null;
  readonly phone: string | null;
  /** The day of the oldest of the files in a row that had this phone number. */
  readonly phoneSince: string | null;
  readonly enumeratedAt: string | null;
  readonly updatedAt: string | null;
  readonly taxonomies: readonly Taxonomy[];
  readonly primary: PrimaryTaxonomy;
}

export type PrimaryTaxonomy =
  | { readonly is: "one"; readonly code: string }
  | { readonly is: "ambiguous" }
  | { readonly is: "none" };

/** The primary taxonomy: the one that is marked, or the only one there is. Several marked codes, or none of many, say nothing. */
export function primaryTaxonomy(taxonomies: readonly Taxonomy[]): PrimaryTaxonomy {
  const codes = [...new Set(taxonomies.map(({ code }) => code).filter((code) => code !== ""))];
  const marked = [...new Set(taxonomies.filter(({ primary }) => primary).map(({ code }) => code))];
  const [code] = marked.length === 0 ? codes : marked;
  if (code === undefined) return { is: "none" };
  if (marked.length > 1 || (marked.length === 0 && codes.length > 1)) return { is: "ambiguous" };
  return { is: "one", code };
}

/** "PT, D.P.T." as PT and DPT: the field is free text. */
export const titlesOf = (credential: string): string[] =>
  credential
    .toUpperCase()
    .replace(/[.\s]/g, "")
    .split(",")
    .filter((title) => title !== "");

function taxonomiesOf(lines: string): Taxonomy[] {
  if (lines === "") return [];
  return lines.split("\n").map((line) => {
    const [code = "", license = "", state = "", primary = ""] = line.split("\t");
    return { code, license: license || null, state: state || null, primary: primary === "Y" };
  });
}

/** A row of the registry as it is told. A number is deactivated until a later day says that it was taken up again. */
export function providerOf(row: Record<string, unknown>): NppesProvider {
  const text = (name: string) => (typeof row[name] === "string" ? row[name] : null);
  const day = (name: string) => Number(row[name] ?? 0);
  const deactivatedOn = Math.max(day("deactivated"), day("reported"));
  const entity = row.entity === 1 ? "individual" : row.entity === 2 ? "organisation" : null;
  const taxonomies = taxonomiesOf(text("taxonomies") ?? "");
  const otherLast = text("other_last");
  return {
    npi: String(row.npi),
    entity,
    deactivated: entity === null || (deactivatedOn > 0 && day("reactivated") <= deactivatedOn),
    deactivatedAt: dayText(deactivatedOn),
    replacement: text("replacement"),
    organisation: text("organisation"),
    last: text("last"),
    first: text("first"),
    middle: text("middle"),
    suffix: text("suffix"),
    titles: titlesOf(text("credential") ?? ""),
    other:
      otherLast === null
        ? null
        : {
            last: otherLast,
            first: text("other_first"),
            middle: text("other_middle"),
            type: text("other_type"),
          },
    state: text("state"),
    phone: text("phone"),
    phoneSince: text("phone") === null ? null : dayText(day("phone_since")),
    enumeratedAt: dayText(day("enumerated")),
    updatedAt: dayText(day("updated")),
    taxonomies,
    primary: primaryTaxonomy(taxonomies),
  };
}
