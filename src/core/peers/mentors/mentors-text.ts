import { t } from "#core/language/t.ts";
import type { Text, Texts } from "#core/refusal-text.ts";
import type { NotYet } from "./eligibility.ts";

const day = (at: Date): string => at.toISOString().slice(0, 10);

/** Why somebody cannot become a mentor now; also what the screen about it says. */
export function notYetWords(found: NotYet): string {
  if (found.why === "new")
    return t("Mentors have been here for 28 days. You can start from {day} on.", { day: day(found.from) });
  if (found.why === "strikes")
    return t("A decision about you still counts. When its points have faded, you can start.");
  if (found.why === "decided")
    return t("The moderators said no this time. You can try again from {day} on.", { day: day(found.from) });
  if (found.why === "tried")
    return t("You can try the questions again from {day} on.", { day: day(found.from) });
  return found.why === "waits"
    ? t("You have passed. A moderator looks at it, and I write to you.")
    : t("You are a mentor already.");
}

const STATUS: Readonly<Record<string, () => string>> = {
  waiting: () => t("They have passed the questions, and a moderator has not decided yet."),
  active: () => t("They are a mentor now."),
};

/** Words for what can be refused about mentors. */
export const MENTORS_TEXT: Texts<"not_mentor_yet" | "mentor_full" | "mentor_status"> = {
  not_mentor_yet: (found): Text => ({
    title: t("Not yet"),
    detail: notYetWords(found),
    nextStep: t("Use /connect to see how it stands."),
  }),
  mentor_full: ({ cap }) => ({
    title: t("You have enough pairs now"),
    detail: t("You chose to be a mentor in at most {cap} at once, and that many are open.", { cap }),
    nextStep: t("Change the number in /connect, or leave this offer: it goes away by itself."),
  }),
  mentor_status: ({ is }) => ({
    title: t("That does not fit now"),
    detail: STATUS[is]?.() ?? t("They are no mentor, and have not asked to be one."),
    nextStep: t("Look again how it stands."),
  }),
};
