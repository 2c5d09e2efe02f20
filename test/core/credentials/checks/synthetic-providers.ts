import { seeded } from "../../../../scripts/screening/chance.ts";
import type { Fields } from "../registries/files.ts";
import type { Profile, World } from "./registry-files.ts";
import { CLEAR } from "./synthetic/clear.ts";
import { Draft, other, type SyntheticProvider } from "./synthetic/draft.ts";
import { EXCLUDED } from "./synthetic/excluded.ts";
import { BEGIN, END, STRANGE_FIRST, words } from "./synthetic/names.ts";
import { REVIEW } from "./synthetic/review.ts";
import { UNSAFE } from "./synthetic/unsafe.ts";

/** Rows of the list that are nobody here: their names are alike in part, and some share a date of birth. */
function strangers(people: readonly Draft[], pick: <T>(list: readonly T[]) => T): Fields[] {
  return people.flatMap(({ born, claimed }, at) => [
    {
      LASTNAME: `${pick(BEGIN)}${pick(words("holme brook thorpe"))}`.toUpperCase(),
      FIRSTNAME: claimed.first.toUpperCase(),
      DOB: other(born),
      ZIP: String(10_000 + at),
    },
    {
      LASTNAME: `${pick(BEGIN)}${pick(words("holme brook thorpe"))}`.toUpperCase(),
      FIRSTNAME: pick(STRANGE_FIRST).toUpperCase(),
      DOB: born.replaceAll("-", ""),
      ZIP: String(20_000 + at),
    },
  ]);
}

/** The people and the files that know them; the same in every run. */
export function twoHundredProviders(): { providers: SyntheticProvider[]; world: World } {
  const random = seeded(20_260_301);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join("");
  const drafts: Draft[] = [];
  const providers = [...CLEAR, ...REVIEW, ...EXCLUDED, ...UNSAFE].flatMap(
    ([kind, count, truth, carefulHuman, change, of = {}]) =>
      Array.from({ length: count }, (): SyntheticProvider => {
        const at = drafts.length;
        const last = `${BEGIN[at % BEGIN.length]}${END[Math.floor(at / BEGIN.length) % END.length]}`;
        const draft = new Draft(at, pick, digits, { last, ...of });
        change(draft);
        drafts.push(draft);
        return { kind, claimed: draft.claimed, truth, carefulHuman };
      }),
  );
  const lines = [
    ...drafts.flatMap(({ profile, license: line }) => (line === undefined ? [] : [{ profile, line }])),
    ...drafts.flatMap(({ more }) => more),
  ];
  const linesOf = (profile: Profile) =>
    lines.filter((one) => one.profile === profile).map(({ line }) => line);
  return {
    providers,
    world: {
      nppes: drafts.flatMap(({ nppes }) => (nppes === undefined ? [] : [nppes])),
      leie: [...drafts.flatMap(({ leie }) => leie), ...strangers(drafts, pick)],
      licenses: {
        "wa-health": linesOf("wa-health"),
        "fl-mqa": linesOf("fl-mqa"),
        "tx-medical": linesOf("tx-medical"),
      },
      asOf: { "tx-medical": "2025-12-20" },
    },
  };
}
