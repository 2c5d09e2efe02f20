const LINE = 160;

/** The first line of a text, cut between words where it is long. */
export function firstLine(text: string): string {
  const [line = ""] = text.trim().split("\n");
  if (line.length <= LINE) return line.trim();
  const cut = line.slice(0, LINE - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), LINE / 2)).toWellFormed()}…`;
}
