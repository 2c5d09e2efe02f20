import { t } from "#core/language/t.ts";
import type { Known } from "#core/peers/blocks/known.ts";
import type { MyBlock } from "#core/peers/blocks/my-blocks.ts";
import { escapeText, type Face, moment } from "../markup.ts";
import { pageOf } from "../pages.ts";

/** An account as Discord shows it to whoever saw it; nobody is told by it. */
const knownWords = (known: Known): string =>
  "name" in known ? `**${escapeText(known.name)}**` : `<@${known.accountId}>`;

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Whom a member has blocked, each by how they know them, and the way to take it back. */
export function blocksFace(blocks: readonly MyBlock[], page = 0): Face {
  const { shown, first, buttons } = pageOf(blocks, page, "blocks-page");
  if (blocks.length === 0)
    return {
      title: t("People you blocked"),
      body: t(
        "You have blocked nobody. To block somebody, open the menu on them and choose Apps, then Block.",
      ),
      buttons: [],
    };
  return {
    title: t("People you blocked"),
    body: [
      shown
        .map(({ known, since }, at) => `${first + at + 1}. ${knownWords(known)}, ${moment(since)}`)
        .join("\n"),
      t(
        "They are not told. You are not matched with them, and get nothing from them through me. On Discord itself you block them in their profile.",
      ),
    ].join("\n\n"),
    buttons,
    choice: {
      verb: "unblock",
      hint: t("Unblock"),
      options: shown.map(({ blockId, known, since }, at) => ({
        label: t("{place}. {name}, since {since}", {
          place: first + at + 1,
          name: "name" in known ? known.name : t("An account"),
          since: dayOf(since),
        }),
        value: blockId,
      })),
    },
  };
}
