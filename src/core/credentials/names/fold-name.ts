import anyAscii from "any-ascii";

/** A name in plain capitals: "Łukasz O'Brien-Smith" is "LUKASZ OBRIEN SMITH". */
export const foldName = (name: string): string =>
  anyAscii(name)
    .toUpperCase()
    .replace(/['`.]/g, "")
    .replace(/[^A-Z0-9]+/g, " ")
    .trim();

/** No last name has more parts; what stands behind them is no name. */
const MOST_PARTS = 8;

export interface NameKey {
  readonly key: string;
  /** Whether the name ends with it: where a name was cut, it goes on behind it. */
  readonly atEnd: boolean;
}

/**
 * What a last name is looked up by: each of its parts, and neighbouring ones written together, as "Van Horne-Smith" is
 * VANHORNE SMITH elsewhere. A name without letters has none.
 */
export function nameKeys(name: string): NameKey[] {
  const parts = foldName(name)
    .split(" ")
    .filter((part) => part !== "")
    .slice(0, MOST_PARTS);
  const keys = new Map<string, boolean>();
  for (let first = 0; first < parts.length; first++)
    for (let last = first; last < parts.length; last++) {
      const key = parts.slice(first, last + 1).join("");
      keys.set(key, (keys.get(key) ?? false) || last === parts.length - 1);
    }
  return Array.from(keys, ([key, atEnd]) => ({ key, atEnd }));
}
