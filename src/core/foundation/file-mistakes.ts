import type { YAMLParseError, YAMLWarning } from "yaml";
import type { z } from "zod";

const KINDS: Readonly<Record<string, string>> = {
  string: "text; write it in quotes",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "names with a value behind each",
  record: "names with a value behind each",
};

/** "low, medium or high" */
const oneOf = (words: readonly string[]) =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;

function limitWords({ origin, minimum, maximum }: { origin: string; minimum?: unknown; maximum?: unknown }) {
  if (minimum !== undefined && (origin === "string" || origin === "array")) return "must not be empty";
  if (minimum !== undefined) return `must be more than ${String(minimum)}`;
  return origin === "string"
    ? `must not be longer than ${String(maximum)} characters`
    : `must be ${String(maximum)} at the most`;
}

/** What is wrong with a value in a file that somebody wrote, where its schema has no words of its own: given to safeParse as its `error`. */
export function valueMistake(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? "must be there"
        : `must be ${KINDS[issue.expected] ?? "something else"}`;
    case "invalid_value":
      return `${issue.input === undefined ? "must be there: " : "must be "}${oneOf(issue.values.map(String))}`;
    case "unrecognized_keys":
      return `${oneOf(issue.keys)}: there is no such name here`;
    case "too_small":
    case "too_big":
      return limitWords(issue);
    case "invalid_key":
      return "is no name that is possible here: small letters, digits and hyphens";
    default:
      return "cannot be meant so";
  }
}

const YAML_WORDS: Readonly<Record<string, string>> = {
  BAD_INDENT: "the spaces at the beginning of a line do not fit those around it",
  DUPLICATE_KEY: "the same name stands there twice",
  MISSING_CHAR: "something is missing: a quote, a colon, a comma or a bracket",
  TAB_AS_INDENT: "begins with a tab; use spaces",
};

/** What is wrong with a file that cannot be read as YAML at all. */
export const yamlMistake = ({ code }: YAMLParseError | YAMLWarning): string =>
  YAML_WORDS[code] ?? "cannot be read: look at the spaces, colons, quotes and brackets";
