import { credentialCard } from "#core/credentials/credential-card.ts";
import { communityOf } from "../actor.ts";
import { credentialFace } from "../cards/credential.ts";
import { show } from "../markup.ts";
import type { DiscordButton } from "../press.ts";

/**
 * On an answer the subject is `credential/message`, so that what stood there when it was written is told too. A direct message
 * belongs to no community: whoever was sent the card there may look, also after they left.
 */
export const checkCredentials = {
  verb: "credential",
  reply: "private",
  changes: false,
  access: "anyone",
  async run({ core, who, subjectId }) {
    const [credentialId = "", messageId] = subjectId.split("/");
    const communityId = who.spaceId === undefined ? undefined : (await communityOf(core, who)).communityId;
    return show(credentialFace(await credentialCard(core, { credentialId, communityId, messageId })));
  },
} satisfies DiscordButton;
