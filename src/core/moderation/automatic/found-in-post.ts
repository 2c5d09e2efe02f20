import type { Core } from "#core/core.ts";
import { PUSHED_KINDS, type PushedKind } from "#core/screening/policies/pushed-rules.ts";
import { screen } from "#core/screening/screen.ts";
import { type Identifier, type IdentifierType, isGrave } from "#core/screening/screening.ts";

/** More than this is no message of a person, and screening it would keep others waiting. */
const MOST_READ = 20_000;

/** What others can reach or find somebody by. Places, days and links alone are ordinary talk. */
const OWN_TYPES = [
  "PHONE",
  "EMAIL",
  "ADDRESS",
  "SSN",
  "ACCOUNT",
  "MRN",
  "NAME",
] as const satisfies readonly IdentifierType[];
export type OwnType = (typeof OWN_TYPES)[number];

export interface FoundInPost {
  readonly kinds: readonly PushedKind[];
  /** What points at its writer, where nothing graver was found: those who sell or are in danger are told of nothing else. */
  readonly own: readonly OwnType[];
}

/** Names of doctors, authors and friends are said all day; a full name counts where its writer says that it is theirs. */
const SAYS_WHO_THEY_ARE =
  /(?:^|[^\p{L}])(?:i['’]?m|i am|my (?:full |real )?name(?: is|['’]s|:)|me llamo|mi nombre es|soy)\s*$/iu;

function isOwn(text: string, { type, start, end }: Identifier): boolean {
  if (type !== "NAME") return true;
  const isFull = /\S\s+\S/u.test(text.slice(start, end));
  return isFull && SAYS_WHO_THEY_ARE.test(text.slice(Math.max(0, start - 30), start));
}

/** What the rules in force find in a text that stands in the open. Keeps nothing, and asks for the rules each time. */
export function foundInPost(core: Pick<Core, "policies" | "crisisLines">, whole: string): FoundInPost {
  const text = whole.slice(0, MOST_READ);
  const options = { policies: core.policies(), crisisLines: core.crisisLines() };
  const { verdict, signals, identifiers } = screen(text, options);
  const held = new Set(signals.filter(({ action }) => action === "hold").map(({ kind }) => kind));
  const kinds = PUSHED_KINDS.filter((kind) =>
    kind === "crisis" || kind === "emergency" ? isGrave(verdict) && verdict === kind : held.has(kind),
  );
  const own = identifiers.filter((identifier) => isOwn(text, identifier)).map(({ type }) => type);
  return { kinds, own: kinds.length > 0 ? [] : OWN_TYPES.filter((type) => own.includes(type)) };
}

export function ownTypesIn(words: readonly string[]): OwnType[] {
  return OWN_TYPES.filter((type) => words.includes(type));
}
