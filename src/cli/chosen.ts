import { type CommandInput, textOption, UsageError } from "#cli/command.ts";
import { durationOption } from "#cli/duration.ts";
import { ACTIONS } from "#core/moderation/decisions/action.ts";
import type { Chosen } from "#core/moderation/decisions/check-decision.ts";

/** A decision by flags; what is missing is asked for where somebody can be asked. Throws UsageError. */
export async function chosenBy(input: CommandInput): Promise<Chosen> {
  const { options } = input;
  const named = await input.need("action", `What is decided? (${ACTIONS.join(", ")})`);
  const action = ACTIONS.find((known) => known === named);
  if (action === undefined)
    throw new UsageError(`--action must be one of ${ACTIONS.join(", ")}, not "${named}"`);
  const [lasts, stays] = [textOption(options, "for"), textOption(options, "stays")];
  const words = Array.isArray(options.words) ? options.words : [];
  if (action === "dismiss" && options.rule !== undefined)
    throw new UsageError("--rule is for a decision that rests on one; a dismissal rests on none");
  return {
    action,
    ...(action === "dismiss" ? {} : { rule: await input.need("rule", "Which rule? (curbside rules)") }),
    reason: await input.need(
      "reason",
      action === "dismiss" ? "Why? Whoever reported reads it." : "Why? They read it.",
    ),
    ...(lasts === undefined ? {} : { forMs: durationOption(lasts, "for") }),
    ...(stays === undefined ? {} : { stays }),
    ...(words.length === 0 ? {} : { words }),
  };
}
