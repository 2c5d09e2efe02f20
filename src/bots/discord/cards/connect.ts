import { WANTS_WORDS } from "#bots/wants-words.ts";
import { msg, t } from "#core/language/t.ts";
import type { MyCard } from "#core/peers/card/my-card.ts";
import { labelOf } from "#core/peers/card/tags.ts";
import { PACES, TIMES, ZONES } from "#core/peers/card/times.ts";
import type { Button, Face } from "../markup.ts";

const NOTHING = msg("nothing yet");

const HOW = [
  msg(
    "Choose what you would like to share. Nothing is chosen for you, and nobody sees your list. When two of you may suit, each sees only what **both** chose, and a name only after both said yes.",
  ),
  msg(
    "An offer comes by direct message, at most 5 in a week. Once matching is on, you can change what you share once a week.",
  ),
];

function buttonsFor({ isOn, tags, manner, isMentor }: MyCard): Button[] {
  const subject = "own";
  const matching: Button = isOn
    ? { verb: "connect-off", subject, label: t("Pause") }
    : { verb: "connect-on", subject, label: t("Match me"), look: "main" };
  const forget: Button = { verb: "connect-forget", subject, label: t("Delete what I chose"), look: "danger" };
  return [
    { verb: "connect-tags", subject, label: t("What I share") },
    { verb: "connect-manner", subject, label: t("When and how often") },
    matching,
    ...(tags.length === 0 && manner === undefined ? [] : [forget]),
    {
      verb: "mentor",
      subject,
      label: isMentor ? t("My mentoring") : t("Become a mentor"),
      apart: true,
    },
  ];
}

/** A member's own card for matching, for them alone. */
export function connectFace(card: MyCard): Face {
  const { isOn, tags, manner } = card;
  const when =
    manner === undefined
      ? t(NOTHING)
      : [t(PACES[manner.pace]), ...manner.times.map((time) => t(TIMES[time])), t(ZONES[manner.zone])].join(
          " · ",
        );
  return {
    title: t("Find somebody like you"),
    body: [
      ...HOW.map((words) => t(words)),
      [
        t("**What I share:** {what}", {
          what: tags.length === 0 ? t(NOTHING) : tags.map(labelOf).join(" · "),
        }),
        t("**When and how often:** {when}", { when }),
        t("**Whom I would like to meet:** {whom}", { whom: t(WANTS_WORDS[card.wants]) }),
        t("**Matching:** {what}", {
          what: isOn
            ? t("on; I look for somebody once a day")
            : t("off; nobody is offered to you, and you to nobody"),
        }),
      ].join("\n"),
    ].join("\n\n"),
    buttons: buttonsFor(card),
  };
}
