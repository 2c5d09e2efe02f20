import type { AppealCard, AppealNoticeCard } from "#core/moderation/appeals/cards.ts";
import { SEVERITIES } from "#core/moderation/cases/case.ts";
import type { CaseCard } from "#core/moderation/cases/case-card.ts";
import type { DecisionCard, ReportOutcomeCard } from "#core/moderation/decisions/cards.ts";
import type { RefusedRestraint } from "#core/moderation/decisions/refused-restraints.ts";
import type { RevealCard } from "#core/moderation/identity/reveal-card.ts";
import type { DecidedRule } from "#core/moderation/rules.ts";

/** Words about cases, decisions and appeals that are the same on every platform, without markup. */

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

/** How a decision ended that does not stand any more. */
export const STATE_WORDS = {
  over: "This is over: it does not hold any more.",
  lapsed: "Nobody else agreed in time, so this does not hold any more.",
  undone: "This was undone: it does not hold any more, and it does not count.",
} as const;

/** How another look stands, in short. */
export const APPEAL_WORDS = {
  open: "Somebody else is looking at it again.",
  upheld: "Somebody else looked at it again, and it stays.",
  overturned: "Somebody else looked at it again, and changed it.",
  withdrawn: "The request for another look was taken back.",
} as const;

const LOOKS = {
  open: (dueAt: Date) =>
    `You asked for another look. Somebody else looks at it; we hope to tell you by ${day(dueAt)}.`,
  upheld: () => APPEAL_WORDS.upheld,
  overturned: () => APPEAL_WORDS.overturned,
  withdrawn: () => APPEAL_WORDS.withdrawn,
} as const;

const goneWords = ({ retired }: DecidedRule): string =>
  retired ? " It is no longer a rule here, but it was one then." : "";

/**
 * What is said to whom a decision is about, without markup: people wrote the rule and what stays, so each line is escaped.
 * `reason` and the words removed are apart.
 */
export function decisionWords(card: DecisionCard): {
  title: string;
  lines: string[];
  canAppeal: boolean;
} {
  const { did, rule, stays, endsAt, pausesUntil, confirmBy, state, appeal } = card;
  const why =
    rule === undefined
      ? ""
      : ` It is about rule ${rule.number}, "${rule.title}": ${rule.text}${goneWords(rule)}`;
  if (state !== "standing")
    return {
      title: "A decision changed",
      lines: [`We ${did}.${why}`, STATE_WORDS[state], ...appealLines(appeal)],
      canAppeal: false,
    };
  const until = endsAt === undefined ? "" : ` Until ${day(endsAt)}.`;
  const pause =
    pausesUntil === undefined
      ? []
      : [
          `Because of the points that you have now, your writing here is paused until ${day(pausesUntil)}. You can read, take back what you asked, and appeal.`,
        ];
  const second =
    confirmBy === undefined
      ? []
      : [`One person decided this. It ends on ${day(confirmBy)} unless a second one agrees.`];
  return {
    title: "A decision of the moderators",
    lines: [`We ${did}.${until}${why}`, ...pause, ...second, `What stays: ${stays}`, ...appealLines(appeal)],
    canAppeal: appeal !== undefined && "code" in appeal,
  };
}

function appealLines(appeal: DecisionCard["appeal"]): string[] {
  if (appeal === undefined) return [];
  if ("state" in appeal) return [LOOKS[appeal.state](appeal.dueAt)];
  return [
    `If you see it differently, ask for another look until ${day(appeal.until)}. A different person decides. Your code, also for when you cannot get in here: ${appeal.code}`,
  ];
}

/** What whoever reported gets to read; `reason` is apart. */
export function outcomeWords({ acted }: ReportOutcomeCard): { title: string; line: string } {
  return {
    title: "About your report",
    line: acted
      ? "Thank you. We looked, and we took action. The other person isn't told who reported."
      : "Thank you. We looked, and we left it as it is. The other person isn't told who reported.",
  };
}

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

const NOTICES = {
  asked: { title: "A question about your appeal", line: "The person who looks at it again asks you:" },
  upheld: {
    title: "Your appeal: it stays",
    line: "A different person looked, and it stays as it was decided:",
  },
  overturned: {
    title: "Your appeal: changed",
    line: "A different person looked, and it was undone everywhere. It does not count. They say:",
  },
} as const;

interface AgreedWords {
  readonly toPerson: {
    readonly title: string;
    readonly see: string;
    readonly can: string;
    readonly note: string;
  };
  readonly toTeam: { readonly title: string; see(person: string): string; readonly after: string };
}

const AGREED = {
  account: {
    toPerson: {
      title: "Two people looked up your account",
      see: "see which account is yours",
      can: "see it",
      note: "",
    },
    toTeam: {
      title: "An account was looked up",
      see: (person) => `see which account is ${person}'s`,
      after: "Each look is in the audit record.",
    },
  },
  export: {
    toPerson: {
      title: "Two people may save a copy of your data",
      see: "save a copy of what is kept about you here",
      can: "save it",
      note: "It holds your own things, and nothing of other people. ",
    },
    toTeam: {
      title: "A member's data may be saved",
      see: (person) => `save a copy of what is kept about ${person}`,
      after: "Each time that it is saved is in the audit record.",
    },
  },
} as const satisfies Record<RevealCard["what"], AgreedWords>;

/** That two people agreed to see something of somebody; the reason is apart. */
export function revealWords({ what, person, by, until }: RevealCard): {
  title: string;
  line: string;
  after: string;
} {
  const [one = "", other = ""] = by;
  const { toPerson, toTeam } = AGREED[what];
  return person === undefined
    ? {
        title: toPerson.title,
        line: `${one} and ${other} of the team agreed to ${toPerson.see}. They can ${toPerson.can} until ${day(until)}. They gave this reason:`,
        after: `${toPerson.note}If you think that this was wrong, tell an admin of this community.`,
      }
    : {
        title: toTeam.title,
        line: `${one} and ${other} agreed to ${toTeam.see(person)}, until ${day(until)}. ${person} was told, with this reason:`,
        after: toTeam.after,
      };
}

export const appealNoticeWords = ({ about }: AppealNoticeCard): { title: string; line: string } =>
  NOTICES[about];
