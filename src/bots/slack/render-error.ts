import type { Core } from "#core/core.ts";
import { textFor } from "#core/error-text.ts";
import { DomainError } from "#core/errors.ts";
import { errorFacts } from "../../log.ts";

/** Letters and digits that cannot be mistaken for one another when read aloud. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Where whoever is shut out finds the way that is left to them. */
const WITH_CODE = "In Slack: open Curbside's Home tab, and press “Ask for another look”.";

/** A refusal in the core's own words, after help for whoever may be in danger; anything else as a reference under which it was logged. */
export function renderError(core: Core, error: unknown): string {
  if (error instanceof DomainError) {
    const { title, detail, nextStep } = textFor(error);
    const help = error.help === undefined ? [] : [error.help.text, ""];
    return [...help, title, detail, nextStep, ...(error.code === "barred" ? [WITH_CODE] : [])].join("\n");
  }
  const reference = [...core.randomBytes(4)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
  core.log.error("slack.failed", { ...errorFacts(error), platform: "slack", reference });
  return `Something failed on our side, reference ${reference}. Nothing was sent. Please try again in a minute.`;
}
