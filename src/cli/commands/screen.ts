import { createInterface } from "node:readline";
import { z } from "zod";
import { type CommandInput, type Outcome, textOption, UsageError } from "#cli/command.ts";
import { policiesAtWork } from "#cli/policy-files.ts";
import { readStdin } from "#cli/read-stdin.ts";
import { loadCrisisLines, ownCrisisLines } from "#core/screening/load-crisis-lines.ts";
import { type ScreenOptions, screen } from "#core/screening/screen.ts";
import type { Direction, Screening } from "#core/screening/screening.ts";
import { homeOf } from "../../config.ts";

const LINE = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  direction: z.enum(["inbound", "answer"]).optional(),
});

function document(id: string | number | undefined, found: Screening) {
  const { verdict, scrubbed, signals, fullyScreened } = found;
  const identifiers = found.identifiers.map(({ start, end, type }) => ({ start, end, type }));
  return { ...(id === undefined ? {} : { id }), verdict, fullyScreened, identifiers, scrubbed, signals };
}

/** Screens line by line. A line that cannot be read is left out and told at the end; the others are screened all the same. */
async function screenLines(
  input: CommandInput,
  rules: ScreenOptions,
  whenNotGiven: Direction,
): Promise<undefined> {
  let number = 0;
  const broken: number[] = [];
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === "") continue;
    const parsed = LINE.safeParse(parseJson(line));
    if (!parsed.success) {
      broken.push(number);
      continue;
    }
    const { id, text, direction = whenNotGiven } = parsed.data;
    input.io.stdout(`${JSON.stringify(document(id, screen(text, { ...rules, direction })))}\n`);
  }
  const [first] = broken;
  if (first !== undefined)
    throw new UsageError(
      `${broken.length === 1 ? `Line ${first} was` : `${broken.length} lines were`} left out${broken.length === 1 ? "" : `, the first of them line ${first}`}: a line must be JSON like {"id": 1, "text": "...", "direction": "inbound"}; the direction is inbound or answer, or left out`,
    );
  return undefined;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Screens standard input by the rules in force; nothing is stored. */
export async function run(input: CommandInput): Promise<Outcome | undefined> {
  const { policies, says, pack } = await policiesAtWork(input);
  const rules = { policies, crisisLines: loadCrisisLines(ownCrisisLines(homeOf(input.io.env))) };
  const given = textOption(input.options, "direction") ?? "inbound";
  if (given !== "inbound" && given !== "answer")
    throw new UsageError(`--direction must be inbound or answer, not "${given}"`);
  const direction: Direction = given;
  if (input.options.jsonl === true) return screenLines(input, rules, direction);
  const text = await readStdin();
  const found = screen(text, { ...rules, direction });
  return {
    data: { ...document(undefined, found), pack },
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
      input.paint.quiet(says),
    ],
  };
}
