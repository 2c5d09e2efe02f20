import { type Message, msg } from "#core/language/t.ts";
import type { CrisisSupportCard } from "#core/moderation/crisis-card.ts";

/** Each about what a member is told. */
export const SUPPORT_TITLES = {
  raised: msg("You matter here"),
  "somebody-is-here": msg("A person from the team is here"),
  "nobody-yet": msg("We are still looking for a person"),
  worry: msg("Somebody thought of you"),
  advice: msg("How you can help"),
} as const satisfies Record<CrisisSupportCard["about"], Message>;
