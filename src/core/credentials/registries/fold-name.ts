import anyAscii from "any-ascii";

/** A name in plain capitals: "Łukasz O'Brien-Smith" is "LUKASZ OBRIEN SMITH". */
export const foldName = (name: string): string =>
  anyAscii(name)
    .toUpperCase()
    .replace(/['`.]/g, "")
    .replace(/[^A-Z0-9]+/g, " ")
    .trim();

/** What a last name is looked up by: the whole of it written together, and each part of it: VANHORNE, VAN, HORNE. */
export function nameKeys(name: string): string[] {
  const folded = foldName(name);
  if (folded === "") return [];
  return [...new Set([folded.replaceAll(" ", ""), ...folded.split(" ")])];
}
