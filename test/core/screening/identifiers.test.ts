import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findFormed } from "#core/screening/identifiers/find-identifiers.ts";
import { glanceAt } from "#core/screening/identifiers/glance.ts";
import { foldForms } from "#core/screening/reading/fold.ts";
import { tokensOf } from "#core/screening/reading/tokens.ts";
import { screen } from "#core/screening/screen.ts";
import { readMarked } from "../../../scripts/screening/examples.ts";

const ALL_SEEN = -1;

/** [text, type, what is removed] */
const REMOVED: readonly (readonly [string, string, string])[] = [
  ["Ring me on (212) 555-0147 after six", "PHONE", "(212) 555-0147"],
  ["my cell is 2125550147", "PHONE", "2125550147"],
  ["text +44 7700 900 118 please", "PHONE", "+44 7700 900 118"],
  ["Bürgerbüro 030 23125 014 war besetzt", "PHONE", "030 23125 014"],
  ["call 555-0188", "PHONE", "555-0188"],
  ["mi movil es 612 345 678", "PHONE", "612 345 678"],
  ["five five five, oh one two three", "PHONE", "five five five, oh one two three"],
  ["write to lena.k+hs@mail.example.org today", "EMAIL", "lena.k+hs@mail.example.org"],
  ["discharged on the 3rd of next month", "DATE", "the 3rd of next month"],
  ["mi dni acaba en 771Z", "SSN", "771Z"],
  ["saw MH 12 AB 1234 outside", "VEHICLE", "MH 12 AB 1234"],
  ["meet me at Colfax & Downing", "ADDRESS", "Colfax & Downing"],
  ["surgery booked 14.02", "DATE", "14.02"],
  ["logged 2024-03-14T10:22:05Z on the pump", "DATE", "2024-03-14T10:22:05Z"],
  ["gran was born in nineteen thirty-six", "AGE90", "nineteen thirty-six"],
  ["claim 4410229 MRI denied", "ACCOUNT", "4410229"],
  ["member id 88213377 B12 was low", "ACCOUNT", "88213377"],
  ["it was M a r i a  L o p e z again", "NAME", "M a r i a  L o p e z"],
  ["a-n-n-a-ok then", "NAME", "a-n-n-a"],
  ["jo_smith@mailbox", "HANDLE", "jo_smith"],
  ["lena at example dot org", "EMAIL", "lena at example dot org"],
  ["lena [at] larkpost.example", "EMAIL", "lena [at] larkpost.example"],
  ["see https://chart.example.com/p?id=8, thanks", "URL", "https://chart.example.com/p?id=8"],
  ["it is on kneeclub.example.net/lena now", "URL", "kneeclub.example.net/lena"],
  ["join discord.gg/kneeclub", "URL", "discord.gg/kneeclub"],
  ["my page kneeclub dot com", "URL", "kneeclub dot com"],
  ["SSN 219-09-9999 leaked", "SSN", "219-09-9999"],
  ["social security 219099999", "SSN", "219099999"],
  ["last four of my ssn are 4821", "SSN", "4821"],
  ["the log shows 203.0.113.77 twice", "IP", "203.0.113.77"],
  ["and 2001:db8:0:1::7 once", "IP", "2001:db8:0:1::7"],
  ["card 4111 1111 1111 1111 was charged", "ACCOUNT", "4111 1111 1111 1111"],
  ["IBAN GB82 WEST 1234 5698 7654 32 on the form", "ACCOUNT", "IBAN GB82 WEST 1234 5698 7654 32"],
  ["they wrote 88213377 on the bag", "ACCOUNT", "88213377"],
  ["MRN: A-220931", "MRN", "A-220931"],
  ["member id XQH 4410 2291", "ACCOUNT", "XQH 4410 2291"],
  ["NPI 1234567893", "LICENSE", "NPI 1234567893"],
  ["pump serial number PX99120-B", "DEVICE", "PX99120-B"],
  ["surgery on 03/14/2024 went well", "DATE", "03/14/2024"],
  ["since 2024-03-14 it aches", "DATE", "2024-03-14"],
  ["born on 14 March 1980", "DATE", "14 March 1980"],
  ["on the fourteenth of March", "DATE", "the fourteenth of March"],
  ["Sept. 3rd, 2021 was the scan", "DATE", "Sept. 3rd, 2021"],
  ["el 3 de mayo de 2023 me operaron", "DATE", "el 3 de mayo de 2023"],
  ["it started in March", "DATE", "March"],
  ["Thursday the 9th", "DATE", "Thursday the 9th"],
  ["I am @knee_lena there", "HANDLE", "@knee_lena"],
  ["thanks <@123456789012345678>", "HANDLE", "<@123456789012345678>"],
  ["u/knee_lena posts too", "HANDLE", "u/knee_lena"],
];

const STAYS: readonly string[] = [
  "Metformin 500-1000 mg twice a day, max 2000 mg",
  "Platelets 150000 to 400000, mine 250000",
  "platelets were 70 000 - 140 000 last time",
  "BP 128/82, then 131/79, pulse 72",
  "A1c 7.2, LDL 131, eGFR 58, TSH 4.25",
  "I am 47, diagnosed in 2011, stable since 2019",
  "BRCA1 c.68_69del and MTHFR C677T, HLA-B27",
  "ICD E11.9 and CPT 99213 on the bill",
  "pump app v2.14.3 on iOS 17.4.1, firmware 10.2.3.4",
  "Take 5/325 every 6 hours, pain 7/10",
  "Call 988, or Samaritans on 116 123, or 13 11 14",
  "I may 2 be honest feel worse in 3-4 weeks",
  "vitamin D 50,000 IU weekly, viral load 1234567 copies/ml",
  "NDC 0555-0952-02, lot 449213",
  "See medlineplus.gov/ency/article/000421.htm or cdc.gov",
  "Node.js and e.g. that kind of thing.So I stopped",
  "$1,250.00 for 10/20/30 mg tablets at 12:30:45",
  "1st line, 2nd opinion, 3rd trimester, T2 L4-L5",
];

function removedFrom(text: string): readonly (readonly [string, string])[] {
  return screen(text).identifiers.map(({ start, end, type }) => [type, text.slice(start, end)]);
}

describe("identifiers with a form", () => {
  for (const [text, type, value] of REMOVED) {
    test(`removes the ${type.toLowerCase()} in "${text}"`, () => {
      expect(removedFrom(text)).toContainEqual([type, value]);
      expect(screen(text).scrubbed).not.toContain(value);
    });
  }

  for (const text of STAYS) {
    test(`leaves "${text}" alone`, () => {
      expect(removedFrom(text)).toEqual([]);
      expect(screen(text).scrubbed).toBe(text);
    });
  }

  test("keeps the sentence readable", () => {
    expect(screen("Call me on 212-555-0147 or lena@example.org before 3 May.").scrubbed).toBe(
      "Call me on [phone number] or [e-mail address] before [date].",
    );
  });

  test("finds nothing more in a text that it scrubbed", () => {
    for (const [text] of REMOVED) expect(removedFrom(screen(text).scrubbed)).toEqual([]);
  });

  test("two numbers side by side both go", () => {
    expect(screen("0161 496 0123 07700 900 982").scrubbed).toBe("[phone number] [phone number 2]");
  });
});

test.each(["tiene cientos de pastillas", "que gran ciencia", "my boy, born in '12, is tall"])(
  "no age over 89 stands in %j",
  (text) => {
    expect(screen(text).identifiers).toEqual([]);
  },
);

test("what a text holds hides nothing from the finders that would find it", () => {
  const folder = join(import.meta.dirname, "..", "..", "..", "corpus", "tuned");
  const texts = readdirSync(folder)
    .filter((file) => file.startsWith("identifiers"))
    .flatMap((file) => readMarked(join(folder, file)).map(({ text }) => foldForms(text).text));
  const hidden = texts.filter((text) => {
    const tokens = tokensOf(text);
    const asked = findFormed(text, tokens, glanceAt(text, tokens)).found;
    return JSON.stringify(asked) !== JSON.stringify(findFormed(text, tokens, ALL_SEEN).found);
  });
  expect(hidden).toEqual([]);
});

describe("evasive spellings", () => {
  test.each([
    ["zero-width spaces", "2\u200b1\u200b2-5\u200b55-01\u200b47"],
    ["full-width digits", "２１２－５５５－０１４７"],
    ["keycap emoji", "2\uFE0F\u20E31\uFE0F\u20E32\uFE0F\u20E3-555-0147"],
    ["Arabic digits", "٢١٢-٥٥٥-٠١٤٧"],
    ["other dashes", "212\u2011555\u20130147"],
    ["mathematical digits", "𝟮𝟭𝟮-𝟱𝟱𝟱-𝟬𝟭𝟰𝟳"],
  ])("a phone number in %s goes whole, at its place in the input", (_name, number) => {
    const text = `so 😀 ring ${number} ok`;
    const [found] = screen(text).identifiers;
    expect(found).toMatchObject({
      start: text.indexOf(number),
      end: text.indexOf(number) + number.length,
      type: "PHONE",
    });
    expect(screen(text).scrubbed).toBe("so 😀 ring [phone number] ok");
  });

  test("a full-width e-mail address and a look-alike letter do not pass", () => {
    expect(screen("ｌｅｎａ＠ｅｘａｍｐｌｅ．ｏｒｇ").scrubbed).toBe("[e-mail address]");
    expect(screen("lena@exаmple.org").scrubbed).toBe("[e-mail address]");
  });
});
