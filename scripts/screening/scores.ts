import { screen } from "#core/screening/screen.ts";
import type { Direction, SignalKind } from "#core/screening/screening.ts";
import type { Example } from "./examples.ts";

/** A text and what people said of it. */
export interface Labelled {
  readonly text: string;
  readonly label: string;
}

export const percent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((1000 * part) / whole) / 10;

const CONTACT: ReadonlySet<string> = new Set(["PHONE", "EMAIL", "URL", "SSN", "IP", "HANDLE"]);
const SOLID = /[\p{L}\p{N}]/u;

interface TypeCount {
  spans: number;
  half: number;
  full: number;
}

export interface IdentifierScore {
  readonly messages: number;
  readonly spans: number;
  readonly recall: number | null;
  readonly fullRecall: number | null;
  readonly contactRecall: number | null;
  readonly precision: number | null;
  readonly leakFreeMessages: number | null;
  readonly harmlessUntouched: number | null;
  readonly byType: Readonly<Record<string, { spans: number; recall: number | null; full: number | null }>>;
  readonly misses: readonly string[];
}

/**
 * How well identifiers are found. A span counts as found when half of its letters and digits are covered by any
 * identifier, as fully found when all are; a stretch removed counts as right when it touches a span.
 */
export function scoreIdentifiers(rows: readonly Example[]): IdentifierScore {
  const types = new Map<string, TypeCount>();
  const misses: string[] = [];
  let removed = 0;
  let right = 0;
  let holding = 0;
  let leakFree = 0;
  let harmless = 0;
  let untouched = 0;
  for (const { text, spans } of rows) {
    const { identifiers } = screen(text);
    const covered = new Uint8Array(text.length);
    for (const { start, end } of identifiers) covered.fill(1, start, end);
    let whole = true;
    for (const span of spans) {
      const count = types.get(span.type) ?? { spans: 0, half: 0, full: 0 };
      types.set(span.type, count);
      let solid = 0;
      let seen = 0;
      for (let at = span.start; at < span.end; at++) {
        if (!SOLID.test(text.charAt(at))) continue;
        solid++;
        seen += covered[at] ?? 0;
      }
      count.spans++;
      if (seen >= solid / 2) count.half++;
      if (seen === solid) count.full++;
      else {
        whole = false;
        misses.push(
          `${seen >= solid / 2 ? "half" : "missed"} ${span.type} «${text.slice(span.start, span.end)}» in: ${text}`,
        );
      }
    }
    if (spans.length > 0) {
      holding++;
      if (whole) leakFree++;
    } else {
      harmless++;
      if (identifiers.length === 0) untouched++;
    }
    for (const { start, end, type } of identifiers) {
      removed++;
      if (spans.some((span) => Math.min(span.end, end) > Math.max(span.start, start))) right++;
      else misses.push(`removed for nothing ${type} «${text.slice(start, end)}» in: ${text}`);
    }
  }
  const total = (key: keyof TypeCount, of = (_type: string) => true) =>
    [...types].filter(([type]) => of(type)).reduce((sum, [, count]) => sum + count[key], 0);
  const contact = (type: string) => CONTACT.has(type);
  return {
    messages: rows.length,
    spans: total("spans"),
    recall: percent(total("half"), total("spans")),
    fullRecall: percent(total("full"), total("spans")),
    contactRecall: percent(total("half", contact), total("spans", contact)),
    precision: percent(right, removed),
    leakFreeMessages: percent(leakFree, holding),
    harmlessUntouched: percent(untouched, harmless),
    byType: Object.fromEntries(
      [...types]
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([type, { spans, half, full }]) => [
          type,
          { spans, recall: percent(half, spans), full: percent(full, spans) },
        ]),
    ),
    misses,
  };
}

const ALARMS: ReadonlySet<string> = new Set(["crisis", "emergency"]);

export interface DangerScore {
  readonly messages: number;
  readonly recall: number | null;
  readonly falseAlarms: number | null;
  /** Messages of label concern that reach at least a person. */
  readonly concernSeen: number | null;
  readonly table: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly misses: readonly string[];
}

/** How well danger is heard: label by verdict, alarms being crisis and emergency. */
export function scoreDanger(rows: readonly Labelled[]): DangerScore {
  const table: Record<string, Record<string, number>> = {};
  const misses: string[] = [];
  for (const { text, label } of rows) {
    const { verdict, signals } = screen(text);
    const line = table[label] ?? {};
    table[label] = line;
    line[verdict] = (line[verdict] ?? 0) + 1;
    const by = signals.map(({ rule }) => rule).join(" ");
    if (ALARMS.has(label) !== ALARMS.has(verdict) && (label !== "concern" || verdict === "clear"))
      misses.push(`${label} read as ${verdict}${by === "" ? "" : ` (${by})`}: ${text}`);
  }
  const count = (labels: string[], verdicts: string[]) =>
    labels.reduce(
      (sum, label) => sum + verdicts.reduce((n, verdict) => n + (table[label]?.[verdict] ?? 0), 0),
      0,
    );
  const all = ["clear", "hold", "concern", "crisis", "emergency"];
  return {
    messages: rows.length,
    recall: percent(count([...ALARMS], [...ALARMS]), count([...ALARMS], all)),
    falseAlarms: percent(count(["none"], [...ALARMS]), count(["none"], all)),
    concernSeen: percent(count(["concern"], ["concern", "crisis", "emergency"]), count(["concern"], all)),
    table,
    misses,
  };
}

export interface KindScore {
  readonly messages: number;
  readonly precision: number | null;
  readonly recall: number | null;
  readonly f1: number | null;
  readonly falseAlarms: number | null;
  readonly misses: readonly string[];
}

/** How well signals of one kind are raised for the labels that ask for them. */
export function scoreKind(
  rows: readonly Labelled[],
  kind: SignalKind,
  positive: readonly string[],
  direction: Direction = "inbound",
): KindScore {
  let hits = 0;
  let wrong = 0;
  let missed = 0;
  const misses: string[] = [];
  for (const { text, label } of rows) {
    const raised = screen(text, { direction }).signals.filter((signal) => signal.kind === kind);
    const wanted = positive.includes(label);
    if (raised.length > 0 && wanted) hits++;
    else if (raised.length > 0) {
      wrong++;
      misses.push(`${label} flagged (${raised.map(({ rule }) => rule).join(" ")}): ${text}`);
    } else if (wanted) {
      missed++;
      misses.push(`${label} not flagged: ${text}`);
    }
  }
  const negatives = rows.filter(({ label }) => !positive.includes(label)).length;
  return {
    messages: rows.length,
    precision: percent(hits, hits + wrong),
    recall: percent(hits, hits + missed),
    f1: percent(2 * hits, 2 * hits + wrong + missed),
    falseAlarms: percent(wrong, negatives),
    misses,
  };
}
