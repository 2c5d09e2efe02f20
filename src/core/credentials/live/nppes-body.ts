import { z } from "zod";
import { cleanText } from "#core/screening/clean-text.ts";
import { dayText, slashDay } from "../registries/days.ts";
import {
  type NppesProvider,
  primaryTaxonomy,
  type Taxonomy,
  titlesOf,
} from "../registries/nppes/provider.ts";
import { orNull } from "../registries/nppes/write-provider.ts";
import { stateCode } from "../registries/states.ts";

/** A field, in capitals as in the bulk file: it came in capitals in 2019, and as people write in 2026. */
const words = z.preprocess(
  (value) =>
    typeof value === "string" || typeof value === "number"
      ? orNull(cleanText(String(value)).replace(/\s+/g, " ").trim().toUpperCase())
      : null,
  z.string().nullable(),
);
const list = <T extends z.ZodType>(item: T) => z.preprocess((value) => value ?? [], z.array(item));

/** Only what is read, and each of it may be missing: the service has changed its types between captures. */
const RESULT = z.looseObject({
  number: z.union([z.string(), z.number()]),
  enumeration_type: words,
  created_epoch: z.unknown().optional(),
  last_updated_epoch: z.unknown().optional(),
  basic: z.looseObject({
    organization_name: words,
    /** Surname first in 2019; used for organisations alone, whose name has no order. */
    name: words,
    first_name: words,
    last_name: words,
    middle_name: words,
    name_suffix: words,
    credential: words,
    enumeration_date: words,
    last_updated: words,
    status: words,
  }),
  taxonomies: list(
    z.looseObject({ code: words, license: words, state: words, primary: z.unknown().optional() }),
  ),
  addresses: list(z.looseObject({ address_purpose: words, state: words, telephone_number: words })),
  other_names: list(z.looseObject({ code: words, first_name: words, last_name: words, middle_name: words })),
});
type Result = z.infer<typeof RESULT>;

const BODY = z.union([
  z.looseObject({ Errors: z.array(z.unknown()).min(1) }),
  z.looseObject({ results: z.array(z.unknown()) }),
]);

/** Above this an epoch is in milliseconds: in seconds it would be the year 5138. */
const MOST_SECONDS = 100_000_000_000;

/** A day as the service writes it, else that of an epoch in seconds or milliseconds, a number or a text. */
function day(written: string | null, epoch: unknown): string | null {
  if (written !== null && /^\d{4}-\d{2}-\d{2}/.test(written)) return written.slice(0, 10);
  const slashed = slashDay(written ?? undefined);
  if (slashed > 0) return dayText(slashed);
  const count = typeof epoch === "string" && epoch.trim() !== "" ? Number(epoch) : epoch;
  if (typeof count !== "number" || !Number.isFinite(count) || count <= 0) return null;
  const date = new Date(count > MOST_SECONDS ? count : count * 1000);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().slice(0, 10);
}

const ENTITIES: Readonly<Record<string, "individual" | "organisation">> = {
  "NPI-1": "individual",
  "NPI-2": "organisation",
};

function taxonomiesOf(result: Result): Taxonomy[] {
  return result.taxonomies
    .filter(({ code, license }) => code !== null || license !== null)
    .map(({ code, license, state, primary }) => ({
      code: code ?? "",
      license,
      state: state === null ? null : stateCode(state),
      primary: primary === true || /^(?:y|yes|true)$/i.test(String(primary)),
    }));
}

function providerOf(npi: string, result: Result): NppesProvider | undefined {
  const { basic } = result;
  const entity = ENTITIES[result.enumeration_type ?? ""];
  if (entity === undefined) return undefined;
  const place = result.addresses.find(({ address_purpose }) => address_purpose === "LOCATION");
  const other = result.other_names.find(({ last_name }) => last_name !== null);
  const taxonomies = taxonomiesOf(result);
  const phone = place?.telephone_number?.replace(/\D/g, "") ?? "";
  return {
    npi,
    entity,
    deactivated: false,
    deactivatedAt: null,
    replacement: null,
    organisation: entity === "organisation" ? (basic.organization_name ?? basic.name) : null,
    last: basic.last_name,
    first: basic.first_name,
    middle: basic.middle_name,
    suffix: basic.name_suffix,
    titles: titlesOf(basic.credential ?? ""),
    other:
      other?.last_name == null
        ? null
        : { last: other.last_name, first: other.first_name, middle: other.middle_name, type: other.code },
    state: place?.state == null ? null : stateCode(place.state),
    phone: phone === "" ? null : phone,
    phoneSince: null,
    enumeratedAt: day(basic.enumeration_date, result.created_epoch),
    updatedAt: day(basic.last_updated, result.last_updated_epoch),
    taxonomies,
    primary: primaryTaxonomy(taxonomies),
  };
}

/** What a body says: a provider, that there is nothing to be said, or in which way it is no answer. */
export type ReadBody =
  | { readonly is: "provider"; readonly provider: NppesProvider }
  | { readonly is: "nothing" }
  | { readonly is: "refused" | "unreadable" };

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads the answer to a question for one NPI. A status other than active tells nothing: the service gives no deactivated numbers. */
export function readBody(npi: string, text: string): ReadBody {
  const body = BODY.safeParse(parsed(text));
  if (!body.success) return { is: "unreadable" };
  if (!("results" in body.data) || !Array.isArray(body.data.results)) return { is: "refused" };
  if (body.data.results.length === 0) return { is: "nothing" };
  const results = body.data.results.map((result) => RESULT.safeParse(result));
  const result = results.find(({ data }) => data !== undefined && String(data.number) === npi)?.data;
  if (result === undefined) return { is: "unreadable" };
  if (result.basic.status !== null && result.basic.status !== "A") return { is: "nothing" };
  const provider = providerOf(npi, result);
  return provider === undefined ? { is: "unreadable" } : { is: "provider", provider };
}
