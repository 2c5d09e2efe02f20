import { describe, expect, test } from "vitest";
import { codeMail } from "#core/credentials/proof/code-mail.ts";

const asked = {
  to: "r.vale@clinic.example",
  community: "Sunny Side",
  code: "4821 9930",
  validMs: 15 * 60_000,
};

describe("the mail with a code", () => {
  test("says who sends it, the code, how long it works, that it works once, and what to do if nobody asked", () => {
    const { to, subject, text } = codeMail(asked);
    expect(to).toBe("r.vale@clinic.example");
    expect(subject).toBe("Your code for Sunny Side");
    for (const words of ["Sunny Side", "Code: 4821 9930", "works once", "15 minutes", "ignore this message"])
      expect(text).toContain(words);
    expect(text).not.toMatch(/patient|question|health/i);
    expect(text).not.toMatch(/https?:|www\./);
  });

  test("a community's name stays one short line", () => {
    const { subject, text } = codeMail({
      ...asked,
      community: `Sunny\r\nBcc: everyone@other.example\u202e\u0000${"x".repeat(300)}`,
    });
    expect(subject).toMatch(/^[\x20-\x7e]{1,110}$/);
    expect(text.split("\n").some((line) => line.startsWith("Bcc"))).toBe(false);
    expect(codeMail({ ...asked, community: "\u200b" }).subject).toBe("Your code for a community");
  });
});
