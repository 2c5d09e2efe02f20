import { professionWords } from "#core/credentials/professions.ts";
import { type Message, msg, t } from "#core/language/t.ts";
import type { AnswerCard, CredentialLine, ShownOpinion } from "#core/questions/cards.ts";
import type { Stance } from "#core/questions/second-opinion/stance.ts";
import { GENERAL_WORDS, shortDay } from "./credential-words.ts";

/** Words of second opinions that are the same on every platform, without markup: whoever shows them escapes them. */

/** Over what colleagues say, for the patient. */
export const OPINIONS_TITLE = msg("What other volunteers say");

/** After "A nurse". */
const SAYS = {
  agree: msg("{who} agrees (verified, {jurisdiction}, checked {day})"),
  add: msg("{who} adds (verified, {jurisdiction}, checked {day})"),
  differ: msg("{who} sees it differently (verified, {jurisdiction}, checked {day})"),
} as const satisfies Record<Stance, Message>;
const HIDDEN = msg("{who} (verified, {jurisdiction}, checked {day})");

/** "Registered nurse" within a sentence; what is written in capitals stays so. */
const inSentence = (profession: string): string =>
  profession.replace(/^[A-Z](?=[a-z])/, (first) => first.toLowerCase());

/** "Another pharmacist" beside an answer of one, else "A nurse"; the name where the provider shows it. */
function who({ name, profession }: CredentialLine, answerFrom: CredentialLine): string {
  const said = inSentence(professionWords(profession));
  if (name !== undefined) return t("{name}, {said},", { name, said });
  if (profession === answerFrom.profession) return t("Another {said}", { said });
  return /^[aeiou]/i.test(said) ? t("An {said}", { said }) : t("A {said}", { said });
}

/** "A nurse adds (verified, Ontario, checked 27 Nov)". */
export function opinionLead(
  { stance, hidden, credential }: ShownOpinion,
  { credential: answerFrom, sentAt }: Pick<AnswerCard, "credential" | "sentAt">,
): string {
  const { jurisdiction, checkedAt } = credential;
  return t(hidden ? HIDDEN : SAYS[stance], {
    who: who(credential, answerFrom),
    jurisdiction,
    day: shortDay(checkedAt, sentAt),
  });
}

/** Why it stays general where it must; undefined within the scope of the licence. */
export function opinionScope({ credential: { general, jurisdiction } }: ShownOpinion): string | undefined {
  return general === undefined ? undefined : GENERAL_WORDS[general](jurisdiction);
}

/** Nobody here says who is right; undefined where nobody sees it differently. */
export function differenceWords(opinions: readonly ShownOpinion[]): string | undefined {
  const others = opinions.filter(({ stance, hidden }) => stance === "differ" && !hidden).length;
  if (others === 0) return undefined;
  return others === 1
    ? t("Two volunteers see this differently. Both are shown; your own clinician can help you decide.")
    : t("Volunteers see this differently. All of them are shown; your own clinician can help you decide.");
}

/** Whose credentials, or whose words, a button under the answer is about. */
export const opinionFrom = ({ credential: { profession, jurisdiction } }: ShownOpinion): string =>
  `${professionWords(profession)}, ${jurisdiction}`;
