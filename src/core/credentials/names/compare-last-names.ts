import { type Agreement, agreement, best, NOT_COMPARED } from "./agreement.ts";
import { jaroWinkler } from "./jaro-winkler.ts";
import { nameParts, runsOf, withoutParticles } from "./name-parts.ts";
import { spellings } from "./spellings.ts";

/** A beginning that is shorter says too little to be somebody's name that was cut. */
const LEAST_BEGINNING = 3;

/** Whether `whole` may be what `cut` was before it was cut: the end of the cut name is the beginning of a run of the whole one. */
function mayGoOn(whole: readonly string[], cut: readonly string[]): boolean {
  const ends = runsOf(cut).filter(({ text, atEnd }) => atEnd && text.length >= LEAST_BEGINNING);
  return runsOf(whole).some(({ text }) => ends.some((end) => text.startsWith(end.text)));
}

const sameWords = (one: readonly string[], other: readonly string[]) =>
  one.length > 1 && [...one].sort().join(" ") === [...other].sort().join(" ");

/** Compares two last names; with `cut`, the second may go on behind what is written. */
export const compareLastNames = (one: string, other: string, cut = false): Agreement =>
  best(spellings(one).flatMap((our) => spellings(other).map((their) => compareSpelt(our, their, cut))));

function compareSpelt(one: string, other: string, cut: boolean): Agreement {
  const [ours, theirs] = [nameParts(one).words, nameParts(other).words];
  if (ours.length === 0 || theirs.length === 0) return NOT_COMPARED;
  const [our, their] = [ours.join(""), theirs.join("")];
  if (our === their) return agreement("letters", 1);
  const [ourCore, theirCore] = [withoutParticles(ours).join(""), withoutParticles(theirs).join("")];
  if (ourCore === theirCore) return agreement("small words", 0.99);
  const [ourRuns, theirRuns] = [runsOf(ours), runsOf(theirs)].map((runs) => runs.map(({ text }) => text)) as [
    string[],
    string[],
  ];
  if (
    [our, ourCore].some((name) => theirRuns.includes(name)) ||
    [their, theirCore].some((name) => ourRuns.includes(name)) ||
    sameWords(ours, theirs)
  )
    return agreement("one of its parts", 0.97);
  if (cut && mayGoOn(ours, theirs)) return agreement("its beginning, as it was cut", 0.96);
  if (ourRuns.some((run) => theirRuns.includes(run))) return agreement("a part of each", 0.9);
  return agreement("a likeness", Math.max(jaroWinkler(our, their), jaroWinkler(ourCore, theirCore)));
}
