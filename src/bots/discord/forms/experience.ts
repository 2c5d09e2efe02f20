import { draftExperience } from "#core/experiences/draft-experience.ts";
import { editExperience } from "#core/experiences/edit-experience.ts";
import {
  EXPERIENCE_FIELDS,
  EXPERIENCE_LIMITS,
  type ExperienceText,
  FIELDS,
  type Field,
  mapFields,
} from "#core/experiences/experience-text.ts";
import { type Message, msg, t } from "#core/language/t.ts";
import { draftedContent } from "../cards/own-experience.ts";
import { modal, textField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

const HINTS: Readonly<Record<Field, Message>> = {
  about: msg("The treatment or way of coping, such as Triptan or Walking."),
  happened: msg("To you, or to whom you care for. Names of medicines are fine; leave out amounts."),
  helped: msg("And what did not."),
  friend: msg("In your own words."),
  since: msg("Such as: last spring, or ten years."),
};

const LONG: ReadonlySet<Field> = new Set(["happened", "helped", "friend"]);
const NEEDED: ReadonlySet<Field> = new Set(["about", "happened"]);

function fieldsFor(text: ExperienceText | undefined) {
  return FIELDS.map((field) =>
    textField({
      id: field,
      label: t(EXPERIENCE_FIELDS[field]),
      hint: t(HINTS[field]),
      value: text?.[field],
      limit: EXPERIENCE_LIMITS[field],
      ...(LONG.has(field) ? { long: true } : {}),
      ...(NEEDED.has(field) ? {} : { optional: true }),
    }),
  );
}

/** The subject is a topic that is chosen beforehand, or anything else for none. */
export const experienceModal = (subject = "new"): Modal =>
  modal("experience-new", subject, t("Share an experience"), fieldsFor(undefined));

export const editExperienceModal = (experienceId: string, text: ExperienceText): Modal =>
  modal("experience-edit", experienceId, t("Edit your experience"), fieldsFor(text));

const typedIn = (fields: Readonly<Record<string, string>>): ExperienceText =>
  mapFields((field) => fields[field] ?? "");

export const experienceForm = {
  verb: "experience-new",
  reply: "private",
  changes: true,
  access: "experience.draft",
  run: async ({ handling, actor, subjectId: topic, fields }) =>
    draftedContent(await draftExperience(handling, { actor, typed: typedIn(fields), topic })),
} satisfies DiscordForm;

export const editExperienceForm = {
  verb: "experience-edit",
  reply: "update",
  changes: true,
  access: "experience.draft",
  run: async ({ handling, actor, subjectId: experienceId, fields }) =>
    draftedContent(await editExperience(handling, { actor, experienceId, typed: typedIn(fields) })),
} satisfies DiscordForm;
