import type { Mail } from "#core/mailer.ts";
import { cleanText, splitText } from "#core/screening/clean-text.ts";

export interface CodeMail {
  /** As `checkWorkAddress` gave it. */
  readonly to: string;
  readonly community: string;
  readonly code: string;
  readonly validMs: number;
}

const LONGEST_NAME = 80;

/** One line without signs of control; a name is somebody's text. */
const oneLine = (name: string): string =>
  splitText(cleanText(name).replace(/\s+/g, " ").trim(), LONGEST_NAME)[0]?.trim() || "a community";

/** The mail with the code that shows that a work address is somebody's own. Nothing in it is about a patient. */
export function codeMail({ to, community, code, validMs }: CodeMail): Mail {
  const name = oneLine(community);
  const minutes = Math.max(1, Math.floor(validMs / 60_000));
  const time = minutes === 1 ? "1 minute" : `${minutes} minutes`;
  return {
    to,
    subject: `Your code for ${name}`,
    text: [
      `Somebody who volunteers at ${name} gave this as their work address.`,
      "",
      `Code: ${code}`,
      "",
      `Type it where you asked for it. It works once, and for ${time}.`,
      "Nobody from the community will ever ask you for it.",
      "",
      "If you did not ask for it, ignore this message:",
      "without the code nothing happens.",
      "",
    ].join("\n"),
  };
}
