/** The middle value, or the mean of the two in the middle; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const half = sorted.length / 2;
  const [low = Number.NaN, high = low] = sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1);
  return (low + high) / 2;
}

/** The value that nine in ten do not exceed (nearest rank); NaN of none. */
export function ninetieth(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.ceil(sorted.length * 0.9) - 1] ?? Number.NaN;
}

/** To two significant digits: what is told of many is nobody's own figure to the second. */
export function roughly(value: number): number {
  return value < 1 ? Math.round(value) : Number(value.toPrecision(2));
}
