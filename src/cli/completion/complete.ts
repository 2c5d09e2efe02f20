import { type Choices, COMMON_OPTIONS, GROUPS, type Option, SURFACE, type Surface } from "#cli/surface.ts";

/** A word that can stand at the cursor, and what it means. */
export interface Candidate {
  readonly word: string;
  readonly says: string;
}

export interface Completion {
  readonly candidates: readonly Candidate[];
  /** The name of a file can stand there. */
  readonly files: boolean;
  /** More can follow in the same word: it is a list with commas. */
  readonly goesOn: boolean;
}

const NOTHING: Completion = { candidates: [], files: false, goesOn: false };

const wordsOnly = (candidates: readonly Candidate[]): Completion => ({ ...NOTHING, candidates });

/** What a `<name>` or `[name...]` in the surface stands for. */
interface Slot {
  readonly name: string;
  readonly isNeeded: boolean;
  readonly isMany: boolean;
  readonly choices: Choices | undefined;
}

interface Flag {
  readonly flag: string;
  readonly says: string;
  readonly value: Slot | undefined;
}

/** The slots in "case decide [cases...]" or in "--role <role>". */
function slotsIn(text: string, choices: Readonly<Record<string, Choices>> = {}): Slot[] {
  return [...text.matchAll(/([<[])([^\]>]+)[\]>]/g)].map(([, bracket, inside = ""]) => {
    const name = inside.replace(/\.\.\.$/, "");
    const fixed = name.includes("|") ? name.split("|") : choices[name];
    return { name, isNeeded: bracket === "<", isMany: name !== inside, choices: fixed };
  });
}

function flagOf([flags, says, choices]: Option): Flag {
  const [flag = ""] = flags.split(" ");
  const [value] = slotsIn(flags);
  return { flag, says, value: value && choices ? { ...value, choices } : value };
}

const HELP: Flag = { flag: "--help", says: "how it is used", value: undefined };

function flagsOf({ options = [] }: Surface): readonly Flag[] {
  return [...[...options, ...COMMON_OPTIONS].map(flagOf), HELP];
}

const beginningWith = (candidates: readonly Candidate[], part: string): Candidate[] =>
  candidates.filter(({ word }) => word.startsWith(part));

/** What can be typed for a slot; of a list with commas, for its last part. */
function forSlot({ name, choices }: Slot, part: string): Completion {
  if (name === "file" || name === "files") return { ...NOTHING, files: true };
  if (choices === undefined) return NOTHING;
  const plain = (words: readonly string[]): Candidate[] => words.map((word) => ({ word, says: "" }));
  if (!("severalOf" in choices)) return wordsOnly(beginningWith(plain(choices), part));
  const before = part.slice(0, part.lastIndexOf(",") + 1);
  const taken = new Set(before.split(","));
  const rest = choices.severalOf.filter((word) => !taken.has(word));
  return {
    candidates: beginningWith(plain(rest.map((word) => before + word)), part),
    files: false,
    goesOn: true,
  };
}

/** bash hands "--role=lead" over as three words. */
function rejoined(words: readonly string[]): string[] {
  const whole: string[] = [];
  let isOpen = false;
  for (const word of words) {
    const last = whole.at(-1);
    const joins: boolean = last !== undefined && (isOpen || (word === "=" && last.startsWith("--")));
    if (joins) whole.splice(-1, 1, last + word);
    else whole.push(word);
    isOpen = joins && word === "=";
  }
  return whole;
}

const inGroup = (noun: string): Surface[] =>
  noun in GROUPS ? SURFACE.filter(({ words }) => words.startsWith(`${noun} `)) : [];

const namesOf = ({ words }: Surface): string[] => words.split(" ").filter((word) => !/^[<[]/.test(word));

/** The commands and the nouns that have several. */
function firstWords(): Candidate[] {
  const alone = SURFACE.filter(({ words }) => !((words.split(" ")[0] ?? "") in GROUPS));
  return [
    ...alone.map((one) => ({ word: namesOf(one)[0] ?? "", says: one.summary })),
    ...Object.entries(GROUPS).map(([word, says]) => ({ word, says })),
  ];
}

const secondWords = (noun: string): Candidate[] =>
  inGroup(noun).map((one) => ({ word: namesOf(one)[1] ?? "", says: one.summary }));

/** The command that was typed, and how many words name it. */
function commandIn(typed: readonly string[]): { command: Surface; length: number } | undefined {
  for (const command of SURFACE) {
    const names = namesOf(command);
    if (names.every((name, at) => typed[at] === name)) return { command, length: names.length };
  }
  return undefined;
}

/** What was typed behind a command, up to the cursor. */
interface Walked {
  /** The option whose value comes next, and whether it may be left out. */
  readonly open: Flag | undefined;
  readonly arguments: number;
  readonly flags: ReadonlySet<string>;
  /** Behind "--" nothing is an option any more. */
  readonly isOver: boolean;
}

function walk(typed: readonly string[], flags: readonly Flag[]): Walked {
  let walked: Walked = { open: undefined, arguments: 0, flags: new Set(), isOver: false };
  for (const word of typed) {
    if (!walked.isOver && word === "--") walked = { ...walked, open: undefined, isOver: true };
    else if (!walked.isOver && word.startsWith("-")) {
      const named = flags.find(({ flag }) => flag === word.split("=")[0]);
      const takes = named?.value !== undefined && !word.includes("=");
      walked = {
        ...walked,
        open: takes ? named : undefined,
        flags: new Set([...walked.flags, named?.flag ?? word]),
      };
    } else if (walked.open === undefined) walked = { ...walked, arguments: walked.arguments + 1 };
    else if (!walked.open.value?.isMany) walked = { ...walked, open: undefined };
  }
  return walked;
}

function behind(command: Surface, typed: readonly string[], part: string): Completion {
  const flags = flagsOf(command);
  const { open, arguments: count, flags: used, isOver } = walk(typed, flags);
  const [, name, value] = /^(--[^=]+)=(.*)$/s.exec(part) ?? [];
  if (!isOver && name !== undefined) {
    const slot = flags.find(({ flag }) => flag === name)?.value;
    return slot === undefined ? NOTHING : forSlot(slot, value ?? "");
  }
  if (!isOver && part.startsWith("-")) {
    const left = flags.filter(({ flag, value: slot }) => !used.has(flag) || slot?.isMany);
    return wordsOnly(
      beginningWith(
        left.map(({ flag: word, says }) => ({ word, says })),
        part,
      ),
    );
  }
  if (open?.value !== undefined) return forSlot(open.value, part);
  const slots = slotsIn(command.words, command.choices);
  const last = slots.at(-1);
  const slot = slots[count] ?? (last?.isMany ? last : undefined);
  return slot === undefined ? NOTHING : forSlot(slot, part);
}

/**
 * What can stand at the cursor, by the words typed before it, its own last; "" where it stands behind a space. The value of
 * "--role=" comes without the option.
 */
export function complete(words: readonly string[]): Completion {
  const whole = rejoined(words);
  const typed = whole.slice(0, -1);
  const part = whole.at(-1) ?? "";
  const found = commandIn(typed);
  if (found !== undefined) return behind(found.command, typed.slice(found.length), part);
  if (typed.length === 0) return wordsOnly(beginningWith(firstWords(), part));
  return typed.length === 1 ? wordsOnly(beginningWith(secondWords(typed[0] ?? ""), part)) : NOTHING;
}
