import { previewWords, receiptWords } from "#bots/erasure-words.ts";
import { t } from "#core/language/t.ts";
import type { ErasureCard } from "#core/privacy/erasure-card.ts";
import type { ErasurePreview } from "#core/privacy/preview-erasure.ts";
import { escapeText, type Face } from "../markup.ts";

const list = (lines: readonly string[]): string => lines.map((line) => `• ${line}`).join("\n");

/** The receipt: no button, since nobody is known behind it any more. */
export function erasureFace(card: ErasureCard): Face {
  const { title, first, lines, last } = receiptWords(card);
  return {
    title,
    body: [first, list(lines), last.join("\n")].filter((part) => part !== "").join("\n\n"),
    footer: card.community,
    buttons: [],
  };
}

export function erasurePreviewFace(preview: ErasurePreview): Face {
  const { title, first, goes, stays, last } = previewWords({
    ...preview,
    community: escapeText(preview.community),
  });
  return {
    title,
    body: [first, t("**What goes**"), list(goes), t("**What stays, and why**"), list(stays), last].join("\n"),
    buttons: [
      { verb: "confirm-erase", subject: preview.communityId, label: t("Erase everything"), look: "danger" },
    ],
  };
}
