import { oneLine } from "#cli/columns.ts";
import type { Paint } from "#cli/command.ts";
import { secondsLeft } from "#cli/progress.ts";
import type { Flip, FlippedRule, Taken } from "#core/moderation/flip.ts";
import type { Replayed, ReplayProgress } from "#core/moderation/replay-policies.ts";
import type { RuleTotal } from "#core/moderation/rule-totals.ts";

/** So many texts are listed of each rule; --jsonl and --json have all of them. */
const MOST_LISTED = 200;

const many = (count: number) => count.toLocaleString("en-US");
const texts = (count: number) => (count === 1 ? "1 text" : `${many(count)} texts`);

/** "Looking: 12,000 of 100,000 texts, 12 %, 9,000 texts/s, 9 s left". */
export function replayProgressLine({ looked, of }: ReplayProgress, seconds: number): string {
  const parts = [`Looking: ${many(looked)} of ${texts(of)}`];
  const share = of === 0 ? 1 : Math.min(1, looked / of);
  if (seconds >= 0.5) {
    parts.push(`${Math.floor(share * 100)} %`, `${many(Math.round(looked / seconds))} texts/s`);
    if (share > 0.01) parts.push(secondsLeft(seconds, share));
  }
  return parts.join(", ");
}

const takenWords = (taken: readonly Taken[]) =>
  taken
    .map(({ kind, action }) => (action === "note" ? `${kind}, noted` : `${kind}, ${action}`))
    .join(" and ");

function effectWords({ effect, from, to }: FlippedRule): string {
  switch (effect) {
    case "fires":
      return `found (${takenWords(to)})`;
    case "stops":
      return `no longer found (was ${takenWords(from)})`;
    case "otherwise":
      return `${takenWords(from)} -> ${takenWords(to)}`;
    case "elsewhere":
      return "found by other words, or with another score";
  }
}

function flipLines(
  { question, message, waits, day, sent, verdict }: Flip,
  rule: FlippedRule,
  paint: Paint,
): string[] {
  const { from, to } = verdict;
  const says = from === to ? `stays ${from}` : paint.warn(`${from} -> ${to}`);
  const notSent = sent ? "" : waits ? ", a new version that was not sent" : ", not sent";
  return [
    `  question ${question}, ${message}${notSent}, ${day}: ${says}; ${effectWords(rule)}`,
    ...(rule.words ?? []).map((words) => paint.quiet(`    "${oneLine(words)}"`)),
  ];
}

const CHANGES: Readonly<Record<Exclude<RuleTotal["change"], "shadow">, string>> = {
  added: "added",
  removed: "removed",
  changed: "changed",
  follows: "a reader that listens to a changed rule",
};

/** "moderators acted on 3 of the 4 that they decided on": how often a rule that finds them would be right. */
function precisionWords({ acted, dismissed }: RuleTotal): string {
  const decided = acted + dismissed;
  return decided === 0
    ? ""
    : `; moderators acted on ${many(acted)} of the ${many(decided)} that they decided on`;
}

function totalLine(total: RuleTotal, since: string, paint: Paint): string {
  const { rule, change, texts: count, verdicts } = total;
  const other = count === 0 ? "" : `, ${many(verdicts)} with another verdict${precisionWords(total)}`;
  if (change === "shadow")
    return `${paint.title(rule)}, in shadow: would have fired on ${texts(count)} since ${since}${other}`;
  return `${paint.title(rule)}, ${CHANGES[change]}: ${count === 0 ? "no text flips" : `${texts(count)} flip${count === 1 ? "s" : ""}${other}`}`;
}

const keyOf = (rule: string, shadow: boolean) => `${rule} ${shadow}`;

/** Holds what is to be shown of a replay: of each rule no more than can be read. */
export class ReplayReport {
  readonly #listed = new Map<string, string[][]>();
  readonly #paint: Paint;

  constructor(paint: Paint) {
    this.#paint = paint;
  }

  add(flip: Flip): void {
    for (const rule of flip.rules) {
      const key = keyOf(rule.rule, flip.shadow);
      const listed = this.#listed.get(key) ?? [];
      this.#listed.set(key, listed);
      if (listed.length < MOST_LISTED) listed.push(flipLines(flip, rule, this.#paint));
    }
  }

  #ruleLines(total: RuleTotal, since: string): string[] {
    const listed = this.#listed.get(keyOf(total.rule, total.change === "shadow")) ?? [];
    const more = total.texts - listed.length;
    return [
      totalLine(total, since, this.#paint),
      ...listed.flat(),
      ...(more > 0 ? [this.#paint.quiet(`  and ${texts(more)} more: --jsonl prints every one`)] : []),
    ];
  }

  lines({ since, looked, flipped, gone, rules }: Replayed, says: string): string[] {
    const { removed, erased, damaged } = gone;
    const day = since.toISOString().slice(0, 10);
    const paint = this.#paint;
    const unread = removed + erased + damaged;
    const heading = paint.quiet(`Compared: ${says}, by the texts since ${day}.`);
    if (rules.length === 0)
      return [
        heading,
        paint.good("No text flips: nothing that screening looks for changed. No text was opened."),
      ];
    return [
      heading,
      ...rules.flatMap((total) => this.#ruleLines(total, day)),
      `${flipped === 0 ? "No text flips" : `${texts(flipped)} flip${flipped === 1 ? "s" : ""}`}, of ${many(looked)} that were looked at.`,
      ...(unread === 0
        ? []
        : [
            `${texts(unread)} could not be looked at: ${many(removed)} taken back, deleted or cancelled, ${many(erased)} of people who were erased${damaged === 0 ? "" : paint.bad(`, ${many(damaged)} cannot be opened`)}.`,
          ]),
    ];
  }
}
