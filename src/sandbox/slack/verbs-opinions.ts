import { type Act, type Doing, PATIENCE_MS } from "../doing.ts";
import type { ScenarioVerb } from "../scenario.ts";
import type { SlackPerson } from "./person.ts";
import { pressIntake } from "./press-intake.ts";

/** Presses a button of an answer's copy, and fills the form that it opens; where it is refused, none does. */
async function write(doing: Doing<SlackPerson>, button: string, field: string): Promise<void> {
  const { cast, step } = doing;
  const { person } = cast;
  await pressIntake(doing, button);
  await person.when(() => person.form !== undefined || step.refused !== undefined, {
    withinMs: PATIENCE_MS,
  });
  if (person.form === undefined) return;
  const { reason } = step.fields ?? {};
  await person.submit({
    [field]: step.text ?? "",
    ...(reason === undefined ? {} : { "Why it should be sent as it is": reason }),
  });
}

/** What a colleague does with an answer that was sent. */
export const OPINION_VERBS: Partial<Record<ScenarioVerb, Act<SlackPerson>>> = {
  agree: (doing) => pressIntake(doing, "Agree"),
  add: (doing) => write(doing, "Add", "What you add"),
  "see-differently": (doing) => write(doing, "See differently", "How you see it"),
  "withdraw-opinion": (doing) => pressIntake(doing, "Withdraw"),
};
