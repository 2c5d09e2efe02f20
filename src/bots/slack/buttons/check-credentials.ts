import { credentialCard } from "#core/credentials/credential-card.ts";
import { findActor } from "#core/members/find-actor.ts";
import { communityOf } from "../actor.ts";
import { credentialForm } from "../forms/question-credential.ts";
import type { SlackButton } from "../press.ts";

/** What was checked and what was not, for anybody on the team; from a message also how it stood when that was written. */
export const checkCredentials = {
  verb: "credential",
  changes: false,
  access: "anyone",
  async run({ core, who, subjectId }) {
    const [credentialId = "", messageId] = subjectId.split("/");
    const { communityId } = await communityOf(core, who);
    const card = await credentialCard(core, { credentialId, communityId, messageId });
    const { actor } = await findActor(core, {
      platform: "slack",
      accountExternalId: who.accountId,
      spaceExternalId: who.spaceId,
    });
    return { form: credentialForm(card, actor?.memberId === card.holderId) };
  },
} satisfies SlackButton;
