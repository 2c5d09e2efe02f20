import type { UpdateDraft } from "#core/peers/friends/draft-update.ts";
import { type Content, escapeText, line, show } from "../markup.ts";
import { supportButtons } from "./crisis-support.ts";
import { struckOut } from "./preview.ts";

/** Exactly what friends will read, for its writer alone, with help first where they may be in danger. */
export function updatePreview(draft: UpdateDraft): Content {
  const { updateId, edition, preview, friends, pseudonym, fullyScreened } = draft;
  const subject = `${updateId}/${edition}`;
  const removed = preview.some((part) => part.removed)
    ? "What is struck out is taken out to protect you and others."
    : "Nothing was taken out.";
  const content = show({
    title: "What your friends will read",
    body: [
      struckOut(preview),
      `From **${escapeText(pseudonym)}**. No need to answer.`,
      `${removed} Not every name or place is found: please look once more.`,
      ...(fullyScreened
        ? []
        : ["**I could not check all of it**: it is not in English or Spanish, or long."]),
      `It goes to your ${friends === 1 ? "one friend" : `${friends} friends`} here, to each privately. It cannot be taken back.`,
    ].join("\n\n"),
    buttons: [
      { verb: "send-update", subject, label: "Send to my friends", look: "main" },
      { verb: "send-update", subject: `${subject}/quiet`, label: "Send, without answers" },
      { verb: "edit-update", subject: updateId, label: "Edit" },
      { verb: "cancel-update", subject: updateId, label: "Cancel" },
    ],
  });
  if (draft.alert === undefined) return content;
  const help = line(escapeText(draft.alert.text), supportButtons(draft.alert.alertId));
  return { ...content, content: help.content, components: [...help.components, ...content.components] };
}
