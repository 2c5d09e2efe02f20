import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PlaceholderBook } from "#core/screening/placeholders.ts";
import { screen } from "#core/screening/screen.ts";

describe("placeholders", () => {
  test("tell two people apart, and keep one for the same person", () => {
    const text = "Dr. Okafor told Maria Lopez to rest. Maria asked Dr Okafor twice.";
    expect(screen(text).scrubbed).toBe("[name] told [name 2] to rest. [name 2] asked [name] twice.");
  });

  test("are the same in a later text of the conversation", () => {
    const earlier = ["Dr. Okafor and Maria Lopez came", "My sister Agnieszka Nowak called"];
    expect(screen("Maria Lopez and Agnieszka wrote to Jamal Carter", { earlier }).scrubbed).toBe(
      "[name 2] and [name 3] wrote to [name 4]",
    );
  });

  test.each([
    ["Maria", "Maria Lopez", true],
    ["Dr Lopez", "maria lopez", true],
    ["Ana Lopez", "Luis Lopez", false],
    ["Anna's", "Anna", true],
  ])("%s and %s: the same person is %j", (one, other, same) => {
    const book = new PlaceholderBook();
    expect(book.placeholderFor("NAME", one) === book.placeholderFor("NAME", other)).toBe(same);
  });

  test("phone numbers are known by their digits, and types are counted apart", () => {
    const book = new PlaceholderBook();
    expect(book.placeholderFor("PHONE", "555-0100")).toBe("[phone number]");
    expect(book.placeholderFor("PHONE", "(555) 0199")).toBe("[phone number 2]");
    expect(book.placeholderFor("PHONE", "555 0100")).toBe("[phone number]");
    expect(book.placeholderFor("DATE", "3 May")).toBe("[date]");
  });
});

describe("what is left", () => {
  test.each([
    ["I'm Ben and I took Benadryl, then Benzos.", "I'm [name] and I took Benadryl, then Benzos."],
    ["My name is Al and I always use Albuterol", "My name is [name] and I always use Albuterol"],
    ["Crestline VA Clinic Wagga Wagga192.0.2.145.", "[care facility] [place][IP address]."],
    ["I am 91 and take 91 mg", "I am [age over 89] and take 91 mg"],
  ])("of %j keeps what only looks like a part of it", (text, left) => {
    expect(screen(text).scrubbed).toBe(left);
  });

  test("holds no removed number or address, not even inside of another word", () => {
    const { scrubbed } = screen("Mail jo@example.org or xjo@example.org.uk, born 3/14/1980 not 13/14/19801");
    expect(scrubbed).not.toContain("jo@example.org");
    expect(scrubbed).not.toContain("3/14/1980");
  });

  test("is clean when it is screened again, also with placeholders that somebody typed", () => {
    const parts = [
      "Maria",
      "Lopez",
      "Dr.",
      "[name]",
      "[name 2]",
      "in",
      "Leeds",
      "555-0100",
      "12 Elm St",
      "and",
      ",",
      "was 98",
      "on 3/14/2020",
      "Elm",
      "Clinic",
      "at",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 10 }), (words) => {
        const { scrubbed } = screen(words.join(" "));
        expect(screen(scrubbed)).toMatchObject({ identifiers: [], scrubbed });
      }),
      { numRuns: 400 },
    );
  });
});
