import { type APIAutoModerationRule, type REST, Routes } from "discord.js";
import type { MessagePress } from "../events/event.ts";
import { troubleOf } from "../messenger-failures.ts";
import { readName } from "./wanted-rules.ts";

const MOST_KEPT = 500;

/** Looks up of which kind a rule is, by its name on Discord; one of Curbside's keeps its kind, so it is asked once. */
export function createRuleKinds(rest: REST): MessagePress["kindOfRule"] {
  const known = new Map<string, ReturnType<typeof readName>>();
  return async ({ spaceId, ruleId }) => {
    if (known.has(ruleId)) return known.get(ruleId)?.kind;
    try {
      const { name } = (await rest.get(
        Routes.guildAutoModerationRule(spaceId, ruleId),
      )) as APIAutoModerationRule;
      const read = readName(name);
      if (known.size >= MOST_KEPT) known.clear();
      known.set(ruleId, read);
      return read?.kind;
    } catch (error) {
      // Removed since, or no longer the bot's to see: nobody can tell what it was.
      const { why } = troubleOf(error);
      if (why === "gone" || why === "forbidden") return undefined;
      throw error;
    }
  };
}
