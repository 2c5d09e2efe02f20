import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readCustomId } from "#bots/discord/markup.ts";
import { routesOf } from "#bots/discord/press.ts";
import { withActKey } from "#bots/discord/read-press.ts";
import { BUTTONS, COMMANDS, EVENTS, FORMS } from "#bots/discord/routes.ts";
import { VERBS } from "#core/access.ts";
import { modalsToCheck } from "./modals.ts";

const HOME = new URL("../../../src/bots/discord/", import.meta.url);

/** Files that hold no route of their own, with the reason. */
const NO_ROUTE: Record<string, string> = {
  "commands/everywhere.ts": "where commands may be used",
  "events/event.ts": "the type of an event",
  "events/help-for.ts": "what two events say to somebody in danger",
};

/** What changes something without a member's permission, with the reason. */
const NO_MEMBER: Record<string, string> = {
  join: "a person becomes a member by it",
  worried: "a person who has not joined gets the advice; only a member's worry is told",
  "appeal-by-code": "the code is the permission: whoever was banned is no member",
};

async function exportsOf(folder: string): Promise<unknown[]> {
  const files = readdirSync(new URL(folder, HOME)).filter((file) => !(`${folder}${file}` in NO_ROUTE));
  const modules = await Promise.all(
    files.map((file): Promise<Record<string, unknown>> => import(new URL(`${folder}${file}`, HOME).href)),
  );
  return modules.flatMap((module) => Object.values(module).filter((value) => typeof value === "object"));
}

describe("the list of routes", () => {
  for (const [folder, list] of [
    ["commands/", COMMANDS],
    ["buttons/", BUTTONS],
    ["forms/", FORMS],
    ["events/", EVENTS],
  ] as const)
    test(`has everything in ${folder}`, async () => {
      const found = await exportsOf(folder);
      expect(found.length).toBeGreaterThan(0);
      expect(new Set<unknown>(list)).toEqual(new Set(found));
      expect(list.length).toBe(found.length);
    });

  test("names nothing twice", () => {
    for (const names of [
      BUTTONS.map((b) => b.verb),
      FORMS.map((f) => f.verb),
      COMMANDS.map(({ data }) => `${data.type ?? 1} ${data.name}`),
    ])
      expect(new Set(names).size).toBe(names.length);
  });

  test("asks for a known permission wherever something changes", () => {
    for (const route of [...BUTTONS, ...FORMS].filter(({ changes }) => changes)) {
      if (route.verb in NO_MEMBER) expect(route.access).toBe("anyone");
      else expect(VERBS).toContain(route.access);
    }
    expect(COMMANDS.flatMap(routesOf).filter(([, { changes }]) => changes)).toEqual([]);
  });
});

test("menus keep Discord's limit of five on messages and five on people, with room for more", () => {
  for (const type of [2, 3]) expect(COMMANDS.filter(({ data }) => data.type === type).length).toBeLessThan(5);
});

test("a form about a message is sent back with the press that opened it", () => {
  const form = modalsToCheck()["report-post"];
  if (form === undefined) throw new Error("there is no such form");
  const press = "18446744073709551615";
  expect(readCustomId(withActKey(form, press).custom_id).key).toBe(press);
});

describe("every form", () => {
  for (const [name, form] of Object.entries(modalsToCheck()))
    test(`${name} keeps Discord's limits and comes back to a form of ours`, () => {
      expect(form.title.length).toBeLessThanOrEqual(45);
      expect(form.components.length).toBeLessThanOrEqual(5);
      expect(FORMS.map(({ verb }) => verb)).toContain(form.custom_id.split(":")[0]);
      for (const label of form.components) {
        if (label.type !== 18) throw new Error("a form has labels only");
        expect(label.label.length).toBeLessThanOrEqual(45);
        expect(label.description?.length ?? 0).toBeLessThanOrEqual(100);
        if (label.component.type !== 3) continue;
        const { options } = label.component;
        expect(options.length).toBeLessThanOrEqual(25);
        for (const { label: words, description = "" } of options)
          expect(Math.max(words.length, description.length)).toBeLessThanOrEqual(100);
      }
    });
});
