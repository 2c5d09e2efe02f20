import { bad, type Finding, good, warning } from "#bots/check-up.ts";
import { troubleOf } from "../messenger-failures.ts";
import { createSendingRest } from "../rest.ts";
import { isByHand } from "./compare-rules.ts";
import { readRules } from "./server-rules.ts";
import { readName } from "./wanted-rules.ts";

const TIMEOUT_MS = 10_000;

type Options = Omit<Parameters<typeof createSendingRest>[0], "timeoutMs">;

/** Whether the rules that were pushed into the filter of a server stand as they were pushed. */
export async function checkFilter(
  options: Options,
  { community, spaceId }: { community: string; spaceId: string },
): Promise<Finding> {
  const what = `Discord's filter in ${community}`;
  const rest = createSendingRest({ ...options, timeoutMs: TIMEOUT_MS });
  try {
    const ours = (await readRules(rest, spaceId)).filter(({ name }) => readName(name) !== undefined);
    if (ours.length === 0) return good(what, "no policy was pushed into it, and none needs to be");
    const changed = ours.filter(isByHand);
    if (changed.length === 0) return good(what, `${ours.length} rules, as they were pushed`);
    const names = changed.map(({ name }) => name).join(", ");
    return warning(
      what,
      `changed by hand since it was pushed: ${names}`,
      "curbside policy push shows how it stands, and with --yes puts it back.",
    );
  } catch (error) {
    if (troubleOf(error).why === "forbidden")
      return good(what, "not used: the bot may not manage the server, which only curbside policy push needs");
    const says = "Discord did not answer as expected";
    return { ...bad(what, says, "Try again in a minute."), unsure: true };
  } finally {
    rest.clearHandlerSweeper();
    rest.clearHashSweeper();
  }
}
