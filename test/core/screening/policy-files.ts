import fc from "fast-check";
import { readPolicyFiles } from "#core/screening/policies/load-policies.ts";
import { type Policies, policiesOf } from "#core/screening/policies/policies.ts";
import { type PolicyFile, readPolicyFile } from "#core/screening/policies/policy-file.ts";

/** The default pack with further files on top, each from its YAML. */
export function packWith(...yaml: readonly string[]): Policies {
  const own = yaml.map((source, at) => readPolicyFile(`own-${at}.yaml`, source));
  return policiesOf([...readPolicyFiles().pack, ...own]);
}

const words = fc.constantFrom("want", "to", "die", "raffle", "ticket", "pain", "not", "pills", "tired", "i");
const phrase = fc
  .array(
    fc.oneof(
      { arbitrary: words, weight: 5 },
      { arbitrary: fc.constantFrom("...2", "{things}", "(die|pills)"), weight: 2 },
    ),
    {
      minLength: 0,
      maxLength: 2,
    },
  )
  .chain((parts) => words.map((word) => [...parts, word].join(" ")));

const vetoNames = ["denied", "idiom", "mine"] as const;
const unless = fc
  .dictionary(fc.constantFrom(...vetoNames), fc.constantFrom("drop", "lower"), { maxKeys: 2 })
  .map((made) => ({ ...made }));

const rule = fc
  .record({
    kind: fc.constantFrom("crisis", "emergency", "concern", "sales"),
    mode: fc.constantFrom("live", "live", "live", "shadow"),
    direction: fc.constantFrom("inbound", "answer", "both"),
    score: fc.constantFrom(0.5, 0.8, 0.95),
    note: fc.boolean(),
    unless,
    phrases: fc.array(phrase, { minLength: 1, maxLength: 3 }),
  })
  .map(({ kind, note, unless: named, phrases, ...rest }) => {
    const danger = kind === "crisis" || kind === "emergency";
    return {
      ...rest,
      kind,
      severity: "low",
      action: danger ? "help" : kind === "concern" || note ? "note" : "hold",
      text: "t",
      unless: kind !== "sales" ? named : Object.fromEntries(Object.keys(named).map((veto) => [veto, "drop"])),
      match: phrases.join("\n"),
      mustMatch: ["x"],
      mustNotMatch: ["y"],
    };
  });

const veto = fc.record({
  where: fc.constantFrom("sentence", "near", "before", "match"),
  excepted: fc.boolean(),
  match: fc.constantFrom("not", "tired", "to", "i", "{things}"),
});

const IDS = ["a.one", "a.two", "a.three"] as const;

/** What a file may hold, of few words, so that much of it is found in `textOfWords`. */
const content = fc.record({
  things: fc.constantFrom("pain | tired", "raffle", "ticket | want to"),
  vetoes: fc.tuple(veto, veto, veto),
  rules: fc.tuple(...IDS.map(() => fc.option(rule, { nil: undefined, freq: 4 }))),
});
type Content = typeof content extends fc.Arbitrary<infer T> ? T : never;

function policiesFrom({ things, vetoes, rules }: Content, pack: readonly PolicyFile[]): Policies {
  // The pack has vetoes of two of these names already.
  const names = pack.length > 0 ? ["own-denied", "own-idiom", "mine"] : vetoNames;
  const file = {
    about: "x",
    lists: { things },
    vetoes: vetoes.map(({ excepted, ...one }, at) => ({
      ...one,
      id: names[at],
      except: excepted && at > 0 ? [names[at - 1]] : [],
    })),
    rules: rules.flatMap((one, at) => (one === undefined ? [] : [{ id: IDS[at], ...one }])),
  };
  return policiesOf([...pack, readPolicyFile("own.yaml", JSON.stringify(file))]);
}

type RuleContent = NonNullable<Content["rules"][number]>;
type VetoContent = Content["vetoes"][number];

/** What of a rule, or of a veto, is as in the other pack. */
const RULE_PARTS = ["nothing", "nothing", "all", "score", "direction", "mode", "match", "unless"] as const;
const VETO_PARTS = ["nothing", "nothing", "where", "excepted", "match"] as const;

function ruleWith(
  mine: RuleContent | undefined,
  other: RuleContent | undefined,
  part: (typeof RULE_PARTS)[number],
): RuleContent | undefined {
  if (part === "nothing") return mine;
  if (part === "all" || mine === undefined || other === undefined) return other;
  // What may be lowered is a matter of the kind.
  if (part === "unless" && (mine.kind === "sales") !== (other.kind === "sales")) return other;
  return { ...mine, [part]: other[part] };
}

const vetoWith = (mine: VetoContent, other: VetoContent, part: (typeof VETO_PARTS)[number]): VetoContent =>
  part === "nothing" ? mine : { ...mine, [part]: other[part] };

const changes = fc.record({
  things: fc.boolean(),
  vetoes: fc.tuple(...vetoNames.map(() => fc.constantFrom(...VETO_PARTS))),
  rules: fc.tuple(...IDS.map(() => fc.constantFrom(...RULE_PARTS))),
});

/** Two packs of policies of which one was made out of the other: parts of some rules, vetoes or the list are not the same. */
export function twoPacks({ onPack = false } = {}): fc.Arbitrary<{ from: Policies; to: Policies }> {
  const pack = onPack ? readPolicyFiles().pack : [];
  return fc.tuple(content, content, changes).map(([one, other, change]) => {
    const changed: Content = {
      things: change.things ? other.things : one.things,
      vetoes: one.vetoes.map((mine, at) =>
        vetoWith(mine, other.vetoes[at] ?? mine, change.vetoes[at] ?? "nothing"),
      ) as Content["vetoes"],
      rules: one.rules.map((mine, at) =>
        ruleWith(mine, other.rules[at], change.rules[at] ?? "nothing"),
      ) as Content["rules"],
    };
    return { from: policiesFrom(one, pack), to: policiesFrom(changed, pack) };
  });
}

const PIECES = [
  "i want to die",
  "i dont want to die",
  "i want to die of embarrassment",
  "not tired",
  "raffle ticket",
  "pain",
  "pills",
  "Tonight I will take all of my pills and end it, nobody will miss me",
  "My uncle, who is a nurse, has chest pain and his left arm is numb",
  "take 40 mg twice a day",
  "mail lena@example.org",
  "ich habe heute große Schmerzen im Bein gehabt",
  ". ",
  "\n",
  ", ",
  "to",
  "tired",
  "not",
];

/** Texts in which much of `twoPacks` and of the default pack is found. */
export const textOfWords = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 7 })
  .map((parts) => parts.join(" "));
