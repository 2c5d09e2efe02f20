import type { Counts, Durations, FigureId, MonthRead, TimeId } from "./figures.ts";
import { FEW, hideSmall } from "./hide-small.ts";
import { GATES, type Outline, UNSAID } from "./outline.ts";
import { median, ninetieth, roughly } from "./spread.ts";

/** A number that may be read by anybody, or that it is hidden. */
export type Told = number | "hidden";

/** In minutes, to two digits; "none" where nothing was measured. */
export interface ToldTime {
  readonly median: Told | "none";
  readonly ninetieth: Told | "none";
}

/** What may be told of a month: nothing else of what was read leaves this room. */
export interface ToldMonth {
  readonly counts: Readonly<Record<string, Told>>;
  /** Whole percent. */
  readonly shares: Readonly<Record<string, Told | "none">>;
  readonly times: Readonly<Record<TimeId, ToldTime>>;
}

const MINUTE_MS = 60_000;
/** Of fewer, the slowest tenth would be one or two people. */
const MANY = 20;

function hiddenIn(counts: ReadonlyMap<string, number>, { sums, figures }: Outline): ReadonlySet<string> {
  const hidden = hideSmall({ counts, sums, unsaid: UNSAID });
  const gated = figures.filter((id) => GATES[id]?.some((gate) => hidden.has(gate)));
  return new Set([...hidden, ...gated]);
}

function toldTime(values: readonly number[], isHidden: boolean): ToldTime {
  if (isHidden) return { median: "hidden", ninetieth: "hidden" };
  if (values.length === 0) return { median: "none", ninetieth: "none" };
  const minutes = values.map((value) => value / MINUTE_MS);
  return {
    median: values.length < FEW ? "hidden" : roughly(median(minutes)),
    ninetieth: values.length < MANY ? "hidden" : roughly(ninetieth(minutes)),
  };
}

/** A share of what is told, so that it tells nothing more. */
function toldShare(of: readonly Told[], from: Told): Told | "none" {
  if (from === 0) return "none";
  if (from === "hidden" || of.includes("hidden")) return "hidden";
  const sum = of.reduce<number>((total, part) => total + (part === "hidden" ? 0 : part), 0);
  return Math.round((100 * sum) / from);
}

function toldTimes(
  durations: Durations,
  { sections }: Outline,
  isHidden: (id: FigureId) => boolean,
): Record<TimeId, ToldTime> {
  const told = sections
    .flatMap(({ times }) => times)
    .map(({ id, counted }) => [id, toldTime(durations[id], counted.some(isHidden))] as const);
  return Object.fromEntries(told) as Record<TimeId, ToldTime>;
}

/** The counts of a month as those that may be told, with small numbers hidden also against subtraction. */
export function toldMonth({ counts, durations }: MonthRead, outline: Outline): ToldMonth {
  const { sections, figures } = outline;
  const all = new Map<string, number>(figures.map((id): [string, number] => [id, countOf(counts, id)]));
  const hidden = hiddenIn(withUnsaid(all, outline), outline);
  const told = (id: FigureId): Told => (hidden.has(id) ? "hidden" : countOf(counts, id));
  return {
    counts: Object.fromEntries(figures.map((id) => [id, told(id)])),
    shares: Object.fromEntries(
      sections
        .flatMap(({ shares }) => shares)
        .map(({ id, of, from }) => [id, toldShare(of.map(told), told(from))]),
    ),
    times: toldTimes(durations, outline, (id) => hidden.has(id)),
  };
}

const countOf = (counts: Counts, id: FigureId): number => counts[id] ?? 0;

/** What is not told is still there: the rest of its total. */
function withUnsaid(counts: ReadonlyMap<string, number>, { sums }: Outline): ReadonlyMap<string, number> {
  const rest = sums.flatMap(({ total, parts }) => {
    const unsaid = parts.find((part) => UNSAID.has(part));
    if (unsaid === undefined) return [];
    const known = parts.reduce((sum, part) => sum + (counts.get(part) ?? 0), 0);
    return [[unsaid, (counts.get(total) ?? 0) - known] as const];
  });
  return new Map([...counts, ...rest]);
}
