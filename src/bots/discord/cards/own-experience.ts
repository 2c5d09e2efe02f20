import {
  AMBER_WORDS,
  BEFORE_SHARING,
  CHOICE_HINTS,
  COUNTED_ONLY,
  optionWords,
  remarkWords,
  STATUS_WORDS,
  USE_WORDS,
} from "#bots/experience-words.ts";
import { AMBERS } from "#core/experiences/ambers.ts";
import { type Choice as Asked, CHOICES, missingOf } from "#core/experiences/choices.ts";
import type { DraftedExperience } from "#core/experiences/draft-experience.ts";
import { next } from "#core/experiences/experience.ts";
import type { Field } from "#core/experiences/experience-text.ts";
import type { OwnExperience } from "#core/experiences/own-experience.ts";
import { USES, type Use } from "#core/experiences/uses.ts";
import { t } from "#core/language/t.ts";
import type { PreviewSegment } from "#core/screening/preview.ts";
import { rememberTyped, typedInHand } from "../experiences-in-hand.ts";
import { type Button, type Choice, type Content, escapeText, type Face, line, show } from "../markup.ts";
import { supportButtons } from "./crisis-support.ts";
import { experienceBody, fieldLines } from "./experience.ts";

function remarkLines({ remarks }: OwnExperience): string[] {
  const { advice, lookedAt, fullyScreened } = remarks;
  const said = (remark: keyof typeof remarkWords) =>
    `**${t(remarkWords[remark].lead)}** ${t(remarkWords[remark].text)}`;
  const quoted = advice.map((words) => `“${escapeText(words)}”`).join(", ");
  return [
    ...(advice.length === 0 ? [] : [`${said("advice")} ${quoted}.`]),
    ...(lookedAt ? [said("lookedAt")] : []),
    ...(fullyScreened ? [] : [said("fullyScreened")]),
  ];
}

const struckOut = (segments: readonly PreviewSegment[]): string =>
  segments.map(({ text, removed }) => (removed ? `~~${escapeText(text)}~~` : escapeText(text))).join("");

/** Why something is struck out: no blame, and the author stays welcome. */
function removedLines(experienceId: string): string[] {
  const segments = Object.values(typedInHand(experienceId) ?? {}).flat();
  const removed = segments.filter((part) => part.removed);
  const unsafe = removed.some((part) => part.unsafe === true);
  return [
    ...(unsafe
      ? [t("We hid words that could hurt others. The rest of your text stands. You are still welcome here.")]
      : []),
    ...(removed.some((part) => part.unsafe !== true)
      ? [t("What is struck out points at somebody, so it is left out.")]
      : []),
    t("Not every name or place is found: please look once more."),
  ];
}

const listFor = ({ experienceId, choices }: OwnExperience, asked: Asked): Choice => ({
  verb: "experience-choose",
  subject: `${experienceId}/${asked}`,
  hint: t(CHOICE_HINTS[asked]),
  options: CHOICES[asked].map((value) => ({ label: `${optionWords(value)}`, value })),
  chosen: [choices[asked] ?? ""],
});

const ASKED: readonly Asked[] = ["topic", "whose", "outcome", "noticed"];

/** First what was typed, with what is struck out, and what a form has no room for. */
export function choicesFace(own: OwnExperience): Face {
  const { experienceId, text } = own;
  const typed = typedInHand(experienceId);
  const write = (field: Field) => (typed === undefined ? escapeText(text[field]) : struckOut(typed[field]));
  return {
    title: t("Your experience, step 1 of 2"),
    body: [
      ...fieldLines(text, write),
      ...removedLines(experienceId),
      ...remarkLines(own),
      t("Choose what fits from the four lists, then press **Next**. {what}", { what: t(COUNTED_ONLY) }),
    ].join("\n\n"),
    buttons: [
      { verb: "experience-next", subject: experienceId, label: t("Next"), look: "main" },
      { verb: "experience-edit", subject: experienceId, label: t("Edit") },
      { verb: "experience-cancel", subject: experienceId, label: t("Cancel") },
    ],
    choices: ASKED.map((asked) => listFor(own, asked)),
  };
}

const labelList = ({ experienceId, labels }: OwnExperience): Choice => {
  const fixed = labels.filter(({ byModerator }) => byModerator).map(({ label }) => label);
  return {
    verb: "experience-labels",
    subject: experienceId,
    hint: t("A label before it, so that readers can choose"),
    options: AMBERS.filter((label) => !fixed.includes(label)).map((label) => ({
      label: t(AMBER_WORDS[label]),
      value: label,
    })),
    chosen: labels.map(({ label }) => label),
    several: true,
  };
};

const useButton = ({ experienceId, uses }: OwnExperience, use: Use, at: number): Button => ({
  verb: "experience-use",
  subject: `${experienceId}/${use}/${uses[use] ? "off" : "on"}`,
  label: `${t(USE_WORDS[use])}: ${uses[use] ? t("yes##use") : t("no##use")}`,
  ...(uses[use] ? { look: "main" } : {}),
  ...(at === 0 ? { apart: true } : {}),
});

function bodyOf({ pseudonym, choices, text, labels, status, waits }: OwnExperience): string {
  return experienceBody({
    pseudonym,
    topic: choices.topic ?? "",
    whose: choices.whose,
    text,
    labels: labels.map(({ label }) => label),
    redacted: status === "redacted" && !waits,
  });
}

/** Then the card exactly as others will see it, and what its author agrees to. */
export function previewFace(own: OwnExperience): Face {
  const { experienceId, edition, status } = own;
  return {
    title: t("This is what others will see, step 2 of 2"),
    body: [
      bodyOf(own),
      ...remarkLines(own),
      t(BEFORE_SHARING),
      ...(status === "draft" ? [] : [t("Until you press Share, what you shared before stands.")]),
    ].join("\n\n"),
    buttons: [
      {
        verb: "experience-share",
        subject: `${experienceId}/${edition}`,
        label: t("Share this"),
        look: "main",
      },
      { verb: "experience-edit", subject: experienceId, label: t("Edit") },
      { verb: "experience-back", subject: experienceId, label: t("Back") },
      { verb: "experience-cancel", subject: experienceId, label: t("Cancel") },
      ...USES.map((use, at) => useButton(own, use, at)),
    ],
    choices: [labelList(own)],
  };
}

/** What can be done with one that is not being written. */
function buttonsFor(own: OwnExperience): Button[] {
  const { experienceId, status } = own;
  const subject = experienceId;
  const may = (event: Parameters<typeof next>[1]) => next(status, event) !== undefined;
  const live = may("withdraw");
  return [
    ...(may("share-again")
      ? [{ verb: "experience-share-again", subject, label: t("Share again"), look: "main" } as const]
      : []),
    ...(may("edit") ? [{ verb: "experience-edit", subject, label: t("Edit") }] : []),
    ...(live ? [{ verb: "experience-withdraw", subject, label: t("Withdraw") }] : []),
    // Only what is withdrawn before: nobody deletes for good by one press.
    ...(status === "withdrawn"
      ? [{ verb: "experience-remove", subject, label: t("Delete for good"), look: "danger" } as const]
      : []),
    ...(live ? (["providers", "library"] as const).map((use, at) => useButton(own, use, at)) : []),
    { verb: "my-experiences", subject: "all", label: t("My experiences"), apart: true },
  ];
}

/** One's own experience where it is: being written, or as it stands. */
export function ownFace(own: OwnExperience): Face {
  if (own.waits) return missingOf(own.choices).length === 0 ? previewFace(own) : choicesFace(own);
  const { number, status } = own;
  return {
    title: t("Experience {number}: {status}", { number, status: t(STATUS_WORDS[status]) }),
    body: bodyOf(own),
    footer: t("Only you see this page"),
    buttons: buttonsFor(own),
    ...(next(status, "edit") === undefined ? {} : { choices: [labelList(own)] }),
  };
}

/** After the form: help first where the words sound like danger, and never instead. */
export function draftedContent(drafted: DraftedExperience): Content {
  rememberTyped(drafted.experienceId, drafted.segments);
  const face = choicesFace(drafted);
  const { alert } = drafted;
  if (alert === undefined) return show(face);
  const content = show({ ...face, buttons: [...supportButtons(alert.alertId), ...face.buttons] });
  return { ...content, content: line(escapeText(alert.text)).content };
}
