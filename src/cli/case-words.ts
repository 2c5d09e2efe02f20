import { dayFrom, lasting } from "#cli/credential-words.ts";
import type { SubjectKind } from "#core/moderation/cases/case.ts";
import type { NoteKind } from "#core/moderation/cases/case-notes.ts";
import type { Effect } from "#core/moderation/cases/show-case.ts";
import type { Action } from "#core/moderation/decisions/action.ts";
import type { DecisionPreview } from "#core/moderation/decisions/preview-decision.ts";
import { inSentence } from "#core/moderation/rules.ts";

/** "2026-12-01 14:20 UTC". */
export const momentOf = (at: Date): string => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;

export const ABOUT_WORDS: Readonly<Record<SubjectKind, string>> = {
  message: "a text in a question",
  post: "a post",
  experience: "a shared experience",
  "kept-answer": "an answer of the library",
  member: "a person",
  account: "somebody who is no member",
  credential: "a credential",
};

/** "a post of Quiet Heron". */
export const aboutWords = (about: SubjectKind, person: string | null): string => {
  if (about === "member") return person ?? "a member who left";
  if (about === "account") return ABOUT_WORDS.account;
  // What was imported is nobody's here.
  if (about === "kept-answer" && person === null) return ABOUT_WORDS[about];
  return `${ABOUT_WORDS[about]} of ${person ?? "somebody who is no member"}`;
};

export const times = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

export const SAYS: Readonly<Record<NoteKind, string>> = {
  question: "asks",
  reply: "replies",
  decision: "decides",
  note: "notes",
  appeal: "appeals",
  "appeal-question": "asks whoever appealed",
  "appeal-reply": "replies",
  "appeal-decision": "decides the appeal",
};

export const EFFECT_WORDS: Readonly<Record<Effect["what"], string>> = {
  told: "the notice to them",
  restrained: "what they may do there",
  removed: "the removal of the post",
};

/** What a key or a flag chooses. */
export const ACTION_WORDS: Readonly<Record<Action, string>> = {
  dismiss: "dismiss: nothing is done, and whoever reported reads why",
  hide: "hide the text, on both sides",
  redact: "redact: remove some words, on both sides",
  warn: "warn: they are told, and nothing else happens",
  strike: "strike: they are told, and points count for 90 days",
  "time-out": "time-out: they cannot write for a while",
  "suspend-provider":
    "suspend them as a provider: they cannot answer; for good needs a second person within 24 hours",
  remove: "remove them; they may join again",
  ban: "ban them; for good needs a second person within 24 hours",
};

function untilWords({ action, endsAt, confirmBy }: DecisionPreview, now: Date): string[] {
  const ends = endsAt === null ? [] : [`It ends by itself on ${dayFrom(endsAt, now)}.`];
  const fades = endsAt === null ? [] : [`It fades on ${dayFrom(endsAt, now)}.`];
  const second =
    confirmBy === null
      ? []
      : [
          `It holds at once, and is over on ${momentOf(confirmBy)} unless a second person confirms it: not you, not whoever reported.`,
        ];
  return [...(action === "strike" ? fades : ends), ...second];
}

/** What comes of a decision, before it is made: a sentence a line. */
export function comesTo(preview: DecisionPreview, now: Date): string[] {
  const { action, about, did, person, rule, reason, stays, words, points, pointsThen, pauseUntil, reports } =
    preview;
  const told = reports === 0 ? [] : ["Whoever reported is told that something was done, and not what."];
  if (action === "dismiss")
    return ["Nothing is done.", `Whoever reported reads: ${reason}`].slice(0, reports === 0 ? 1 : 2);
  const by = rule === null ? "" : `, by rule ${rule.number} (${inSentence(rule.title)})`;
  return [
    `We ${did}${by}.`,
    ...(action === "hide" && about === "post" ? ["The post is taken away; nobody can put it back."] : []),
    ...(words.length === 0 ? [] : [`Removed: ${words.map((word) => `"${word}"`).join(", ")}`]),
    ...untilWords(preview, now),
    ...(points === 0 ? [] : [`It counts ${times(points, "point")}; they have ${pointsThen} then.`]),
    ...(pauseUntil === null
      ? []
      : [`With so many points their writing is paused until ${momentOf(pauseUntil)} too.`]),
    person === null
      ? "They are no member, so nobody is told; from their own account they can ask for another look."
      : `${person} reads: ${reason}`,
    ...(person === null ? [] : [`What stays: ${stays}`, `They can appeal for 20 days; somebody else looks.`]),
    ...told,
  ];
}

/** For how long something waits. */
export const waitsFor = (since: Date, now: Date): string => lasting(now.getTime() - since.getTime());
