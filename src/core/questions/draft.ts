import type { Actor } from "#core/access.ts";
import type { Core } from "#core/core.ts";
import { DomainError, type Help } from "#core/errors.ts";
import type { Tx } from "#core/foundation/store/open-store.ts";
import { foundInCrossing } from "#core/moderation/automatic/found-in-crossing.ts";
import { wordsOf } from "#core/moderation/crossed-words.ts";
import { hearDanger } from "#core/moderation/hear-danger.ts";
import { raiseAlert } from "#core/moderation/raise-alert.ts";
import type { QuestionText } from "#core/questions/cards.ts";
import { type ForWhom, forWhomOf } from "#core/questions/for-whom.ts";
import { type OriginalText, withoutKept } from "#core/questions/kept-words.ts";
import { crossingOf, type PreviewSegment, preview } from "#core/screening/preview.ts";
import { screen } from "#core/screening/screen.ts";
import { graver, isGrave, type Screening, type Verdict } from "#core/screening/screening.ts";

/** What its writer sees before anything crosses: the exact card, with what was removed marked. */
export interface Draft {
  readonly questionId: string;
  readonly messageId: string;
  /** Which text of the message this is: Send crosses the one that was seen, or none. */
  readonly edition: number;
  readonly kind: "question" | "follow-up" | "ask-back-reply" | "edit";
  readonly number: number;
  readonly preview: {
    readonly question: readonly PreviewSegment[];
    readonly tried: readonly PreviewSegment[];
  };
  readonly crossing: QuestionText;
  readonly pseudonym: string;
  readonly topic: string;
  readonly forWhom: ForWhom;
  readonly ageBand: string;
  readonly verdict: Verdict;
  readonly fullyScreened: boolean;
  /** Moderators look at it once it is sent: see reportCrossed. */
  readonly lookedAt: boolean;
  /** Help to show at once; it never blocks what was written. */
  readonly alert?: Help;
}

/** What a text that has not crossed is shown as. */
export function kindOf(kind: string): Draft["kind"] {
  return kind === "question" || kind === "ask-back-reply" ? kind : "follow-up";
}

export interface Screened {
  readonly original: OriginalText;
  readonly crossing: QuestionText;
  readonly preview: Draft["preview"];
  readonly verdict: Verdict;
  readonly removed: boolean;
  readonly fullyScreened: boolean;
  readonly lookedAt: boolean;
}

/**
 * Screens both fields of a patient's text; `earlier` is what they wrote in the conversation before. What crosses is what the
 * preview shows: without identifiers, but those that the writer put back, and without the detail of a method.
 */
export function screenFields(core: Core, original: OriginalText, earlier: readonly string[] = []): Screened {
  const rules = { policies: core.policies(), crisisLines: core.crisisLines() };
  const question: Screening = screen(original.question, { ...rules, earlier });
  const tried: Screening = screen(original.tried, { ...rules, earlier: [...earlier, original.question] });
  const shownOf = (text: string, { identifiers, signals }: Screening) =>
    preview(text, { signals, identifiers: withoutKept(text, identifiers, original.keptWords ?? []) });
  const shown = { question: shownOf(original.question, question), tried: shownOf(original.tried, tried) };
  const crossing = { question: crossingOf(shown.question), tried: crossingOf(shown.tried) };
  return {
    original,
    crossing,
    preview: shown,
    verdict: graver(question.verdict, tried.verdict),
    removed: [...shown.question, ...shown.tried].some(({ removed }) => removed),
    fullyScreened: question.fullyScreened && tried.fullyScreened,
    lookedAt: foundInCrossing(core.policies(), wordsOf({ patient: crossing })) !== undefined,
  };
}

/** A grave text tells the crisis channel in the transaction that stores it, whether or not it is ever sent. */
export async function alertFor(
  tx: Tx,
  core: Core,
  { actor, questionId, verdict, now }: { actor: Actor; questionId?: string; verdict: Verdict; now: Date },
): Promise<{ readonly alert?: Help }> {
  if (!isGrave(verdict)) return {};
  const about = questionId === undefined ? {} : { questionId };
  return { alert: await raiseAlert(tx, core, { actor, ...about, level: verdict, now }) };
}

/** The refusal, with the words for somebody in danger before it. */
export function withHelp(refusal: DomainError, alert: Help | undefined): DomainError {
  return alert === undefined ? refusal : new DomainError(refusal.code, refusal.details, alert);
}

/**
 * A text that is refused for its form (too long, say) is heard all the same: whoever is in danger and writes much must
 * not find nobody for it. Rejects with the refusal.
 */
export async function checkedAndHeard<T>(
  core: Core,
  { actor, questionId, typed }: { actor: Actor; questionId?: string; typed: string },
  check: () => T,
): Promise<T> {
  try {
    return check();
  } catch (error) {
    const about = questionId === undefined ? {} : { questionId };
    const alert = await hearDanger(core, { actor, text: typed, ...about });
    throw error instanceof DomainError ? withHelp(error, alert) : error;
  }
}

type QuestionFacts = {
  readonly id: string;
  readonly number: number;
  readonly topic: string;
  readonly forWhom: string;
  readonly relation: string | null;
  readonly ageBand: string;
};

export function draftOf(
  question: QuestionFacts,
  {
    messageId,
    edition = 1,
    kind,
    actor,
    screened,
  }: { messageId: string; edition?: number; kind: Draft["kind"]; actor: Actor; screened: Screened },
): Draft {
  return {
    questionId: question.id,
    messageId,
    edition,
    kind,
    number: question.number,
    preview: screened.preview,
    crossing: screened.crossing,
    pseudonym: actor.pseudonym,
    topic: question.topic,
    forWhom: forWhomOf(question),
    ageBand: question.ageBand,
    verdict: screened.verdict,
    fullyScreened: screened.fullyScreened,
    lookedAt: screened.lookedAt,
  };
}
