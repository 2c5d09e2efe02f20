import { t, tn } from "#core/language/t.ts";
import type { UpdateDraft } from "#core/peers/friends/draft-update.ts";
import { type Content, escapeText, line, show } from "../markup.ts";
import { supportButtons } from "./crisis-support.ts";
import { struckOut } from "./preview.ts";

/** Exactly what friends will read, for its writer alone, with help first where they may be in danger. */
export function updatePreview(draft: UpdateDraft): Content {
  const { updateId, edition, preview, friends, pseudonym, fullyScreened } = draft;
  const subject = `${updateId}/${edition}`;
  const removed = preview.some((part) => part.removed)
    ? t("What is struck out is taken out to protect you and others.")
    : t("Nothing was taken out.");
  const content = show({
    title: t("What your friends will read"),
    body: [
      struckOut(preview),
      t("From **{pseudonym}**. No need to answer.", { pseudonym: escapeText(pseudonym) }),
      t("{removed} Not every name or place is found: please look once more.", { removed }),
      ...(fullyScreened
        ? []
        : [t("**I could not check all of it**: it is not in English or Spanish, or long.")]),
      tn(
        friends,
        "It goes to your one friend here, privately. It cannot be taken back.",
        "It goes to your {n} friends here, to each privately. It cannot be taken back.",
      ),
    ].join("\n\n"),
    buttons: [
      { verb: "send-update", subject, label: t("Send to my friends"), look: "main" },
      { verb: "send-update", subject: `${subject}/quiet`, label: t("Send, without answers") },
      { verb: "edit-update", subject: updateId, label: t("Edit") },
      { verb: "cancel-update", subject: updateId, label: t("Cancel") },
    ],
  });
  if (draft.alert === undefined) return content;
  const help = line(escapeText(draft.alert.text), supportButtons(draft.alert.alertId));
  return { ...content, content: help.content, components: [...help.components, ...content.components] };
}
