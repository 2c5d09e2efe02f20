import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { removeIdentifiers } from "#core/screening/identifiers/remove-identifiers.ts";
import { loadTables } from "#core/screening/load-tables.ts";
import { PlaceholderBook } from "#core/screening/placeholders.ts";
import { foldForms } from "#core/screening/reading/fold.ts";
import { tokensOf } from "#core/screening/reading/tokens.ts";
import { screen } from "#core/screening/screen.ts";
import { type Example, readMarked } from "../scripts/screening/examples.ts";
import { HOSTILE } from "../scripts/screening/hostile.ts";
import { linesOf } from "../scripts/screening/labelled.ts";
import { type Figure, figure, lineOf, quantile } from "./figures.ts";
import { loadPeers, type Peer, peersAreThere } from "./screening-peers.ts";

/**
 * Screening against other packages on the same messages in one run: npm run bench:screening, which installs them. Every
 * figure is a ratio; a peer that finds less than half of what ours finds is told and not raced.
 */
const CORPUS = join(import.meta.dirname, "..", "corpus");
const PARTS = ["tuned", "heldout", "reserve"];

const filesOf = (part: string, ending: string) =>
  readdirSync(join(CORPUS, part))
    .filter((file) => file.endsWith(ending))
    .map((file) => join(CORPUS, part, file));

/** Every seventh text of the corpus of all kinds, as they come. */
function mixedTexts(): string[] {
  const labelled = PARTS.flatMap((part) => filesOf(part, ".tsv"))
    .flatMap(linesOf)
    .map((line) => line.split("\t")[2] ?? "");
  const marked = markedTexts().map(({ text }) => text);
  const texts = [...labelled, ...marked].filter((_, at) => at % 7 === 0);
  // As they come from a platform: strings of their own, not views of a file.
  return JSON.parse(JSON.stringify(texts));
}

const markedTexts = (): Example[] => PARTS.flatMap((part) => filesOf(part, ".txt")).flatMap(readMarked);

/** What de-identification alone does. */
function deidentify(text: string): string {
  const forms = foldForms(text);
  return removeIdentifiers(text, forms, tokensOf(forms.text), () => new PlaceholderBook()).scrubbed;
}

/** The share of marked stretches that do not stand in what is left of their text. */
async function foundShare(examples: readonly Example[], run: Peer["scrub"]): Promise<number> {
  let found = 0;
  let all = 0;
  for (const { text, spans } of examples) {
    if (spans.length === 0) continue;
    const left = await run(text);
    for (const { start, end } of spans) {
      all++;
      if (!left.includes(text.slice(start, end))) found++;
    }
  }
  return found / all;
}

const WARM_UP_MS = 3000;
const MEASURED_MS = 4000;

/** Messages a second, and the slowest hundredth in microseconds, once everything is warm. */
async function speedOf(texts: readonly string[], run: (text: string) => unknown, budget = MEASURED_MS) {
  const isAsync = run(texts[0] ?? "") instanceof Promise;
  const round = async (times?: number[]) => {
    for (const text of texts) {
      const before = performance.now();
      const result = run(text);
      if (isAsync) await result;
      times?.push(performance.now() - before);
    }
  };
  for (const end = performance.now() + Math.min(WARM_UP_MS, budget); performance.now() < end; ) await round();
  const times: number[] = [];
  for (const end = performance.now() + budget; performance.now() < end; ) await round(times);
  const total = times.reduce((sum, time) => sum + time, 0);
  return { perSecond: (1000 * times.length) / total, p99: quantile(times, 0.99) * 1000 };
}

/** Texts of 4,000 characters that are made to be slow. */
function hostileTexts(): string[] {
  return HOSTILE.map((seed) => seed.repeat(Math.ceil(4000 / seed.length)).slice(0, 4000));
}

function slowest(texts: readonly string[]): { ms: number; text: string } {
  for (const text of texts) screen(text);
  let worst = { ms: 0, text: "" };
  for (const text of texts) {
    const times = Array.from({ length: 7 }, () => {
      const before = performance.now();
      screen(text);
      return performance.now() - before;
    });
    const ms = quantile(times, 0.5);
    if (ms > worst.ms) worst = { ms, text };
  }
  return worst;
}

/** 100 kB against 50 kB of the slowest text: 2 when work is linear. */
function growth(text: string): { half: number; whole: number } {
  const long = text.repeat(25).slice(0, 100_000);
  const best = (one: string) =>
    Math.min(
      ...Array.from({ length: 5 }, () => {
        const before = performance.now();
        screen(one);
        return performance.now() - before;
      }),
    );
  return { half: best(long.slice(0, 50_000)), whole: best(long) };
}

function loading(): { ms: number; mb: number } {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--conditions=source", "--expose-gc", join(import.meta.dirname, "tables-child.ts")],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

async function raceWith(peer: Peer, texts: readonly string[], ours: { share: number; perSecond: number }) {
  const share = await foundShare(markedTexts(), peer.scrub);
  const { perSecond } = await speedOf(texts, peer.scrub, 1500);
  const told = `de-identification against ${peer.name}, which finds ${Math.round((100 * share) / ours.share)} % of what ours finds`;
  const counts = share >= ours.share / 2;
  return figure(
    told,
    { ours: ours.perSecond, peer: perSecond, unit: "messages/s" },
    { atLeast: counts ? 1 : 0 },
  );
}

/** All figures of screening. Limits of their own (messages a second, microseconds) stand where a peer would. */
async function measureScreening(): Promise<Figure[]> {
  const load = loading();
  loadTables();
  const texts = mixedTexts();
  const length = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  process.stdout.write(`${texts.length} messages of ${length.toFixed(0)} characters\n`);
  const whole = await speedOf(texts, (text) => screen(text));
  const alone = await speedOf(texts, deidentify);
  const share = await foundShare(markedTexts(), deidentify);
  const worst = slowest(hostileTexts());
  process.stdout.write(`slowest hostile text: ${JSON.stringify(worst.text.slice(0, 24))}\n`);
  const { half, whole: double } = growth(worst.text);
  const figures = [
    figure(
      "the whole screen against 12,000",
      { ours: whole.perSecond, peer: 12_000, unit: "messages/s" },
      { atLeast: 1 },
    ),
    figure(
      "its slowest hundredth against 350 us",
      { ours: whole.p99 / 1000, peer: 0.35, unit: "ms" },
      { atMost: 1 },
    ),
    figure(
      "de-identification against 30,000",
      { ours: alone.perSecond, peer: 30_000, unit: "messages/s" },
      { atLeast: 1 },
    ),
    figure(
      "the slowest hostile 4,000 characters against 5 ms",
      { ours: worst.ms, peer: 5, unit: "ms" },
      { atMost: 1 },
    ),
    figure("100 kB of it against 50 kB", { ours: double, peer: half, unit: "ms" }, { atMost: 2.6 }),
    figure("reading all tables against 150 ms", { ours: load.ms, peer: 150, unit: "ms" }, { atMost: 1 }),
    figure("their memory against 40 MB", { ours: load.mb, peer: 40, unit: "MB" }, { atMost: 1 }),
  ];
  if (!peersAreThere()) {
    process.stdout.write("No other package is installed: npm run bench:screening does that.\n");
    return figures;
  }
  for (const peer of await loadPeers())
    figures.push(await raceWith(peer, texts, { share, perSecond: alone.perSecond }));
  return figures;
}

const figures = await measureScreening();
if (process.argv.includes("--json")) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
else for (const one of figures) process.stdout.write(`${lineOf(one)}\n`);
process.exitCode = figures.every(({ met }) => met) ? 0 : 1;
