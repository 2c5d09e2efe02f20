import { type Act, PATIENCE_MS, soon } from "../doing.ts";
import type { ScenarioVerb } from "../scenario.ts";
import type { SlackPerson } from "./person.ts";
import { pressIntake } from "./press-intake.ts";

/** What the team does for the library. */
export const LIBRARY_VERBS: Partial<Record<ScenarioVerb, Act<SlackPerson>>> = {
  async keep(doing) {
    const { person } = doing.cast;
    await soon(() => person.press("Keep for others"));
    await person.when(() => person.form !== undefined || doing.step.refused !== undefined, {
      withinMs: PATIENCE_MS,
    });
    if (person.form === undefined) return;
    await person.submit({ "The question, in general words": doing.step.text ?? "" });
  },
  "agree-to-keep": ({ cast }) => soon(() => cast.person.press("I wrote it: keep it")),
  async "look-at-kept"(doing) {
    const { person } = doing.cast;
    const unfit = doing.step.fields?.unfit;
    await pressIntake(doing, "Look at it");
    await person.when(() => person.form !== undefined || doing.step.refused !== undefined, {
      withinMs: PATIENCE_MS,
    });
    if (person.form === undefined) return;
    await person.submit({
      "What now?": unfit === undefined ? "Fit to keep" : "Not fit",
      "Why is it not fit?": unfit ?? "",
    });
  },
};
