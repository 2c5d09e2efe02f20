import { expect, test } from "vitest";
import { blocksFace } from "#bots/discord/cards/blocks.ts";
import { friendsFace } from "#bots/discord/cards/friends.ts";
import { myExperiencesFace } from "#bots/discord/cards/my-experiences.ts";
import type { Face } from "#bots/discord/markup.ts";
import { pageFrom } from "#bots/discord/pages.ts";

const many = Array.from({ length: 60 }, (_, at) => `${at}`);

/** What one meets who presses More until the first page comes again. */
function walked(faceOf: (page: number) => Face, verb: string): string[] {
  const met: string[] = [];
  for (let page = 0; ; ) {
    const { choice, buttons } = faceOf(page);
    expect(choice?.options.length).toBeLessThanOrEqual(25);
    met.push(...(choice?.options.map(({ value }) => value) ?? []));
    const to = pageFrom(buttons.find((one) => one.verb === verb)?.subject ?? "0");
    if (to === 0) return met;
    expect(to).toBe(page + 1);
    page = to;
  }
}

test("a list with more than Discord has room for is turned over page by page, until everything was on one", () => {
  const friends = many.map((memberId) => ({ memberId, name: `Calm Robin ${memberId}` }));
  expect(walked((page) => friendsFace({ friends, met: [] }, page), "friends-page")).toEqual(many);
  const blocks = many.map((blockId) => ({ blockId, known: { name: "A" }, since: new Date(0) }));
  expect(walked((page) => blocksFace(blocks, page), "blocks-page")).toEqual(many);
  expect(blocksFace(blocks, 1).body).toContain("26. **A**");
  const buttons = (page: number, more: boolean) =>
    myExperiencesFace({ experiences: [], page, more }).buttons.filter(
      ({ verb }) => verb === "my-experiences",
    );
  expect([buttons(0, false), buttons(1, true), buttons(2, false)]).toMatchObject([
    [],
    [{ subject: "2" }],
    [{ subject: "0" }],
  ]);
  expect(["all", "-1", "2x", "3"].map(pageFrom)).toEqual([0, 0, 0, 3]);
});
