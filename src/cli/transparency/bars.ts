import { element, escaped } from "#core/html/markup.ts";
import type { Told } from "#core/reporting/told.ts";
import { countWords } from "#core/reporting/words.ts";

export interface Bar {
  readonly words: string;
  readonly told: Told;
}

const WIDTH = 620;
const LINE = 44;
const LONGEST = 500;
/** Says that something is there and nothing of how much. */
const HIDDEN_LENGTH = 44;

const isTold = (told: Told): told is number => told !== "hidden";

function barOf({ words, told }: Bar, at: number, largest: number): string {
  const y = at * LINE;
  const length = isTold(told) ? (largest === 0 ? 0 : (told / largest) * LONGEST) : HIDDEN_LENGTH;
  const bar = element("rect", {
    class: isTold(told) ? "bar" : "bar hidden",
    x: 1,
    y: y + 20,
    width: Math.max(length, told === 0 ? 0 : 2).toFixed(1),
    height: 16,
  });
  return [
    element("text", { x: 0, y: y + 14 }, escaped(words)),
    ...(told === 0 ? [] : [bar]),
    element(
      "text",
      { class: "number", x: (told === 0 ? 0 : length + 8).toFixed(1), y: y + 33 },
      escaped(countWords(told)),
    ),
  ].join("");
}

/**
 * Bars as an inline SVG: the same numbers as the table beside it, each with its words. A hidden number is a dashed frame of one
 * length, so that neither its colour nor its size says anything.
 */
export function barsSvg(id: string, title: string, bars: readonly Bar[]): string {
  const largest = Math.max(0, ...bars.map(({ told }) => (isTold(told) ? told : 0)));
  const says = bars.map(({ words, told }) => `${words}: ${countWords(told)}`).join("; ");
  const labels = [`${id}-title`, `${id}-desc`] as const;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${WIDTH} ${bars.length * LINE}`,
      role: "img",
      "aria-labelledby": labels.join(" "),
    },
    element("title", { id: labels[0] }, escaped(title)),
    element("desc", { id: labels[1] }, escaped(says)),
    ...bars.map((bar, at) => barOf(bar, at, largest)),
  );
}
