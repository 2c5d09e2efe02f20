import { catalogueOf } from "#core/language/catalogue.ts";
import { messagesIn } from "./messages-in.ts";
import { isForMembers, pathOf, sources } from "./sources.ts";

/**
 * npm run languages [-- FOLDER]: what the Spanish catalogue lacks, as JSON to fill in, and what is said without a catalogue, on
 * standard error with its place.
 */
const [under = ""] = process.argv.slice(2);
const spanish = catalogueOf("es");
const missing: Record<string, string> = {};
for (const file of sources().filter((name) => name.startsWith(under))) {
  const { messages, bare } = messagesIn(pathOf(file));
  for (const { text } of messages) if (!spanish.has(text)) missing[text] = "";
  if (isForMembers(file))
    for (const { text, line } of bare) process.stderr.write(`${file}:${line} ${JSON.stringify(text)}\n`);
}
process.stdout.write(`${JSON.stringify(missing, null, 2)}\n`);
