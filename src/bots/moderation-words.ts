import { type Message, msg, t } from "#core/language/t.ts";
import type { AppealNoticeCard } from "#core/moderation/appeals/cards.ts";
import { staysWords } from "#core/moderation/decisions/action.ts";
import type { DecisionCard, ReportOutcomeCard } from "#core/moderation/decisions/cards.ts";
import type { RevealCard } from "#core/moderation/identity/reveal-card.ts";
import { ruleWords } from "#core/moderation/shipped-rules.ts";

/** Words about decisions and appeals that are the same on every platform, without markup. */

const day = (at: Date): string => `${at.toISOString().slice(0, 16).replace("T", " ")} UTC`;

/** How a decision ended that does not stand any more. */
export const STATE_WORDS = {
  over: msg("This is over: it does not hold any more."),
  lapsed: msg("Nobody else agreed in time, so this does not hold any more."),
  undone: msg("This was undone: it does not hold any more, and it does not count."),
} as const;

/** How another look stands, in short. */
export const APPEAL_WORDS = {
  open: msg("Somebody else is looking at it again."),
  upheld: msg("Somebody else looked at it again, and it stays."),
  overturned: msg("Somebody else looked at it again, and changed it."),
  withdrawn: msg("The request for another look was taken back."),
} as const;

const LOOKS = {
  open: (dueAt: Date) =>
    t("You asked for another look. Somebody else looks at it; we hope to tell you by {day}.", {
      day: day(dueAt),
    }),
  upheld: () => t(APPEAL_WORDS.upheld),
  overturned: () => t(APPEAL_WORDS.overturned),
  withdrawn: () => t(APPEAL_WORDS.withdrawn),
} as const;

/** What was done, and the rule that it is about. */
function whatAndWhy({ did, rule }: DecisionCard, ends: readonly string[]): string {
  const why =
    rule === undefined
      ? []
      : [
          t('It is about rule {number}, "{title}": {text}', {
            number: rule.number,
            title: ruleWords(rule.title),
            text: ruleWords(rule.text),
          }),
          ...(rule.retired ? [t("It is no longer a rule here, but it was one then.")] : []),
        ];
  return [t("We {did}.", { did: t(did) }), ...ends, ...why].join(" ");
}

/**
 * What is said to whom a decision is about, without markup: people wrote the rule and what stays, so each line is escaped.
 * `reason` and the words removed are apart.
 */
export function decisionWords(card: DecisionCard): {
  title: string;
  lines: string[];
  canAppeal: boolean;
} {
  const { stays, endsAt, pausesUntil, confirmBy, state, appeal } = card;
  if (state !== "standing")
    return {
      title: t("A decision changed"),
      lines: [whatAndWhy(card, []), t(STATE_WORDS[state]), ...appealLines(appeal)],
      canAppeal: false,
    };
  const until = endsAt === undefined ? [] : [t("Until {day}.", { day: day(endsAt) })];
  const pause =
    pausesUntil === undefined
      ? []
      : [
          t(
            "Because of the points that you have now, your writing here is paused until {day}. You can read, take back what you asked, and appeal.",
            { day: day(pausesUntil) },
          ),
        ];
  const second =
    confirmBy === undefined
      ? []
      : [t("One person decided this. It ends on {day} unless a second one agrees.", { day: day(confirmBy) })];
  return {
    title: t("A decision of the moderators"),
    lines: [
      whatAndWhy(card, until),
      ...pause,
      ...second,
      t("What stays: {stays}", { stays: staysWords(stays) }),
      ...appealLines(appeal),
    ],
    canAppeal: appeal !== undefined && "code" in appeal,
  };
}

function appealLines(appeal: DecisionCard["appeal"]): string[] {
  if (appeal === undefined) return [];
  if ("state" in appeal) return [LOOKS[appeal.state](appeal.dueAt)];
  return [
    t(
      "If you see it differently, ask for another look until {day}. A different person decides. Your code, also for when you cannot get in here: {code}",
      { day: day(appeal.until), code: appeal.code },
    ),
  ];
}

/** What whoever reported gets to read; `reason` is apart. */
export function outcomeWords({ acted }: ReportOutcomeCard): { title: string; line: string } {
  return {
    title: t("About your report"),
    line: acted
      ? t("Thank you. We looked, and we took action. The other person isn't told who reported.")
      : t("Thank you. We looked, and we left it as it is. The other person isn't told who reported."),
  };
}

const NOTICES = {
  asked: {
    title: msg("A question about your appeal"),
    line: msg("The person who looks at it again asks you:"),
  },
  upheld: {
    title: msg("Your appeal: it stays"),
    line: msg("A different person looked, and it stays as it was decided:"),
  },
  overturned: {
    title: msg("Your appeal: changed"),
    line: msg("A different person looked, and it was undone everywhere. It does not count. They say:"),
  },
} as const;

interface AgreedWords {
  readonly toPerson: { readonly title: Message; readonly line: Message; readonly after: Message };
  readonly toTeam: { readonly title: Message; readonly line: Message; readonly after: Message };
}

const AGREED = {
  account: {
    toPerson: {
      title: msg("Two people looked up your account"),
      line: msg(
        "{one} and {other} of the team agreed to see which account is yours. They can see it until {until}. They gave this reason:",
      ),
      after: msg("If you think that this was wrong, tell an admin of this community."),
    },
    toTeam: {
      title: msg("An account was looked up"),
      line: msg(
        "{one} and {other} agreed to see which account is {person}'s, until {until}. {person} was told, with this reason:",
      ),
      after: msg("Each look is in the audit record."),
    },
  },
  export: {
    toPerson: {
      title: msg("Two people may save a copy of your data"),
      line: msg(
        "{one} and {other} of the team agreed to save a copy of what is kept about you here. They can save it until {until}. They gave this reason:",
      ),
      after: msg(
        "It holds your own things, and nothing of other people. If you think that this was wrong, tell an admin of this community.",
      ),
    },
    toTeam: {
      title: msg("A member's data may be saved"),
      line: msg(
        "{one} and {other} agreed to save a copy of what is kept about {person}, until {until}. {person} was told, with this reason:",
      ),
      after: msg("Each time that it is saved is in the audit record."),
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
  const { title, line, after } = person === undefined ? toPerson : toTeam;
  return {
    title: t(title),
    line: t(line, { one, other, until: day(until), ...(person === undefined ? {} : { person }) }),
    after: t(after),
  };
}

export const appealNoticeWords = ({ about }: AppealNoticeCard): { title: string; line: string } => ({
  title: t(NOTICES[about].title),
  line: t(NOTICES[about].line),
});
