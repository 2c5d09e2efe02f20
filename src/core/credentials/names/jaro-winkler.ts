/** No more letters than this in front are rewarded. */
const MOST_PREFIX = 4;
const PREFIX_WEIGHT = 0.1;

/** How many letters the two have in common close to the same place, and how many of those stand in another order. */
function matches(one: string, other: string): { common: number; moved: number } {
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Uint8Array(other.length);
  const found: number[] = [];
  for (let at = 0; at < one.length; at++) {
    const end = Math.min(other.length - 1, at + reach);
    for (let there = Math.max(0, at - reach); there <= end; there++) {
      if (taken[there] === 1 || one.charCodeAt(at) !== other.charCodeAt(there)) continue;
      taken[there] = 1;
      found.push(one.charCodeAt(at));
      break;
    }
  }
  let next = 0;
  let moved = 0;
  for (let there = 0; there < other.length; there++)
    if (taken[there] === 1 && other.charCodeAt(there) !== found[next++]) moved++;
  return { common: found.length, moved: Math.floor(moved / 2) };
}

/** Jaro's likeness of two words with Winkler's reward for the same beginning: 0 for nothing in common, 1 for the same. */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1;
  // The first of two equal letters is taken; from which side one looks would change the likeness now and then.
  const [short, long] =
    one.length < other.length || (one.length === other.length && one < other) ? [one, other] : [other, one];
  const { common, moved } = matches(short, long);
  if (common === 0) return 0;
  const jaro = (common / one.length + common / other.length + (common - moved) / common) / 3;
  let prefix = 0;
  while (prefix < Math.min(MOST_PREFIX, short.length) && short[prefix] === long[prefix]) prefix++;
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
}
