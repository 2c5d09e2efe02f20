import { trainedHandles } from "./handles/read-handles.ts";
import { shippedCrisisLines } from "./load-crisis-lines.ts";
import { trainedMeaning } from "./meaning/tables.ts";
import { trainedWeights } from "./names/tagger.ts";
import { trainedNumbers } from "./numbers/read-numbers.ts";
import { factsOf } from "./reading/words.ts";

/**
 * Reads all tables of screening now rather than at the first text. A daemon does so when it starts: a table that is
 * missing or broken must stop the start, not the hearing of a patient. Throws what reading a file throws, and
 * CrisisLinesError.
 */
export function loadTables(): void {
  factsOf(0);
  trainedWeights();
  trainedNumbers();
  trainedHandles();
  trainedMeaning();
  shippedCrisisLines();
}
