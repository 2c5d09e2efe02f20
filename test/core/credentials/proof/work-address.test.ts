import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkWorkAddress } from "#core/credentials/proof/work-address.ts";
import { workDomainProblem } from "#core/credentials/proof/work-domains.ts";
import { DomainError } from "#core/errors.ts";

const ALLOWED = ["clinic.example", "*.health.example", "gmail.com", "mayo.edu", "xn--clnic-6ya.example"];

function outcome(typed: string, allowed: readonly string[] = ALLOWED): string {
  try {
    return checkWorkAddress(typed, allowed);
  } catch (error) {
    if (error instanceof DomainError && error.code === "work_address")
      return (error as DomainError<"work_address">).details.why;
    throw error;
  }
}

describe("a work address", () => {
  test.each([
    ["r.vale@clinic.example", "r.vale@clinic.example"],
    ["  R.Vale@Clinic.Example ", "r.vale@clinic.example"],
    ["r.vale+curbside@clinic.example", "r.vale@clinic.example"],
    ["o'hara@clinic.example", "o'hara@clinic.example"],
    ["r.vale@east.health.example", "r.vale@east.health.example"],
    ["r.vale@a.b.health.example", "r.vale@a.b.health.example"],
    ["admin.jones@clinic.example", "admin.jones@clinic.example"],
  ])("%s is %s", (typed, expected) => {
    expect(outcome(typed)).toBe(expected);
  });

  test.each([
    ["", "form"],
    ["r.vale", "form"],
    ["@clinic.example", "form"],
    ["r.vale@", "form"],
    ["r.vale@clinic", "form"],
    ["r.vale@clinic..example", "form"],
    ["r.vale@-clinic.example", "form"],
    ["r.vale@[127.0.0.1]", "form"],
    ["r.vale@127.0.0.1", "form"],
    [".vale@clinic.example", "form"],
    ["+tag@clinic.example", "form"],
    ["r vale@clinic.example", "form"],
    ["r.vale@clinic.example, x@clinic.example", "form"],
    ["a@clinic.example\nBcc: b@clinic.example", "form"],
    ["Robin <r.vale@clinic.example>", "form"],
    ['"r vale"@clinic.example', "form"],
    ["x%other.example@clinic.example", "form"],
    ["x@other.example@clinic.example", "form"],
    [`${"a".repeat(65)}@clinic.example`, "form"],
    ["r.vale@clіnic.example", "letters"],
    ["r.válе@clinic.example", "letters"],
    ["r.vale@clínic.example", "letters"],
    ["r.vale@xn--clnic-6ya.example", "letters"],
    ["r.vale@clinic。example", "letters"],
    ["r.vale@gmail.com", "free"],
    ["r.vale@GMAIL.com", "free"],
    ["r.vale@yahoo.co.uk", "free"],
    ["r.vale@mail.hotmail.com", "free"],
    ["r.vale@proton.me", "free"],
    ["r.vale@mayo.edu", "school"],
    ["r.vale@med.uni.edu.au", "school"],
    ["r.vale@uni.ac.uk", "school"],
    ["r.vale@alumni.clinic.example", "school"],
    ["r.vale@other.example", "unlisted"],
    ["r.vale@sub.clinic.example", "unlisted"],
    ["r.vale@health.example", "unlisted"],
    ["r.vale@evilclinic.example", "unlisted"],
    ["r.vale@clinic.example.evil.example", "unlisted"],
    ["r.vale@evilhealth.example", "unlisted"],
    ["info@clinic.example", "shared"],
    ["Front.Desk2@clinic.example", "shared"],
    ["no-reply+x@clinic.example", "shared"],
    ["hr@clinic.example", "shared"],
    ["noreply-billing@clinic.example", "shared"],
  ])("%s is refused: %s", (typed, why) => {
    expect(outcome(typed)).toBe(why);
  });

  test("an entry of the list is a domain of a clinic", () => {
    for (const entry of ["clinic.example", "*.clinic.example", "nhs.net", "*.nhs.uk", "mail.nhs.uk"])
      expect(workDomainProblem(entry)).toBeUndefined();
    for (const entry of [
      "",
      "clinic",
      "*.com",
      "*.co.uk",
      "*",
      "@clinic.example",
      "https://clinic.example",
      "a b.example",
    ])
      expect(workDomainProblem(entry)).toBeTypeOf("string");
    for (const entry of [
      "gmail.com",
      "*.yahoo.com",
      "mayo.edu",
      "alumni.clinic.example",
      "xn--clnic-6ya.example",
    ])
      expect(workDomainProblem(entry)).toBeTypeOf("string");
  });

  test("whatever is typed, what comes out is one plain address of a listed domain, and comes out of itself", () => {
    const part = fc.oneof(
      fc.constantFrom(
        "@",
        ".",
        "+",
        "\r\n",
        "clinic.example",
        "health.example",
        "east.",
        "r.vale",
        " ",
        "<",
        ">",
        ",",
        "\u202e",
        "K",
      ),
      fc.string({ unit: "grapheme", maxLength: 4 }),
    );
    const typed = fc.oneof(
      fc.array(part, { maxLength: 8 }).map((parts) => parts.join("")),
      fc.string({ unit: "grapheme" }).map((local) => `${local}@clinic.example`),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const address = outcome(text);
        if (!address.includes("@")) return;
        expect(address).toMatch(/^[a-z0-9_'&=~.-]+@(?:clinic\.example|(?:[a-z0-9-]+\.)+health\.example)$/);
        expect(outcome(address)).toBe(address);
      }),
      { numRuns: 2000 },
    );
  });

  test("what follows a plus never makes a second address", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9.+-]{0,12}$/), (tag) => {
        expect(outcome(`r.vale+${tag}@clinic.example`)).toBe("r.vale@clinic.example");
      }),
    );
  });
});
