import type { SeenAs, Sight, WhoSaw } from "#core/privacy/who-saw.ts";

const DID = {
  opened: "opened it to answer",
  "asked-back": "asked you something",
  answered: "answered",
  looked: "looked at the answer before it was sent",
  opinion: "gave a second opinion",
  moderated: "looked at it as a moderator",
  came: "came because you might be in danger",
  identity: "saw which account is yours, after two people agreed",
  export: "saved a copy of your data, after two people agreed",
} as const satisfies Record<SeenAs, string>;

const dayWords = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });

const sightLine = ({ day, role, did }: Sight): string => {
  const who = role.startsWith("somebody") ? role : `${/^[aeiou]/i.test(role) ? "an" : "a"} ${role}`;
  return `${dayWords(day)}: ${who} ${DID[did]}`;
};

/** One block for each question, and one for the account; lines without markup. */
export function whoSawWords({ questions, you }: WhoSaw): {
  title: string;
  first: string;
  blocks: readonly { readonly title: string; readonly lines: readonly string[] }[];
} {
  return {
    title: "Who opened my questions",
    first:
      "Everybody in the team's channel can read a question's card. We note who opened it to do something. You see their role and the day, never a name.",
    blocks: [
      ...questions.map(({ number, sights }) => ({
        title: `Question ${number}`,
        lines: sights.length === 0 ? ["Nobody opened it yet"] : sights.map(sightLine),
      })),
      {
        title: "Your account and your data",
        lines: you.length === 0 ? ["Nobody of the team saw which account is yours"] : you.map(sightLine),
      },
    ],
  };
}
