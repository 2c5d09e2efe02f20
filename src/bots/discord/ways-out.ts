import { DomainError, type RefusalCode } from "#core/errors.ts";
import { t } from "#core/language/t.ts";
import type { Button } from "./markup.ts";

const MENDABLE: ReadonlySet<RefusalCode> = new Set([
  "empty",
  "too_long",
  "invalid_input",
  "never_kept",
  "wrong_code",
  "name_differs",
  "work_address",
]);

/** Another code, or another choice. */
const OTHER_CODE: ReadonlySet<string> = new Set(["none", "no-decision", "which"]);

/** Other words in the same form would do, or another code. */
export function isMendable(error: unknown): boolean {
  if (!(error instanceof DomainError)) return false;
  const { code, details } = error;
  return MENDABLE.has(code) || (code === "appeal_closed" && "why" in details && OTHER_CODE.has(details.why));
}

const APPEAL = (): Button => ({
  verb: "appeal-by-code",
  subject: "any",
  label: t("Ask for another look"),
  look: "main",
});

/** What can be pressed where no member is behind a press: whoever was banned or removed can still appeal. */
export function waysOut(error: unknown): readonly Button[] {
  if (!(error instanceof DomainError)) return [];
  const { code, details } = error;
  const wantsToAppeal = code === "not_joined" && "wanted" in details && details.wanted === "appeal.file";
  return code === "barred" || wantsToAppeal ? [APPEAL()] : [];
}
