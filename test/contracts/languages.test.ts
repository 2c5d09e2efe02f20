import { expect, test } from "vitest";
import { localised } from "#bots/discord/localised.ts";
import { COMMANDS } from "#bots/discord/routes.ts";
import { catalogueOf } from "#core/language/catalogue.ts";
import { messagesIn } from "../../scripts/languages/messages-in.ts";
import { isForMembers, pathOf, sources } from "../../scripts/languages/sources.ts";

const SPANISH = catalogueOf("es");
const FOUND = sources().map((file) => ({ file, ...messagesIn(pathOf(file)) }));

const holesOf = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name).sort();
const unique = (names: readonly string[]) => [...new Set(names)].sort();

/** What is published: descriptions, choices, and names of entries in menus. */
function published(): string[] {
  const texts: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    if (typeof node !== "object" || node === null) return;
    const { description, name, value, options, choices, type } = node as Record<string, unknown>;
    if (typeof description === "string" && description !== "") texts.push(description);
    if (
      typeof name === "string" &&
      (value !== undefined || (description === undefined && type !== undefined))
    )
      texts.push(name);
    visit(options);
    visit(choices);
  };
  visit(COMMANDS.map(({ data }) => data));
  return texts;
}

test("everything that is said stands in the Spanish catalogue, with the same placeholders", () => {
  const wrong = FOUND.flatMap(({ file, messages }) =>
    messages.flatMap(({ text, line }) => {
      const said = SPANISH.get(text);
      if (said === undefined || said.trim() === "") return [`${file}:${line} lacks ${JSON.stringify(text)}`];
      const same = String(unique(holesOf(said))) === String(unique(holesOf(text)));
      return same ? [] : [`${file}:${line} other placeholders in ${JSON.stringify(said)}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test("each placeholder is filled, and nothing is said before somebody reads it", () => {
  const wrong = FOUND.flatMap(({ file, messages, tooEarly }) => [
    ...tooEarly.map((line) => `${file}:${line} says it too early: mark it by msg`),
    ...messages
      .filter(
        ({ text, values }) => values !== undefined && holesOf(text).some((name) => !values.includes(name)),
      )
      .map(({ text, line }) => `${file}:${line} leaves a hole in ${JSON.stringify(text)}`),
  ]);
  expect(wrong).toEqual([]);
});

test("nothing for members is said without a catalogue", () => {
  const bare = FOUND.filter(({ file }) => isForMembers(file)).flatMap(({ file, bare: texts }) =>
    texts.map(({ text, line }) => `${file}:${line} ${JSON.stringify(text)}`),
  );
  expect(bare).toEqual([]);
});

test("the catalogue has nothing that nobody says", () => {
  const said = new Set([
    ...FOUND.flatMap(({ messages }) => messages.map(({ text }) => text)),
    ...published(),
  ]);
  expect([...SPANISH.keys()].filter((text) => !said.has(text))).toEqual([]);
});

test("commands, their options and the entries in menus are published in Spanish too, as long as Discord allows", () => {
  expect(published().filter((text) => !SPANISH.has(text))).toEqual([]);
  for (const { data } of COMMANDS) {
    const json = localised(data);
    const [longest, field] =
      "description" in json && json.description !== "" ? [100, "description"] : [32, "name"];
    const map = (json as unknown as Record<string, Record<string, string>>)[`${field}_localizations`] ?? {};
    for (const locale of ["es-ES", "es-419"])
      expect((map[locale] ?? "?").length, json.name).toBeLessThanOrEqual(longest);
  }
});
