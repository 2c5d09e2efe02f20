import { erasedNow } from "#bots/erasure-words.ts";
import type { Actor } from "#core/access.ts";
import { t } from "#core/language/t.ts";
import { eraseMember } from "#core/privacy/erase-member.ts";
import { line } from "../markup.ts";
import { modal, textField } from "../modal.ts";
import type { DiscordForm, Modal } from "../press.ts";

/** The community is the one whose page was read, also for somebody who is in several. Their name there is typed out, so that nobody erases everything by a slip of the finger. */
export const confirmEraseModal = ({
  pseudonym,
  communityId,
}: Pick<Actor, "pseudonym" | "communityId">): Modal =>
  modal("confirm-erase", communityId, t("Erase everything"), [
    textField({
      id: "name",
      label: t("Type {pseudonym}", { pseudonym }),
      hint: t("Your name here, to show that you mean it. Nobody can undo this."),
      limit: 64,
    }),
  ]);

export const confirmEraseForm = {
  verb: "confirm-erase",
  reply: "private",
  changes: true,
  access: "member.erase",
  again: (subject) => ({ verb: "confirm-erase", subject, label: t("Try again") }),
  async run({ handling, actor, fields }) {
    const { code } = await eraseMember(handling, { actor, typed: fields.name ?? "" });
    return line(erasedNow(code));
  },
} satisfies DiscordForm;
