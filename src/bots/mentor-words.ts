import { msg, t } from "#core/language/t.ts";
import type { MentorCheckCard, MentorNewsCard, MentorRequestCard } from "#core/peers/mentors/cards.ts";
import type { PeerWords } from "./peer-words.ts";

const day = (at: Date): string => at.toISOString().slice(0, 10);

const REQUEST_STATES = {
  waiting: "Waits for a yes or a no",
  active: "Approved",
  declined: "Declined",
  learning: "Over",
  stopped: "They stopped",
  ended: "Over",
} as const;

/** For moderators, in English. The name comes escaped. */
export function requestWords(card: MentorRequestCard, name: string): { title: string; lines: string[] } {
  const { state, joinedAt, points, passedAt, tries } = card;
  const passed = passedAt === undefined ? "" : ` on ${day(passedAt)}, with try ${tries}`;
  return {
    title: "Somebody would like to be a mentor",
    lines: [
      `${name}, a member since ${day(joinedAt)}. ${points === 0 ? "No strikes that stand." : `Points that stand: ${points}.`}`,
      `Passed the training quiz${passed}: all five answers were right.`,
      state === "waiting"
        ? `${REQUEST_STATES.waiting}: curbside mentor approve "NAME", or curbside mentor decline "NAME" --reason "…". They read the reason.`
        : `${REQUEST_STATES[state]}.`,
    ],
  };
}

const NEWS = {
  approved: {
    title: msg("You are a mentor now"),
    body: [
      msg(
        "Thank you. In /connect you choose in how many pairs at once you are a mentor, and there you can pause or stop at any time. You are offered while matching is on.",
      ),
      msg(
        "You say what you went through. You give no medical advice, and you are never alone: the moderators are there.",
      ),
    ],
  },
  declined: {
    title: msg("About being a mentor"),
    body: [
      msg(
        "The moderators looked at it and said no this time. You can try again in 90 days. All else here stays as it is.",
      ),
    ],
  },
  ended: {
    title: msg("You are no mentor any more"),
    body: [msg("The moderators ended that you are a mentor here. Your pairs go on as pairs like any other.")],
  },
  over: {
    title: msg("You are no mentor any more"),
    body: [
      msg(
        "A decision about you stands, so you are no mentor here now. Your pairs go on as pairs like any other. Later you can take the questions again.",
      ),
    ],
  },
} as const;

/** The reason comes escaped. */
export function mentorNewsWords({ about }: MentorNewsCard, reason: string): PeerWords {
  const { title, body } = NEWS[about];
  const written = reason === "" ? [] : [t("What the moderators wrote: {reason}", { reason })];
  return { title: t(title), body: [...body.map((words) => t(words)), ...written] };
}

/** The name comes escaped. */
export function checkWords({ you, asks }: MentorCheckCard, name: string): PeerWords {
  if (asks === "done")
    return {
      title: t("Thank you"),
      body: [t("About {name} there is nothing to answer here now.", { name })],
    };
  if (you === "mentee")
    return asks === "other"
      ? {
          title: t("Would you like another mentor?"),
          body: [
            t("It seems that {name} and you were not in touch. That happens, and it is nobody's fault.", {
              name,
            }),
            t(
              "If you like, I take you out of your thread and look for another mentor for you while matching is on. Or you two go on as you are.",
            ),
          ],
        }
      : {
          title: t("How is it going with your mentor?"),
          body: [
            t("Have you and {name} been in touch? I don't read what you write, so I ask.", { name }),
            t("I don't tell {name} what you answer. After Not yet I ask them for a word, once.", { name }),
          ],
        };
  return {
    title: asks === "word" ? t("A word from you would be welcome") : t("How is it going?"),
    body: [
      asks === "word"
        ? t("A short hello to {name} is enough. If you have no time now, say so: it is no failure.", { name })
        : t("Is it going well with {name}? I don't read what you write, so I ask.", { name }),
      t(
        "If you say that you have no time now, your pair ends kindly, and {name} is told that it is not because of them.",
        {
          name,
        },
      ),
    ],
  };
}
