import { bad, type Finding } from "#bots/check-up.ts";
import { troubleOf } from "./messenger-failures.ts";

export const CHECK_NETWORK = "Check the network, and that discord_api (if it is set) is right.";

/** Why a request failed, in words for an admin. */
export function failed(what: string, error: unknown, fix: string): Finding {
  const { why } = troubleOf(error);
  if (why === "gone") return bad(what, "it does not exist, or the bot was removed from it", fix);
  if (why === "forbidden") return bad(what, "the bot may not look into it", fix);
  const says = why === "rate-limited" ? "Discord asks to wait" : "Discord did not answer as expected";
  return { ...bad(what, says, fix), unsure: true };
}
