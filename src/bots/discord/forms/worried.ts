import { t } from "#core/language/t.ts";
import { findActor } from "#core/members/find-actor.ts";
import { adviseStranger } from "#core/moderation/advise-stranger.ts";
import { WHY_LIMIT, worryAbout } from "#core/moderation/worry-about.ts";
import { communityOf } from "../actor.ts";
import { helpNow } from "../buttons/help-now.ts";
import { crisisSupportFace } from "../cards/crisis-support.ts";
import { show } from "../markup.ts";
import { modal, textField } from "../modal.ts";
import type { DiscordForm, Modal, Press } from "../press.ts";

export function worriedModal(accountId: string): Modal {
  return modal("worried", accountId, t("I'm worried about this person"), [
    textField({
      id: "why",
      label: t("What worries you?"),
      hint: t("For whoever looks after them. They aren't told who was worried."),
      limit: WHY_LIMIT,
      long: true,
      optional: true,
    }),
  ]);
}

async function advised({ core, handling, who, subjectId, fields }: Press): Promise<{ text: string }> {
  const { communityId } = await communityOf(core, who);
  const account = { platform: "discord", accountExternalId: who.accountId };
  const { actor } = await findActor(core, { ...account, spaceExternalId: who.spaceId ?? "" });
  if (actor === undefined) return adviseStranger(handling, { communityId });
  const person = { platform: "discord", accountId: subjectId };
  return worryAbout(handling, { actor, person, why: fields.why ?? "" });
}

/** Whoever opens it on themselves looks for help, and gets the lines. */
export const worriedForm = {
  verb: "worried",
  reply: "private",
  changes: true,
  access: "anyone",
  async run(press) {
    if (press.subjectId === press.who.accountId) return helpNow.run(press);
    const { text } = await advised(press);
    return show(crisisSupportFace({ kind: "crisis-support", companyFor: undefined, about: "advice", text }));
  },
} satisfies DiscordForm;
