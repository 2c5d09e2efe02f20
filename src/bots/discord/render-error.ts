import type { Core } from "#core/core.ts";
import { textFor } from "#core/error-text.ts";
import { DomainError } from "#core/errors.ts";
import { t } from "#core/language/t.ts";
import { errorFacts } from "../../log.ts";
import { type Button, type Content, escapeText, line } from "./markup.ts";
import { withHelp } from "./with-help.ts";

/** Letters and digits that cannot be mistaken for one another when read aloud. */
const ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

function newReference(core: Core): string {
  return [...core.randomBytes(4)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

/** A refusal in the core's own words, with what can be pressed to mend it; anything else as a reference under which the whole error was logged. */
export function renderError(core: Core, error: unknown, mend: readonly Button[] = []): Content {
  if (error instanceof DomainError) {
    const { title, detail, nextStep } = textFor(error);
    const refusal = `**${escapeText(title)}**\n${escapeText(detail)}\n${escapeText(nextStep)}`;
    return withHelp(error.help, refusal, mend);
  }
  const reference = newReference(core);
  core.log.error("discord.failed", { ...errorFacts(error), platform: "discord", reference });
  return line(
    t(
      "Something failed on our side, reference {reference}. Nothing was sent. Please try again in a minute.",
      { reference },
    ),
  );
}
