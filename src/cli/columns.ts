/** Signs that move a terminal's cursor; a registry's file may have any. */
const CONTROL = /\p{Cc}/gu;

/** One line of anybody's text, safe to print. */
export const oneLine = (text: string): string => text.replace(CONTROL, " ").replace(/ {2,}/g, " ").trim();

/** How many columns a text takes; wide letters take two. */
export function widthOf(text: string): number {
  let width = 0;
  for (const sign of text)
    width += /\p{M}/u.test(sign)
      ? 0
      : /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\uFF01-\uFF60]/u.test(
            sign,
          )
        ? 2
        : 1;
  return width;
}

/** The text up to so many columns, and what is left. */
function cut(word: string, width: number): [string, string] {
  let head = "";
  for (const sign of word) {
    if (head !== "" && widthOf(head + sign) > width) break;
    head += sign;
  }
  return [head, word.slice(head.length)];
}

/** Lines of at most `width` columns, broken at spaces where there are some. Always at least one. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of oneLine(text).split(" ")) {
    let rest = word;
    if (line !== "" && widthOf(line) + 1 + widthOf(rest) > width) {
      lines.push(line);
      line = "";
    }
    while (widthOf(rest) > width) {
      const [head, tail] = cut(rest, width);
      lines.push(head);
      rest = tail;
    }
    line = line === "" ? rest : `${line} ${rest}`;
  }
  return [...lines, line];
}

const padded = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - widthOf(text)));

/** Cells beside each other, each wrapped in its own column. */
export function beside(cells: readonly (readonly [text: string, width: number])[], gap = "  "): string[] {
  const columns = cells.map(([text, width]) => wrapped(text, width));
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    cells
      .map(([, width], column) => padded(columns[column]?.[at] ?? "", width))
      .join(gap)
      .trimEnd(),
  );
}

/** Text with the same beginning in front of its first line, and blanks in front of the others. */
export function hanging(lead: string, text: string, width: number): string[] {
  const indent = widthOf(lead);
  return wrapped(text, width - indent).map((line, at) => `${at === 0 ? lead : " ".repeat(indent)}${line}`);
}

/** Two blocks of lines beside each other; each line of the first fits its width already. */
export function blocksBeside(
  left: readonly string[],
  right: readonly string[],
  width: number,
  gap = "  |  ",
): string[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
    `${padded(left[at] ?? "", width)}${gap}${right[at] ?? ""}`.trimEnd(),
  );
}

/** The beginning of a text on one line, and whether there is more of it. */
export function snippetOf(text: string, length: number): { text: string; more: boolean } {
  const line = oneLine(text);
  if ([...line].length <= length) return { text: line, more: false };
  const cutAt = [...line].slice(0, length).join("");
  const space = cutAt.lastIndexOf(" ");
  return { text: `${space > length / 2 ? cutAt.slice(0, space) : cutAt} ...`, more: true };
}
