import { keptWords, type Message, msg } from "#core/language/t.ts";

/** Refusals name a field and a rule as the core calls them. These are the ones that members meet; others are said in English. */
const FIELDS: readonly Message[] = [
  msg("The answer"),
  msg("The appeal"),
  msg("The choice"),
  msg("The earlier last names"),
  msg("The field about what you have tried"),
  msg("The field with the words"),
  msg("The field “About”"),
  msg("The field “What happened”"),
  msg("The field “What helped”"),
  msg("The field “What I'd tell a friend”"),
  msg("The field “Since when”"),
  msg("The first name"),
  msg("The last name"),
  msg("The licence number"),
  msg("The message"),
  msg("The name"),
  msg("The nickname"),
  msg("The note"),
  msg("The NPI"),
  msg("The person"),
  msg("The place of the licence"),
  msg("The profession"),
  msg("The question"),
  msg("The reason"),
  msg("The reply"),
  msg("The text"),
  msg("The topic"),
  msg("The stage"),
  msg("The age"),
  msg("The life"),
  msg("The side"),
  msg("The update"),
  msg("The use"),
  msg("The whose"),
  msg("The outcome"),
  msg("The noticed"),
  msg("The words"),
];

const RULES: readonly Message[] = [
  msg("needs at least 2 characters"),
  msg("must not hold a phone number, an address or a link"),
  msg("must be one of the list"),
  msg("must be ten digits, and one of these seems mistyped"),
  msg("must be your own"),
  msg("must be somebody else"),
  msg("must be another person"),
  msg("must be a person, and this is a bot"),
  msg("is chosen from the list"),
  msg("is one of three"),
  msg(
    "is not known here: write the name of a state, province or country, such as Washington, Ontario or United Kingdom",
  ),
];

/** A field at the beginning of a sentence: "The name". */
export const fieldWords = (field: string): string => keptWords(`The ${field}`, FIELDS);

/** What is asked of a field, after its name: "needs at least 2 characters". */
export const ruleWords = (rule: string): string => keptWords(rule, RULES);
