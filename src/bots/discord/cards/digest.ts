import { digestWords } from "#bots/rhythm-words.ts";
import { type Message, msg, t } from "#core/language/t.ts";
import type { DigestCard, DigestContent } from "#core/rhythm/cards.ts";
import type { MyDigest } from "#core/rhythm/my-digest.ts";
import type { Band, Weekday } from "#core/rhythm/week.ts";
import { type Button, escapeText, type Face, moment } from "../markup.ts";
import { entrySubject } from "../press.ts";

const stop = (communityId: string): Button => ({
  verb: "digest-stop",
  subject: communityId,
  label: t("Stop these"),
});

export function digestFace(card: DigestCard): Face {
  const { communityId, week, community } = card;
  const { title, body } = digestWords(card);
  return {
    title,
    body: body.join("\n\n"),
    footer: escapeText(community),
    buttons: [
      { verb: "digest-show", subject: `${communityId}/${week}`, label: t("Show"), look: "main" },
      stop(communityId),
    ],
  };
}

/** All of it, to whoever pressed Show. Each thing has its number, and a button of that number. */
export function digestContentFace(content: DigestContent): Face {
  const { answers, isNear, questions, tip } = content;
  const buttons: Button[] = [];
  const open = (verb: string, subject: string): number => {
    const at = buttons.length + 1;
    buttons.push({ verb, subject, label: t("Open {n}", { n: at }) });
    return at;
  };
  const answerLines = answers.map(({ entryId, question }) => {
    const at = open("read-answer", entrySubject(entryId, { search: undefined }));
    return `${at}. ${escapeText(question)}`;
  });
  const questionLines = questions.map(({ questionId, text }) => {
    const at = open("peer-question", questionId);
    return `${at}. ${escapeText(text)}`;
  });
  const tipLine =
    tip === undefined
      ? undefined
      : `${open("open-experience", tip.experienceId)}. ${escapeText(tip.about)}: ${escapeText(tip.helped)}`;
  const near = isNear ? t("Answered near you") : t("New in the library");
  const parts = [
    ...(answers.length === 0 ? [] : [`**${near}**\n${answerLines.join("\n")}`]),
    ...(questions.length === 0
      ? []
      : [`**${t("You may know something about")}**\n${questionLines.join("\n")}`]),
    ...(tipLine === undefined
      ? []
      : [`**${t("What helped somebody")}**\n${tipLine}\n${t("Nobody checked it, and bodies differ.")}`]),
  ];
  return { title: t("Your week"), body: parts.join("\n\n"), buttons };
}

export const WEEKDAY_WORDS: { readonly [D in Weekday]: Message } = {
  1: msg("Monday"),
  2: msg("Tuesday"),
  3: msg("Wednesday"),
  4: msg("Thursday"),
  5: msg("Friday"),
  6: msg("Saturday"),
  7: msg("Sunday"),
};

export const BAND_WORDS: { readonly [B in Band]: Message } = {
  night: msg("0 to 6 h UTC"),
  morning: msg("6 to 12 h UTC"),
  afternoon: msg("12 to 18 h UTC"),
  evening: msg("18 to 24 h UTC"),
};

/** Whether somebody gets a digest, and when; with the ways to change it. */
export function myDigestFace({ isOn, isOffered, nextAt, weekday, band }: MyDigest): Face {
  const what = t(
    "Once a week, by direct message: up to three new answers close to what you look for, questions that others here let you read, and one line about what helped somebody. A week with nothing new brings no message.",
  );
  const when = t("{day}, {hours}, at a minute of your own", {
    day: t(WEEKDAY_WORDS[weekday]),
    hours: t(BAND_WORDS[band]),
  });
  const stands = !isOffered
    ? t("This community has no digest at the moment.")
    : !isOn
      ? t("It is off.")
      : nextAt === undefined
        ? t("It is on: {when}.", { when })
        : t("It is on: {when}. The next one comes {at}.", { when, at: moment(nextAt) });
  const own = "own";
  return {
    title: t("Weekly digest"),
    body: [what, stands].join("\n\n"),
    buttons: [
      ...(isOn
        ? [{ verb: "digest-stop", subject: own, label: t("Stop these") }]
        : isOffered
          ? [{ verb: "digest-on", subject: own, label: t("Send me a weekly digest"), look: "main" } as const]
          : []),
      { verb: "digest-when", subject: own, label: t("Day and hours") },
    ],
  };
}
