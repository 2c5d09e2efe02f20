/**
 * Texts from a pattern with (one|of|these) and [what may be missing]: at most `most` different ones, drawn with
 * `random`. Parentheses and brackets do not nest; in front of a sign the space is dropped.
 */
export function expand(pattern: string, most: number, random: () => number): string[] {
  const parts = pattern.split(/(\([^()]*\)|\[[^[\]]*\])/).map((part) => {
    if (part.startsWith("(")) return part.slice(1, -1).split("|");
    return part.startsWith("[") ? [part.slice(1, -1), ""] : [part];
  });
  const drawn = new Set<string>();
  for (let tries = 0; tries < most * 4 && drawn.size < most; tries++) {
    const text = parts
      .map((choices) => {
        const choice = choices[Math.floor(random() * choices.length)] ?? "";
        return choice.includes("(") ? choice.replace(/[()]/g, "") : choice;
      })
      .join("");
    drawn.add(
      text
        .replace(/\s+/g, " ")
        .replace(/ ([,.!?])/g, "$1")
        .trim(),
    );
  }
  return [...drawn];
}
