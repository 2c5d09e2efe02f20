import { readFileSync } from "node:fs";
import { shippedPath } from "../registries/shipped.ts";
import { foldName } from "./fold-name.ts";

let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;

/** Read at the first question: most commands never ask. */
function nicknames(): ReadonlyMap<string, ReadonlySet<string>> {
  if (known !== undefined) return known;
  const pairs = new Map<string, Set<string>>();
  const add = (name: string, other: string) => {
    const others = pairs.get(name);
    if (others === undefined) pairs.set(name, new Set([other]));
    else others.add(other);
  };
  for (const line of readFileSync(shippedPath("nicknames.csv"), "utf8").split("\n").slice(1)) {
    const [name = "", , nickname = ""] = line.split(",").map(foldName);
    if (name === "" || nickname === "") continue;
    add(name, nickname);
    add(nickname, name);
  }
  known = pairs;
  return pairs;
}

/**
 * Whether one folded name is a usual short form of the other. One step only: Bob is Robert and Rob is Robert, but over two
 * steps nearly every name becomes every other.
 */
export const isNickname = (one: string, other: string): boolean => nicknames().get(one)?.has(other) ?? false;
