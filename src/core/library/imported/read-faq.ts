import { TOPICS } from "#core/credentials/topics.ts";
import { cleanText } from "#core/screening/clean-text.ts";
import { ENTRY_LIMITS, monthsAfter, REVIEW_MONTHS } from "../library-entry.ts";
import { type FaqFormat, type FaqRow, readFaqRows, type WrongLine } from "./read-rows.ts";

/** An answer from elsewhere that can be brought in. */
export interface FaqEntry {
  readonly line: number;
  readonly question: string;
  readonly answer: string;
  readonly topic: string;
  /** The page that it is from. */
  readonly source: string;
  /** Who looked at it there. */
  readonly reviewedBy: string;
  readonly reviewedAt: Date;
  readonly reviewBy: Date;
}

export interface Faq {
  readonly entries: readonly FaqEntry[];
  readonly wrong: readonly WrongLine[];
}

const LIMITS = { question: ENTRY_LIMITS.question, answer: 3000, source: 300, reviewedBy: 80 } as const;

/** Other names for the same field. */
const ALSO: Readonly<Record<string, string>> = { sourceurl: "source", url: "source", reviewedon: "reviewed" };

const MOST_MONTHS = Math.max(...REVIEW_MONTHS);

function dayOf(text: string): Date | undefined {
  const date = new Date(`${text}T00:00:00Z`);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(date.getTime());
  return isDay && date.toISOString().startsWith(text) ? date : undefined;
}

/** One row's fields, and all that is wrong with them. */
function readEntry({ line, fields }: FaqRow, now: Date): FaqEntry | WrongLine[] {
  const given = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [ALSO[name] ?? name, value]),
  );
  const wrong: WrongLine[] = [];
  const say = (what: string) => void wrong.push({ line, what });
  const text = (name: string, words: string, most: number): string => {
    const value = cleanText(given[name] ?? "").trim();
    if (value === "") say(`${words} is missing`);
    else if (value.length > most) say(`${words} has ${value.length} characters; ${most} fit`);
    return value;
  };
  const day = (name: string, words: string): Date => {
    const date = dayOf((given[name] ?? "").trim());
    if (date === undefined) say(`${words} must be a day such as 2027-03-31`);
    return date ?? now;
  };
  const typedTopic = (given.topic ?? "").trim().toLowerCase();
  const topic = TOPICS.find((one) => one.toLowerCase() === typedTopic);
  if (topic === undefined) say(`topic must be one of ${TOPICS.join(", ")}`);
  const source = text("source", "source", LIMITS.source);
  if (source !== "" && !/^https?:\/\/[^\s/]+\.[^\s]+$/.test(source))
    say("source must be the page's address, such as https://example.org/faq");
  const [reviewedAt, reviewBy] = [day("reviewed", "reviewed"), day("reviewby", "review by")];
  if (reviewedAt > now) say("reviewed must not be in the future");
  if (dayOf((given.reviewby ?? "").trim()) !== undefined && reviewBy <= now) say("review by is past already");
  if (reviewBy > monthsAfter(now, MOST_MONTHS)) say(`review by must be within ${MOST_MONTHS} months`);
  const entry = {
    ...{ line, topic: topic ?? "", source, reviewedAt, reviewBy },
    question: text("question", "question", LIMITS.question),
    answer: text("answer", "answer", LIMITS.answer),
    reviewedBy: text("reviewedby", "reviewed by", LIMITS.reviewedBy),
  };
  return wrong.length > 0 ? wrong : entry;
}

/** What a file of answers from elsewhere says, and every line that is wrong. Pure. */
export function readFaq(text: string, { format, now }: { format: FaqFormat; now: Date }): Faq {
  const { rows, wrong } = readFaqRows(text, format);
  const read = rows.map((row) => readEntry(row, now));
  return {
    entries: read.flatMap((one) => (Array.isArray(one) ? [] : [one])),
    wrong: [...wrong, ...read.flatMap((one) => (Array.isArray(one) ? one : []))].sort(
      (one, other) => one.line - other.line,
    ),
  };
}
