import { createInterface } from "node:readline";
import { z } from "zod";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { screen } from "#core/screening/screen.ts";
import type { Direction, Screening } from "#core/screening/screening.ts";

const LINE = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  direction: z.enum(["inbound", "answer"]).optional(),
});

function document(id: string | number | undefined, found: Screening) {
  const { verdict, identifiers, scrubbed, signals } = found;
  return { ...(id === undefined ? {} : { id }), verdict, identifiers, scrubbed, signals };
}

async function screenLines(input: CommandInput): Promise<undefined> {
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === "") continue;
    const parsed = LINE.safeParse(parseJson(line));
    if (!parsed.success) throw new UsageError(`Line ${number} must be JSON with id and text`);
    const { id, text, direction } = parsed.data;
    input.io.stdout(
      `${JSON.stringify(document(id, screen(text, direction === undefined ? {} : { direction })))}\n`,
    );
  }
  return undefined;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Screens standard input; nothing is stored. */
export async function run(input: CommandInput): Promise<Outcome | undefined> {
  if (input.options.jsonl === true) return screenLines(input);
  const given = textOption(input.options, "direction") ?? "inbound";
  if (given !== "inbound" && given !== "answer")
    throw new UsageError(`--direction must be inbound or answer, not "${given}"`);
  const direction: Direction = given;
  let text = "";
  for await (const chunk of process.stdin.setEncoding("utf8")) text += chunk;
  const found = screen(text, { direction });
  return {
    data: document(undefined, found),
    lines: [
      `Verdict: ${input.paint.title(found.verdict)}`,
      ...(found.fullyScreened
        ? []
        : [
            input.paint.warn(
              "Not fully screened: too long, or not in English or Spanish. A person should look.",
            ),
          ]),
      ...found.identifiers.map(
        ({ start, end, type }) => `  removed ${type}: ${input.paint.warn(text.slice(start, end))}`,
      ),
      ...found.signals.map(({ kind, rule, start, end }) => `  ${kind} (${rule}): ${text.slice(start, end)}`),
      found.scrubbed,
    ],
  };
}
