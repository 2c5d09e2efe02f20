import type { RuleBook } from "#core/moderation/rules.ts";
import type { Field } from "./markup.ts";
import { told } from "./told.ts";

/** What every report asks, whatever it is about. */
export const reportFields = ({ inForce }: RuleBook): readonly Field[] => [
  {
    id: "reason",
    label: "What is wrong?",
    limit: 500,
    long: true,
    hint: "The other person isn't told who reported.",
  },
  {
    id: "rule",
    label: "Which rule is it about?",
    limit: 40,
    optional: true,
    choices: inForce.map(({ id, number, title }) => ({ label: `${number}. ${title}`, value: id })),
  },
];

export function reportFrom({ reason = "", rule = "" }: Readonly<Record<string, string>>) {
  return { reason, ...(rule === "" ? {} : { rule }) };
}

export const THANKS = told({
  ours: "Thank you. A moderator looks at it, and you are told what comes of it. The other person isn't told who reported.",
});
