import { cleanText } from "#core/screening/clean-text.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as the content of an element or a quoted attribute, on one line; what no document may hold is left out. */
export function escaped(text: string): string {
  return cleanText(text)
    .replace(/\p{Noncharacter_Code_Point}/gu, "")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");
}

/** The same over several lines, as somebody wrote them. */
export const escapedLines = (text: string): string =>
  cleanText(text).trim().split("\n").map(escaped).join("<br/>");

/** An element; `inside` is markup already, attributes are not. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  ...inside: readonly string[]
): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return inside.length === 0
    ? `<${name}${written.join("")}/>`
    : `<${name}${written.join("")}>${inside.join("")}</${name}>`;
}
