import { dayWords } from "#core/language/formats.ts";
import { type Message, msg, t } from "#core/language/t.ts";
import type { SeenAs, Sight, WhoSaw } from "#core/privacy/who-saw.ts";

const DID = {
  opened: msg("{day}: {who} opened it to answer"),
  "asked-back": msg("{day}: {who} asked you something"),
  answered: msg("{day}: {who} answered"),
  looked: msg("{day}: {who} looked at the answer before it was sent"),
  opinion: msg("{day}: {who} gave a second opinion"),
  moderated: msg("{day}: {who} looked at it as a moderator"),
  came: msg("{day}: {who} came because you might be in danger"),
  identity: msg("{day}: {who} saw which account is yours, after two people agreed"),
  export: msg("{day}: {who} saved a copy of your data, after two people agreed"),
} as const satisfies Record<SeenAs, Message>;

const WHO: Readonly<Record<string, Message>> = {
  moderator: msg("a moderator"),
  lead: msg("a lead"),
  provider: msg("a provider"),
  trainee: msg("a trainee"),
  admin: msg("an admin"),
  auditor: msg("an auditor"),
  mentor: msg("a mentor"),
};
const SOMEBODY = msg("somebody of the team");

const sightLine = ({ day, role, did }: Sight): string =>
  t(DID[did], {
    day: dayWords(new Date(`${day}T00:00:00Z`), { day: "numeric", month: "short" }),
    who: t(WHO[role] ?? SOMEBODY),
  });

/** One block for each question, and one for the account; lines without markup. */
export function whoSawWords({ questions, you }: WhoSaw): {
  title: string;
  first: string;
  blocks: readonly { readonly title: string; readonly lines: readonly string[] }[];
} {
  return {
    title: t("Who opened my questions"),
    first: t(
      "Everybody in the team's channel can read a question's card. We note who opened it to do something. You see their role and the day, never a name.",
    ),
    blocks: [
      ...questions.map(({ number, sights }) => ({
        title: t("Question {number}", { number }),
        lines: sights.length === 0 ? [t("Nobody opened it yet")] : sights.map(sightLine),
      })),
      {
        title: t("Your account and your data"),
        lines: you.length === 0 ? [t("Nobody of the team saw which account is yours")] : you.map(sightLine),
      },
    ],
  };
}
