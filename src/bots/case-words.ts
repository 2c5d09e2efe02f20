import type { AppealCard } from "#core/moderation/appeals/cards.ts";
import { SEVERITIES } from "#core/moderation/cases/case.ts";
import type { CaseCard } from "#core/moderation/cases/case-card.ts";
import type { RefusedRestraint } from "#core/moderation/decisions/refused-restraints.ts";

/** What moderators read of cases and appeals, the same on every platform and without markup. */

const day = (at: Date): string => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;

const ABOUT = {
  message: "a text of a conversation",
  post: "a post",
  experience: "an experience that a member shared",
  "kept-answer": "an answer of the library",
  member: "a person",
  account: "somebody who is no member",
  credential: "a credential",
} as const satisfies Record<NonNullable<CaseCard["about"]>, string>;

const times = (count: number): string => (count === 1 ? "once" : `${count} times`);

/** What mends a refusal, by what a platform's failure is called; else `curbside doctor` knows more. */
const MENDED: Readonly<Record<string, string>> = {
  "forbidden:channel-permission":
    "the bot may not do this to that person. Move its role above theirs, and let it moderate, remove and ban",
  "forbidden:not_in_channel": "the app is not in one of its own channels. Invite it there",
  "forbidden:missing_scope": "the app lacks a permission. Install it anew as `curbside doctor` says",
  "forbidden:restricted_action":
    "only owners may take people out of channels. Let an owner allow it, or do it there",
};

/** That a platform would not do what was decided, and what to do; or that it has done it after all. */
function refusedLine({ platform, trouble, isDone }: RefusedRestraint, number: number): string {
  const where = sentence(platform);
  if (isDone) return `${where} refused at first. It is done there now.`;
  const why = MENDED[trouble] ?? `\`curbside doctor\` may say why (${trouble})`;
  return `${where} refused: ${why}. Then undo the decision and make it again, or do it there by hand: \`curbside case show ${number}\``;
}

/** Of what leads and admins decide, the others learn only that something is left to do. */
const refusedInPrivate = ({ refused, number }: CaseCard): string[] =>
  refused.every(({ isDone }) => isDone)
    ? []
    : [`Something is left to do: leads and admins look with \`curbside case show ${number}\``];

/** One case for the moderators: what kind of thing it is about and how it stands, and nobody who has to do with it. */
export function caseWords(card: CaseCard): { title: string; lines: string[] } {
  const { number, about, severity, reports, state, openedAt, isHeld, decided, refused } = card;
  const is =
    state !== "open"
      ? ["Decided", ...(decided.length === 0 ? [] : [`: ${decided.join(", ")}`]), "."].join("")
      : isHeld
        ? "Somebody is looking at it."
        : `Waits for somebody: \`curbside case take ${number}\``;
  return {
    title: `Case ${number}: ${about === undefined ? "for leads and admins only" : ABOUT[about]}`,
    lines: [
      `Reported ${times(reports)} since ${day(openedAt)}. ${sentence(SEVERITIES[severity])}.`,
      is,
      ...(about === undefined ? refusedInPrivate(card) : refused.map((one) => refusedLine(one, number))),
    ],
  };
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const APPEAL_STATES = {
  open: ({ caseNumber, dueAt }: AppealCard) =>
    `Due by ${day(dueAt)}. Whoever had no part in it may look: \`curbside appeal show ${caseNumber}\``,
  upheld: () => "Upheld.",
  overturned: () => "Overturned, and undone.",
  withdrawn: () => "Taken back.",
} as const;

export function appealWords(card: AppealCard): { title: string; lines: string[] } {
  const { caseNumber, action, filedAt, state } = card;
  const what = action === undefined ? "a decision, for leads and admins only" : `a decision to ${action}`;
  return {
    title: `Appeal in case ${caseNumber}`,
    lines: [`Somebody asks for another look at ${what}, since ${day(filedAt)}.`, APPEAL_STATES[state](card)],
  };
}
