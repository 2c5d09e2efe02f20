/** One figure against what it is measured by, in the same run. */
export interface Figure {
  readonly name: string;
  readonly ours: number;
  readonly peer: number;
  readonly unit: "ms" | "messages/s" | "rows/s" | "MB";
  /** Ours divided by the peer's. */
  readonly ratio: number;
  readonly wanted: { readonly atMost: number } | { readonly atLeast: number };
  readonly met: boolean;
}

export function figure(
  name: string,
  { ours, peer, unit }: Pick<Figure, "ours" | "peer" | "unit">,
  wanted: Figure["wanted"],
): Figure {
  const ratio = ours / peer;
  const met = "atMost" in wanted ? ratio <= wanted.atMost : ratio >= wanted.atLeast;
  return { name, ours, peer, unit, ratio, wanted, met };
}

/** The value that `share` of the sorted samples do not exceed; 0.5 is the median. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  const at = Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1);
  const value = sorted[Math.max(0, at)];
  if (value === undefined) throw new Error("there are no samples");
  return value;
}

export function lineOf({ name, ours, peer, unit, ratio, wanted, met }: Figure): string {
  const want = "atMost" in wanted ? `at most ${wanted.atMost}` : `at least ${wanted.atLeast}`;
  return `${met ? "ok    " : "MISSED"} ${name}: ${ours.toFixed(1)} ${unit} against ${peer.toFixed(1)}, ratio ${ratio.toFixed(2)} (${want})`;
}
