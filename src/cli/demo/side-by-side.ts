import type { Paint } from "#cli/command.ts";
import type { Seen } from "#sandbox/seen.ts";

const COLUMN = 50;
const GAP = "  │  ";

const WHERE = {
  dm: "direct message",
  thread: "thread",
  private: "only they see this",
  home: "App Home",
  channel: "channel",
} as const satisfies Record<Seen["place"], string>;

const HAPPENED = {
  message: "",
  edited: " (edited in place)",
  removed: " (removed)",
  form: " (form)",
  "form-error": " (form, not accepted)",
} as const satisfies Record<Seen["kind"], string>;

/** Breaks text into lines of at most `width`, at spaces where there are some. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ")) {
      if (line !== "" && line.length + 1 + word.length > width) {
        lines.push(line);
        line = "";
      }
      let rest = word;
      while (rest.length > width) {
        lines.push(rest.slice(0, width));
        rest = rest.slice(width);
      }
      line = line === "" ? rest : `${line} ${rest}`;
    }
    lines.push(line);
  }
  return lines;
}

/** Prints what each side sees in a column of its own: Discord on the left, Slack on the right. */
export function createSideBySide(
  print: (line: string) => void,
  paint: Paint,
  nameOf: (id: string) => string | undefined,
) {
  const left = (line: string, shown = line) =>
    print(`${shown}${" ".repeat(Math.max(0, COLUMN - line.length))}${GAP.trimEnd()}`);
  const right = (shown: string) => print(`${" ".repeat(COLUMN)}${GAP}${shown}`);
  return {
    heading(text: string): void {
      print("");
      print(paint.title(text));
    },
    columns(): void {
      print(
        `${paint.title("DISCORD (patients)".padEnd(COLUMN))}${GAP}${paint.title("SLACK (provider team)")}`,
      );
      print(`${"─".repeat(COLUMN)}──┼──${"─".repeat(COLUMN)}`);
    },
    step(number: number, words: string): void {
      print("");
      for (const line of wrap(`${number}. ${words}`, 2 * COLUMN)) print(paint.quiet(line));
    },
    /** What a command printed, under the step that ran it. */
    printed(text: string): void {
      for (const paragraph of text.trimEnd().split("\n"))
        for (const line of wrap(paragraph, 2 * COLUMN - 2)) print(`  ${line}`);
    },
    seen(one: Seen): void {
      const viewer =
        one.place === "channel" || one.place === "thread"
          ? `#${one.channel}`
          : (nameOf(one.viewers[0] ?? "") ?? "");
      const head = `${viewer} · ${WHERE[one.place]}${HAPPENED[one.kind]}`;
      const body = wrap(one.text, COLUMN - 2);
      const side = one.platform === "discord" ? left : right;
      side(head.slice(0, COLUMN), paint.warn(head.slice(0, COLUMN)));
      if (one.kind !== "removed") for (const line of body) side(`  ${line}`);
    },
  };
}
