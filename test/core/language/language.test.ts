import { describe, expect, test } from "vitest";
import { credentialLine } from "#bots/credential-words.ts";
import { opinionLead } from "#bots/opinion-words.ts";
import { dayWords, listed, listedPlainly } from "#core/language/formats.ts";
import { asLanguage, currentLanguage, inLanguage, languageOf } from "#core/language/language.ts";
import { keptWords, type Message, t, tn } from "#core/language/t.ts";
import { staysWords } from "#core/moderation/decisions/action.ts";
import { crisisMessage, linesText } from "#core/screening/crisis-message.ts";
import { shippedCrisisLines } from "#core/screening/load-crisis-lines.ts";
import { adviceMessage, worryMessage } from "#core/screening/worry-message.ts";
import { sheetHtml } from "#core/visit-sheet/sheet-html.ts";
import { SYNTHETIC_SHEET } from "../../../scripts/reporting/synthetic-sheet.ts";

const inSpanish = <T>(make: () => T): T => inLanguage("es", make);
const ABC = ["a", "b", "c"];
const AT = new Date("2031-08-12T23:30:00Z");

describe("a language", () => {
  test("is the nearest to what a platform names, and English for any other", () => {
    const locales = ["es-ES", "es-419", "ES", "en-GB", "de", "", undefined];
    expect(locales.map(languageOf)).toEqual(["es", "es", "es", "en", "en", "en", "en"]);
    expect(["es", "en", "es-ES", "fr", undefined].map(asLanguage)).toEqual(["es", "en", "en", "en", "en"]);
  });

  test("is that of whoever is spoken to, also after a wait, and of nobody else at the same time", async () => {
    const heard = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return currentLanguage();
    };
    expect(await Promise.all([inSpanish(heard), heard(), inLanguage("en", heard)])).toEqual([
      "es",
      "en",
      "en",
    ]);
    expect(inSpanish(() => inLanguage("en", currentLanguage))).toBe("en");
  });
});

describe("a message", () => {
  test("is said as it is written, or as the catalogue has it", () => {
    expect(t("Not found")).toBe("Not found");
    expect(inSpanish(() => t("Not found"))).toBe("No se encontró");
  });

  test("that no catalogue has is said in English, without the context that tells it from another", () => {
    const say = () => [t("This stands in no catalogue, {name}", { name: "Ana" }), t("Lead##a person\nhere")];
    expect(say()).toEqual(["This stands in no catalogue, Ana", "Lead"]);
    expect(inSpanish(say)).toEqual(say());
  });

  test("takes in what somebody wrote as it is, and leaves a hole that nothing fills", () => {
    const name = "{name} $& ##{other} $1";
    expect(t("Hi {name}, {name} and {other}", { name })).toBe(`Hi ${name}, ${name} and {other}`);
    expect(inSpanish(() => t("Your name here is {pseudonym}.", { pseudonym: name }))).toBe(
      `Tu nombre aquí es ${name}.`,
    );
  });

  test("of a number is the first for one and the second for any other, with the number in it", () => {
    const points = () => [0, 1, 2].map((n) => tn(n, "You have {n} point.", "You have {n} points."));
    expect(points()).toEqual(["You have 0 points.", "You have 1 point.", "You have 2 points."]);
    expect(inSpanish(points)).toEqual(["Tienes 0 puntos.", "Tienes 1 punto.", "Tienes 2 puntos."]);
  });

  test("that was kept in English is said to whoever reads it; a person's own words stay", () => {
    const known = ["Not found" as Message];
    expect(inSpanish(() => [keptWords("Not found", known), keptWords("Busy##x", known)])).toEqual([
      "No se encontró",
      "Busy##x",
    ]);
    expect(inSpanish(() => staysWords("You may join again later."))).toBe(
      "Puedes volver a unirte más adelante.",
    );
    expect(inSpanish(() => staysWords("Your notes {stay} ##1"))).toBe("Your notes {stay} ##1");
  });

  test("has its days and lists as the language writes them, days by UTC", () => {
    const say = () => [dayWords(AT), listed(ABC), listed(["a"]), listedPlainly(ABC)];
    expect(say()).toEqual(["12 Aug 2031", "a, b, and c", "a", "a, b and c"]);
    expect(inSpanish(say)).toEqual(["12 ago 2031", "a, b y c", "a", "a, b y c"]);
  });
});

describe("what stands beside an answer", () => {
  const line = { profession: "Pharmacist", jurisdiction: "Ontario", checkedAt: AT, source: "register" };
  const other = { ...line, profession: "Home healer", name: "Ana" };
  const opinion = { messageId: "1", stance: "add", text: "", hidden: false, credentialId: "1" } as const;
  const lead = (credential: typeof line) =>
    opinionLead({ ...opinion, credential }, { credential: line, sentAt: AT });

  test("names the profession in the reader's language, one that no list has as it was written", () => {
    expect(inSpanish(() => [credentialLine(line, AT), credentialLine(other, AT)])).toEqual([
      "Profesional de farmacia (credencial verificada), Ontario, comprobada el 12 ago",
      "Ana, Home healer (credencial verificada), Ontario, comprobada el 12 ago",
    ]);
    expect([lead(line), lead(other)]).toEqual([
      "Another pharmacist adds (verified, Ontario, checked 12 Aug)",
      "Ana, home healer, adds (verified, Ontario, checked 12 Aug)",
    ]);
    expect(inSpanish(() => [lead(line), lead(other)])).toEqual([
      "Otra persona, profesional de farmacia: añade (credencial verificada, Ontario, comprobada el 12 ago)",
      "Ana, home healer: añade (credencial verificada, Ontario, comprobada el 12 ago)",
    ]);
  });
});

describe("help for somebody in danger", () => {
  const digitsOf = (text: string) => text.replace(/\D+/g, " ").trim();
  const about = { pseudonym: "Quiet Heron", team: "Sunny Side" };

  test("has each number and name of the table in Spanish too, and nothing of it is left in English", () => {
    for (const lines of shippedCrisisLines().countries.values()) {
      const text = (): string[] => [
        linesText(lines),
        ...(["crisis", "emergency"] as const).map((level) => crisisMessage({ ...about, lines, level })),
        worryMessage({ ...about, lines }),
        adviceMessage({ ...about, lines, told: true }),
      ];
      const [english, spanish] = [text(), inSpanish(text)];
      expect(english[0]).toContain(
        lines.lines
          .map(({ name, contact, hours }) => `• ${name}: ${contact}${hours ? `, ${hours}` : ""}`)
          .join("\n"),
      );
      expect(spanish.map(digitsOf)).toEqual(english.map(digitsOf));
      for (const said of spanish) {
        for (const { name } of lines.lines) expect(said).toContain(name);
        expect(said).not.toMatch(/\b(call|text .+ to|a day|ambulance|police|elsewhere|you|they|the team)\b/);
      }
    }
  });

  test("stays as a community wrote it where its words are its own", () => {
    const [known] = shippedCrisisLines().countries.values();
    if (known === undefined) throw new Error("the table is empty");
    const own = { ...known, lines: [{ name: "Ours", contact: "knock on door 4", hours: "at tea time" }] };
    expect(inSpanish(() => linesText(own))).toContain("• Ours: knock on door 4, at tea time\n");
  });
});

test("a visit sheet is one page in one language, whose tag says which", () => {
  const page = inSpanish(() => sheetHtml(SYNTHETIC_SHEET));
  expect(page).toContain('<html lang="es">');
  expect(page).toContain("Para mi consulta");
  expect(sheetHtml(SYNTHETIC_SHEET)).toContain('<html lang="en">');
});
