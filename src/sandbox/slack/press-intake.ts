import { type Doing, placeOf, soon } from "../doing.ts";
import type { SlackPerson } from "./person.ts";

/** The newest card in the intake channel that has this button and shows the step's target, if it names one. */
export async function pressIntake(doing: Doing<SlackPerson>, label: string): Promise<void> {
  const { cast, step } = doing;
  await soon(() =>
    cast.person.press(label, {
      in: placeOf(doing).intakeChannelId,
      ...(step.target === undefined ? {} : { containing: step.target }),
    }),
  );
}
